import type { Sourcing } from '../../../contracts/cycle/needs.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import type { Course } from '../../../contracts/planning.ts';
import type { KnownTrainer } from '../state.ts';
import { compareQuotes, costInside, coursesFor, runsFor, type Supply, type WantedSource } from './supply.ts';

type Passed = Sourcing['passed'][number];
type Found = Omit<Sourcing, 'merged' | 'passed'>;

/** Hours that trainers have left; it is counted down as runs are given to them. */
export type HoursLeft = Map<PersonId, number>;

/**
 * Chooses the source of each need, the most wanted first. Few people are coached; else the sources are tried in the order
 * of the rules, and the first that can do it, does; what nothing can do is coached when the rules allow it, and otherwise
 * has no source. Each choice carries its reason and why the sources before it could not do it. `left`: the hours that are
 * left after what is sourced already; it is changed. Returned in the order of the ids.
 */
export function sourceNeeds(
  wanted: readonly WantedSource[],
  supply: Supply,
  left: HoursLeft = hoursOf(supply),
): Sourcing[] {
  const order = [...wanted].sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1));
  const all = order.map((want) => ({ merged: want.id, ...sourceOf(want, supply, left) }));
  return all.sort((a, b) => (a.merged < b.merged ? -1 : 1));
}

/** The hours that each trainer may teach, by the trainer's own figure or the rules. */
export function hoursOf({ trainers, rules }: Pick<Supply, 'trainers' | 'rules'>): HoursLeft {
  return new Map(trainers.map((t) => [t.person, t.hours ?? rules.trainerHours]));
}

function sourceOf(want: WantedSource, supply: Supply, left: HoursLeft): Omit<Sourcing, 'merged'> {
  const { order, coachingUpTo } = supply.rules;
  const coached = order.includes('coaching');
  if (coached && want.people <= coachingUpTo) return { ...coaching('few-people'), passed: [] };
  const passed: Passed[] = [];
  let compared: string[] = [];
  for (const source of order) {
    if (source === 'coaching') continue;
    const found = source === 'internal' ? internal(want, supply, left) : outside(want, supply);
    if (typeof found !== 'string' && found.quotes.length) compared = found.quotes;
    if (typeof found !== 'string' && found.source !== 'none') return { ...found, passed };
    passed.push({ source, reason: typeof found === 'string' ? found : found.reason });
  }
  if (coached) return { ...coaching('nothing-else'), quotes: compared, passed };
  return { ...coaching(passed.at(-1)?.reason ?? 'no-course'), source: 'none', quotes: compared, passed };
}

function coaching(reason: Sourcing['reason']): Found {
  return { source: 'coaching', course: null, quote: null, reason, trainers: [], cost: null, quotes: [] };
}

/** Who may teach a course through the whole period: by a topic of theirs or by name. */
export function trainersFor(course: Course, { trainers, period }: Pick<Supply, 'trainers' | 'period'>): KnownTrainer[] {
  return trainers
    .filter((t) => t.courses.includes(course.id) || t.topics.some((topic) => course.topics.includes(topic)))
    .filter((t) => t.until === null || t.until >= period.to)
    .sort((a, b) => (a.person < b.person ? -1 : 1));
}

function internal(want: WantedSource, supply: Supply, left: HoursLeft): Found | Sourcing['reason'] {
  const courses = coursesFor(want, supply.courses);
  if (!courses.length) return 'no-course';
  let reason: Sourcing['reason'] = 'no-trainer';
  for (const course of courses) {
    const able = trainersFor(course, supply);
    if (!able.length) continue;
    if (!book(able, runsFor(want.people, course.maxSeats), course.hours, left)) {
      reason = 'trainers-full';
      continue;
    }
    return inside(course, want.people, able);
  }
  return reason;
}

/** The choice of a course by internal trainers. */
export function inside(course: Course, people: number, able: readonly KnownTrainer[]): Found {
  return {
    source: 'internal',
    course: course.id,
    quote: null,
    reason: 'trainer-qualified',
    trainers: able.slice(0, 500).map((t) => t.person),
    cost: costInside(course, people),
    quotes: [],
  };
}

/**
 * Gives runs of so many hours to the trainers with the most hours left; all of them or none. False: they do not have so
 * many hours.
 */
export function book(able: readonly KnownTrainer[], runs: number, hours: number, left: HoursLeft): boolean {
  const after = new Map(able.map((t) => [t.person, left.get(t.person) ?? 0]));
  for (let run = 0; run < runs; run++) {
    const [most] = [...after].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (!most || most[1] < hours) return false;
    after.set(most[0], most[1] - hours);
  }
  for (const [person, rest] of after) left.set(person, rest);
  return true;
}

function outside(want: WantedSource, supply: Supply): Found | Sourcing['reason'] {
  if (!coursesFor(want, supply.courses).length) return 'no-course';
  const compared = compareQuotes(want, supply);
  if (!compared.length) return 'no-quote';
  const quotes = compared.slice(0, 50).map((c) => c.quote.id);
  const best = compared.find((c) => !c.overCeiling);
  if (!best) return { ...coaching('over-ceiling'), source: 'none', quotes };
  const { quote, cost } = best;
  return {
    source: 'outside',
    course: quote.course,
    quote: quote.id,
    reason: 'cheapest-quote',
    trainers: [],
    cost,
    quotes,
  };
}

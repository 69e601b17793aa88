import type { CycleEvent, CycleEventBodies } from '../../contracts/cycle/events.ts';
import type { Sourcing } from '../../contracts/cycle/needs.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import { isEmployed } from '../organisation/scope.ts';
import { type Context, type Decision, reject } from '../process.ts';
import type { SelectionState } from '../selection/state.ts';
import { hoursLimit } from './limits.ts';
import { alarm, type CommandOf, event, firstOf, type Part } from './part.ts';
import { prioritiesOf } from './priorities.ts';
import { place } from './rounds.ts';
import {
  book,
  type ComparedQuote,
  compareQuotes,
  costOutside,
  hoursOf,
  inside,
  runsFor,
  type Supply,
  sourceNeeds,
  trainersFor,
  type WantedSource,
} from './sources.ts';
import { type CycleState, type KnownTrainer, termsOf } from './state.ts';
import { localDay } from './timetable.ts';
import { goOn, isOver } from './transition.ts';

/** One event carries at most so many choices. */
const SOURCED_AN_EVENT = 500;

/** Stage 6. Every merged need gets its source by the rules of the terms, or by hand with a reason. */
export const sourcing = {
  commands: { chooseSource },
  folds: {
    NeedsSourced(state, { sourcing: all }) {
      for (const one of all) state.sourcing[one.merged] = one;
    },
    SourceChosen(state, { why: _, ...chosen }) {
      state.sourcing[chosen.merged] = chosen;
      if (state.stage !== 'sourcing') state.basis++;
    },
  },
  follows: {
    NeedsSourced: (state, { sourcing: all }) => {
      const without = all.filter((s) => s.source === 'none').map((s) => s.merged);
      return without.length ? alarm(state, 'needs-without-source', { needs: without }) : [];
    },
  },
} satisfies Part;

export function sourcingDue(state: CycleState, context: Context): readonly CycleEvent[] {
  return firstOf(
    () => recognise(state, context),
    () => source(state, context),
    () => (isOver(state, context) ? goOn(state, 'compiling', context) : []),
  );
}

/** The selections whose appointments are still to be read: while sources are chosen, and just before. */
export function sourcingWatches(state: CycleState): StreamId[] {
  if (state.stage !== 'summary' && state.stage !== 'sourcing') return [];
  return (state.terms?.selections ?? []) as StreamId[];
}

type Recognised = CycleEventBodies['TrainersRecognised']['trainers'][number];

/** Takes in whom the selections have appointed, and later whoever joins them while sources are being chosen. */
function recognise(state: CycleState, context: Context): CycleEvent[] {
  const trainers = (termsOf(state).selections as StreamId[]).flatMap((id) => appointedIn(id, context));
  const fresh = trainers.filter(({ person, topics, until }) => {
    const known = state.trainers[person];
    if (!known || topics.some((t) => !known.topics.includes(t))) return true;
    return known.until !== null && known.until < until;
  });
  return fresh.length || !state.recognised ? [event('TrainersRecognised', { trainers: fresh })] : [];
}

function appointedIn(selection: StreamId, { child, organisation }: Context): Recognised[] {
  const applications = (child(selection) as SelectionState | undefined)?.applications ?? {};
  return Object.values(applications).flatMap(({ person, topics, appointment, withdrawn }) =>
    appointment && !withdrawn && isEmployed(organisation, person)
      ? [{ person, topics: [...topics], until: appointment.until, selection }]
      : [],
  );
}

function source(state: CycleState, context: Context): CycleEvent[] {
  const wanted = wantedSources(state);
  const open = wanted.filter((w) => !state.sourcing[w.id]);
  if (!open.length) return [];
  const supply = supplyOf(state, context);
  const chosen = sourceNeeds(open, supply, hoursLeft(state, wanted, supply));
  const events: CycleEvent[] = [];
  for (let i = 0; i < chosen.length; i += SOURCED_AN_EVENT) {
    events.push(event('NeedsSourced', { sourcing: chosen.slice(i, i + SOURCED_AN_EVENT) }));
  }
  return events;
}

/** Every merged need with its people and its priority. */
export function wantedSources(state: CycleState): WantedSource[] {
  const priorities = prioritiesOf(state);
  return Object.values(state.merged).map((merged) => ({
    ...merged,
    people: new Set(merged.needs.flatMap((n) => state.needs[n]?.people ?? [])).size,
    priority: priorities.get(merged.id) ?? 9,
  }));
}

/** What there is to choose from, as the cycle and the organisation stand. */
export function supplyOf(state: CycleState, { now, organisation }: Pick<Context, 'now' | 'organisation'>): Supply {
  const { sourcing: rules, period, timeZone } = termsOf(state);
  const trainers = Object.values(state.trainers)
    .filter((t) => isEmployed(organisation, t.person))
    .map((t): KnownTrainer => ({ ...t, hours: hoursLimit(state, t.person) ?? t.hours }));
  return { courses: state.courses, quotes: state.quotes, trainers, rules, period, today: localDay(now, timeZone) };
}

/** The quotes that can be taken up for a merged need, side by side, cheapest for its people first. */
export function quotesFor(
  state: CycleState,
  merged: string,
  context: Pick<Context, 'now' | 'organisation'>,
): ComparedQuote[] {
  const want = wantedSources(state).find((w) => w.id === merged);
  return want ? compareQuotes(want, supplyOf(state, context)) : [];
}

/** The hours that are left to trainers after the internal courses that are chosen already, the most wanted first. */
function hoursLeft(state: CycleState, wanted: readonly WantedSource[], supply: Supply): Map<string, number> {
  const left = hoursOf(supply);
  const known = new Map(supply.trainers.map((t) => [t.person, t]));
  for (const want of [...wanted].sort((a, b) => a.priority - b.priority)) {
    const chosen = state.sourcing[want.id];
    const course = chosen?.source === 'internal' && chosen.course ? state.courses[chosen.course] : undefined;
    if (!chosen || !course) continue;
    const able = chosen.trainers.flatMap((p) => known.get(p) ?? []);
    book(able, runsFor(want.people, course.maxSeats), course.hours, left);
  }
  return left;
}

function chooseSource(
  state: CycleState,
  { actor, body }: CommandOf<'chooseSource'>,
  context: Context,
): Decision<CycleEvent> {
  const at = place(state.stage);
  if (at < place('sourcing') || at > place('compiling')) {
    return reject(
      'wrong-stage',
      `Sources are chosen at the stages "sourcing" and "compiling"; the cycle is at "${state.stage}".`,
    );
  }
  const want = wantedSources(state).find((w) => w.id === body.merged);
  if (!want) return reject('not-found', `There is no merged need ${body.merged}; look up its number in the summary.`);
  const chosen = byHand(state, want, body, supplyOf(state, context));
  if (typeof chosen === 'string') return reject('not-allowed', chosen);
  const passed = state.sourcing[want.id]?.passed ?? [];
  const why = personal(actor, body.reason);
  return [event('SourceChosen', { ...chosen, merged: want.id, reason: 'by-hand', passed, why })];
}

/** A source as somebody wants it, or, as a sentence, why it cannot be. */
function byHand(
  state: CycleState,
  want: WantedSource,
  body: CommandOf<'chooseSource'>['body'],
  supply: Supply,
): Omit<Sourcing, 'merged' | 'passed'> | string {
  const quotes = compareQuotes(want, supply)
    .slice(0, 50)
    .map((c) => c.quote.id);
  const nothing = { course: null, quote: null, reason: 'by-hand' as const, trainers: [], cost: null, quotes };
  if (body.source === 'coaching' || body.source === 'none') return { ...nothing, source: body.source };
  if (body.source === 'internal') {
    const course = body.course === null ? undefined : state.courses[body.course];
    if (!course) return `Name the course by which ${want.id} is met, from the catalogue of this cycle.`;
    const able = trainersFor(course, supply);
    if (!able.length)
      return `Nobody is known who may teach ${course.id} through the whole period; set a trainer first.`;
    return { ...inside(course, want.people, able), quotes };
  }
  const quote = body.quote === null ? undefined : state.quotes[body.quote];
  if (!quote) return `Name the quote by which ${want.id} is met; set it first if it is not in the list.`;
  if (quote.validUntil < supply.today) {
    return `Quote ${quote.id} could be taken up until ${quote.validUntil}; ask ${quote.provider} for a new one.`;
  }
  const cost = costOutside(quote, state.courses[quote.course]!, want.people);
  return { ...nothing, source: 'outside', course: quote.course, quote: quote.id, cost };
}

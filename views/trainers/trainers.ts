import type { Authority } from '../../access/authority.ts';
import { sightOf } from '../../access/sight/cycle.ts';
import type { Label } from '../../contracts/form.ts';
import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { Fact } from '../../contracts/views/fact.ts';
import type { TrainersView } from '../../contracts/views/trainers.ts';
import { latestOf } from '../../db/views/find.ts';
import { namesOf } from '../../db/views/selections.ts';
import { DAY_MS } from '../../domain/calendar/day.ts';
import { resourcesView } from '../../domain/cycle/compiling/resources-view.ts';
import { SOURCE_REASONS } from '../../domain/cycle/sourcing/sentences.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { localDay } from '../../domain/procedure/timetable.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import { elementNames } from '../cycle/elements.ts';
import { dayWords, departmentName, fact, unnamed } from '../fact.ts';
import { ofCycle } from '../people/reading.ts';
import type { Sources } from '../sources.ts';

/** So many of the newest selections are looked through for those whom they have appointed. */
const LOOKED_THROUGH = 20;
/** A term that ends within so many days leaves a gap soon. */
const SOON_DAYS = 90;

type Trainer = TrainersView['trainers'][number];

/** Whose term stands, with what by. */
interface Term {
  readonly person: PersonId;
  readonly topics: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly selection: string;
}

/** The team of trainers as somebody sees it. */
export async function trainersSeen(
  { pool, reader }: Pick<Sources, 'pool' | 'reader'>,
  who: Authority,
  now: Instant,
): Promise<TrainersView> {
  const organisation = await reader.organisation();
  const { selections, cycle, terms, people } = await teamOf({ pool, reader }, organisation, now);
  const whole = cycle ? sightOf(cycle, organisation, who).whole : who.all;
  const names = await namesOf(pool, people);
  const trainers = people.map((person) =>
    trainerOf(person, { terms, cycle, organisation, names, sees: whole || person === who.person }),
  );
  return {
    cycle: cycle?.terms ? ofCycle(cycle) : null,
    topics: topicsOf(selections, trainers, now),
    trainers,
    gaps: whole && cycle?.terms ? gapsOf(cycle, organisation) : [],
  };
}

interface Team {
  readonly selections: readonly SelectionState[];
  readonly cycle: CycleState | undefined;
  readonly terms: readonly Term[];
  readonly people: readonly PersonId[];
}

/**
 * Who is of the team of trainers: whoever is appointed, and whom the newest cycle counts on; nobody who has left. Three
 * queries, as long as nothing of it is new.
 */
export async function teamOf(
  { pool, reader }: Pick<Sources, 'pool' | 'reader'>,
  organisation: OrganisationState,
  now: Instant,
): Promise<Team> {
  const [ids, newest] = await Promise.all([latestOf(pool, 'selection', LOOKED_THROUGH), latestOf(pool, 'cycle', 1)]);
  const states = await reader.states([...ids, ...newest]);
  const selections = ids.flatMap((id) => (states.get(id) as SelectionState | undefined) ?? []);
  const cycle = newest.map((id) => states.get(id) as CycleState | undefined)[0];
  const terms = selections.flatMap((state) => termsIn(state, organisation, now));
  const people = [...new Set([...terms.map((t) => t.person), ...Object.keys(cycle?.trainers ?? {})])]
    .filter((p) => organisation.people.get(p)?.employed)
    .sort();
  return { selections, cycle, terms, people };
}

/** The appointments of a selection that hold today, where the person is. */
function termsIn(state: SelectionState, { people }: OrganisationState, now: Instant): Term[] {
  return Object.values(state.applications).flatMap(({ person, topics, appointment }) => {
    const zone = people.get(person)?.timeZone;
    if (!appointment || zone === undefined || appointment.until < localDay(now, zone)) return [];
    const { from, until } = appointment;
    return [{ person, topics, from, until, selection: state.stream }];
  });
}

interface Around {
  readonly terms: readonly Term[];
  readonly cycle: CycleState | undefined;
  readonly organisation: OrganisationState;
  readonly names: ReadonlyMap<string, string>;
  /** Hours and ratings are theirs to see. */
  readonly sees: boolean;
}

function trainerOf(person: PersonId, { terms, cycle, organisation, names, sees }: Around): Trainer {
  const own = terms.filter((t) => t.person === person);
  const last = own.reduce<Term | undefined>((a, b) => (!a || b.until > a.until ? b : a), undefined);
  const known = cycle?.trainers[person];
  const department = organisation.people.get(person)?.department ?? null;
  return {
    person,
    name: names.get(person) ?? null,
    department,
    departmentName: department === null ? null : departmentName(organisation.departments, department),
    topics: [...new Set([...own.flatMap((t) => t.topics), ...(known?.topics ?? [])])].sort(),
    courses: (known?.courses ?? []).map((course) => ({
      course,
      title: cycle?.courses[course]?.title ?? unnamed(course),
    })),
    from: last?.from ?? null,
    until: last?.until ?? known?.until ?? null,
    selection: last?.selection ?? null,
    hours: sees && cycle?.terms ? hoursOf(cycle, person) : null,
    rating: sees && cycle?.terms ? ratingOf(cycle, person) : null,
  };
}

function hoursOf(cycle: CycleState, person: PersonId): Trainer['hours'] {
  const found = resourcesView(cycle, () => 0).trainers.find((t) => t.person === person);
  if (!found) return null;
  const { limit, planned, used } = found;
  return { limit, planned, used, left: Math.max(0, limit - planned) };
}

/** What participants have said of a trainer over the courses of a cycle, once enough of them have. */
function ratingOf(cycle: CycleState, person: PersonId): Trainer['rating'] {
  const { privacy } = termsOf(cycle).delivery;
  const said = Object.values(cycle.offerings).flatMap(({ planned, result }) =>
    planned.trainer === person && result?.trainer ? [result.trainer] : [],
  );
  const answers = said.reduce((sum, s) => sum + s.answers, 0);
  const shown = said.filter((s) => s.mean !== null);
  const counted = shown.reduce((sum, s) => sum + s.answers, 0);
  if (answers === 0) return { mean: null, answers, hidden: null };
  if (counted < privacy) {
    const hidden = fact(
      'small-group',
      { privacy },
      `Fewer than ${privacy} people have answered, so that it would tell of single ones.`,
      `作答人数少于 ${privacy} 人，为保护个人信息不予显示。`,
    );
    return { mean: null, answers, hidden };
  }
  const sum = shown.reduce((total, s) => total + s.mean! * s.answers, 0);
  return { mean: Math.round((sum / counted) * 100) / 100, answers, hidden: null };
}

function topicsOf(
  selections: readonly SelectionState[],
  trainers: readonly Trainer[],
  now: Instant,
): TrainersView['topics'] {
  const labels = new Map<string, Label>();
  // The newest selection says what a topic is called.
  for (const state of [...selections].reverse())
    for (const { id, label } of state.terms?.topics ?? []) labels.set(id, label);
  for (const { topics } of trainers)
    for (const topic of topics) if (!labels.has(topic)) labels.set(topic, unnamed(topic));
  return [...labels]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([topic, label]) => {
      const own = trainers.filter((t) => t.topics.includes(topic));
      return { topic, label, trainers: own.map((t) => t.person), gap: gapIn(own, now) };
    });
}

function gapIn(own: readonly Trainer[], now: Instant): Fact | null {
  if (!own.length) return fact('nobody', {}, 'Nobody is appointed for it.', '尚无聘任的内训师。');
  const soon = new Date(now + SOON_DAYS * DAY_MS).toISOString().slice(0, 10);
  const lasting = own.filter((t) => t.until === null || t.until > soon);
  if (lasting.length) return null;
  const until = own
    .map((t) => t.until!)
    .sort()
    .at(-1)!;
  const day = dayWords(until);
  return fact(
    'ends-soon',
    { until },
    `The last term in it ends on ${day.en}.`,
    `最后一个聘期将于${day['zh-CN']}届满。`,
  );
}

const WITHOUT_TRAINER: ReadonlySet<string> = new Set(['no-trainer', 'trainers-full']);

/** Needs for which the cycle found no trainer, or none with hours. */
function gapsOf(cycle: CycleState, organisation: OrganisationState): TrainersView['gaps'] {
  const found = Object.values(cycle.sourcing).flatMap(({ merged, passed, reason }) => {
    const why = [reason, ...passed.map((p) => p.reason)].find((r) => WITHOUT_TRAINER.has(r));
    return why ? [{ merged, why, element: cycle.merged[merged]?.element ?? null }] : [];
  });
  const names = elementNames(
    organisation,
    found.map((f) => f.element),
  );
  return found.map(({ merged, why, element }) => {
    const { en, 'zh-CN': zh } = SOURCE_REASONS[why];
    return { ...fact(why, { merged }, en, zh), element, name: element ? (names[element] ?? unnamed(element)) : null };
  });
}

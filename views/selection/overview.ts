import type { Authority } from '../../access/authority.ts';
import { decides } from '../../access/sight/selection.ts';
import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { Trouble } from '../../contracts/trouble.ts';
import type { SelectionView } from '../../contracts/views/selection.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { refusalLines } from '../../domain/procedure/refused-orders.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { place, policyOf } from '../../domain/selection/kit.ts';
import { type MayApply, mayApply } from '../../domain/selection/may-apply.ts';
import { chairOf, panelOf } from '../../domain/selection/people.ts';
import {
  type Application,
  applicationOf,
  candidatesOf,
  eligible,
  type SelectionState,
} from '../../domain/selection/state.ts';
import { selectionView as insideOf } from '../../domain/selection/view.ts';
import { departmentName } from '../fact.ts';

/** The people whose names the view shows: candidates, and the appointed, some of whom may have moved up. */
export function peopleShown(state: SelectionState): string[] {
  const appointed = Object.values(state.applications).filter((a) => a.appointment);
  return [...new Set([...posted(state), ...appointed].map((a) => a.person))];
}

/** What a view is made of besides the selection itself. */
export interface Surroundings {
  readonly names: ReadonlyMap<string, string>;
  /** The open rounds, for whom the selection waits; only operations are told. */
  readonly rounds: ReadonlyMap<StreamId, RoundState>;
  readonly trouble: Trouble | null;
  readonly endorsements: SelectionView['endorsements'];
  readonly organisation: OrganisationState;
  readonly now: Instant;
}

/** A selection as somebody sees it. */
export function selectionView(
  state: SelectionState,
  viewer: Authority,
  { names, rounds, trouble, endorsements, organisation, now }: Surroundings,
): SelectionView {
  const terms = termsOf(state);
  const { experts: _named, ...eligibility } = terms.eligibility;
  const { timetable, waiting } = insideOf(state, (id) => rounds.get(id));
  const candidate = (a: Application) => candidateOf(a, names, organisation);
  return {
    id: state.stream,
    title: terms.title,
    company: terms.company,
    stage: state.stage,
    paused: state.phase === 'paused',
    closed: state.phase === 'closed' || state.phase === 'cancelled',
    until: state.until,
    clockStopped: state.clockStoppedAt !== null,
    postedUntil: state.postedUntil,
    timetable: [...timetable],
    measures: state.measures,
    topics: terms.topics,
    eligibility,
    criteria: terms.criteria,
    criteriaFrozen: state.frozen,
    seats: terms.seats,
    blind: terms.blind,
    objectionPeriod: terms.objectionPeriod,
    agreement: { within: terms.timetable.agreement, silence: policyOf(state, 'agreements').silence },
    termMonths: terms.termMonths,
    endorsements,
    mine: { ...mineOf(state, viewer), eligible: eligibleIn(mayApply(state, viewer.person, { organisation, now })) },
    candidates: isPosted(state) ? posted(state).map(candidate) : null,
    appointed: Object.values(state.applications).flatMap((a) =>
      a.appointment ? [{ ...candidate(a), from: a.appointment.from, until: a.appointment.until }] : [],
    ),
    rankings: viewer.all || decides(state, viewer.person) ? [...state.rankings] : null,
    machinery: viewer.all
      ? { ...machineryOf(state, rounds), trouble, waiting: waiting.map((w) => ({ ...w, people: [...w.people] })) }
      : null,
  };
}

function isPosted(state: SelectionState): boolean {
  return state.decision !== null && place(state.stage) >= place('notice');
}

/** The candidates once they are public, in the order of the decision; those who have left the company are not shown. */
function posted(state: SelectionState): Application[] {
  return isPosted(state) ? candidatesOf(state) : [];
}

function candidateOf(
  { code, person, department, topics }: Application,
  names: ReadonlyMap<string, string>,
  { departments }: OrganisationState,
) {
  const name = names.get(person) ?? null;
  return {
    application: code,
    person,
    name,
    department,
    departmentName: departmentName(departments, department),
    topics: [...topics],
  };
}

function eligibleIn({ answer, reasons, met }: MayApply): SelectionView['mine']['eligible'] {
  return { answer, reasons: reasons.map((r) => ({ ...r })), met: [...met] };
}

function mineOf(
  state: SelectionState,
  { person, operations, auditor }: Authority,
): Omit<SelectionView['mine'], 'eligible'> {
  const terms = termsOf(state);
  const own = applicationOf(state, person);
  const is = {
    operations,
    auditor,
    applicant: own !== undefined,
    nominee: state.nominations[person] !== undefined,
    reviewer: state.pool.some((r) => r.person === person),
    panel: panelOf(state).includes(person),
    chair: chairOf(state) === person,
    screener: terms.screeners.includes(person),
    handler: state.handlers.includes(person),
    leader: terms.leaders.includes(person),
  };
  return {
    roles: (Object.keys(is) as (keyof typeof is)[]).filter((role) => is[role]),
    application: own?.code ?? null,
    reviews: state.pairs.filter((p) => p.reviewer === person).length,
    objections: Object.values(state.objections)
      .filter((o) => o.by === person)
      .map(({ id, about, state: stands }) => ({ id, about, state: stands })),
  };
}

function machineryOf(
  state: SelectionState,
  rounds: Surroundings['rounds'],
): Omit<NonNullable<SelectionView['machinery']>, 'waiting' | 'trouble'> {
  const all = Object.values(state.applications);
  const load = countBy(state.pairs.map((p) => p.reviewer));
  return {
    counts: {
      applications: all.length,
      withdrawn: all.filter((a) => a.withdrawn).length,
      eligible: eligible(state).length,
      ineligible: all.filter((a) => !a.withdrawn && a.screening?.eligible === false).length,
      reviews: state.pairs.length,
      waived: Object.values(state.waived).reduce((sum, n) => sum + n, 0),
      objectionsOpen: Object.values(state.objections).filter((o) => o.state === 'open').length,
    },
    rounds: Object.values(state.rounds),
    endorsements: state.endorsements,
    told: state.told.publicity,
    reached: countBy(Object.values(state.reached)),
    unreached: state.unreached === null ? null : [...state.unreached],
    reviewers: state.pool.map(({ person, limit }) => ({ person, limit, reviews: load[person] ?? 0 })),
    shortages: [...state.shortages],
    refusedOrders: refusalLines(state),
    disagreements: [...(state.disagreements ?? [])],
    objections: Object.values(state.objections).map(({ id, by, about, state: stands, asked, stage, raisedAt }) => ({
      id,
      by,
      about,
      state: stands,
      handler: (stands === 'open' && rounds.get(asked.round)?.tasks.get(asked.task)?.assignee) || asked.who,
      stage,
      raisedAt,
    })),
  };
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

import type { Label } from '../../contracts/form.ts';
import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import { type Purpose, STAGES, type Stage } from '../../contracts/selection/terms.ts';
import { refusalsToMend } from '../procedure/refused-orders.ts';
import { openRounds } from '../procedure/rounds.ts';
import { type StageDates, stageDates } from '../procedure/stage-dates.ts';
import type { RoundState } from '../round/state.ts';
import { openObjections } from './objections.ts';
import { unreachedDepartments } from './reach.ts';
import { candidatesOf, eligible, type SelectionState, standing } from './state.ts';

export interface Waiting {
  /** The round that waits, or `null` for what operations have to do. */
  readonly round: StreamId | null;
  readonly purpose: Purpose | null;
  readonly people: readonly PersonId[];
  /** What operations have to do. */
  readonly what: string | null;
}

export interface SelectionView {
  readonly id: StreamId;
  readonly title: Label | null;
  readonly phase: SelectionState['phase'];
  readonly stage: Stage;
  readonly until: Instant | null;
  readonly timetable: readonly StageDates<Stage>[];
  readonly counts: Readonly<
    Record<'applications' | 'eligible' | 'reviews' | 'candidates' | 'objections' | 'appointed', number>
  >;
  /** How many people of each department were told and how many the notice has reached. */
  readonly reach: Readonly<Record<string, { readonly told: number; readonly reached: number }>>;
  /** Departments that were told and in which the notice has reached nobody. */
  readonly unreached: readonly string[];
  readonly waiting: readonly Waiting[];
}

/** A selection as operations see it. `child`: the folded rounds, for who is being waited for. */
export function selectionView(state: SelectionState, child: (id: StreamId) => RoundState | undefined): SelectionView {
  const all = Object.values(state.applications);
  return {
    id: state.stream,
    title: state.terms?.title ?? null,
    phase: state.phase,
    stage: state.stage,
    until: state.until,
    timetable: stageDates(state, STAGES),
    counts: {
      applications: standing(state).length,
      eligible: eligible(state).length,
      reviews: state.pairs.length,
      candidates: candidatesOf(state).length,
      objections: openObjections(state).length,
      appointed: all.filter((a) => a.appointment).length,
    },
    reach: reachOf(state),
    unreached: unreachedDepartments(state),
    waiting: [...waitingInRounds(state, child), ...waitingForOperations(state)],
  };
}

function reachOf(state: SelectionState): SelectionView['reach'] {
  const reached = new Map<string, number>();
  for (const d of Object.values(state.reached)) reached.set(d, (reached.get(d) ?? 0) + 1);
  return Object.fromEntries(
    Object.entries(state.told.publicity).map(([d, told]) => [d, { told, reached: reached.get(d) ?? 0 }]),
  );
}

function waitingInRounds(state: SelectionState, child: (id: StreamId) => RoundState | undefined): Waiting[] {
  return openRounds(state).flatMap(({ id, purpose }) => {
    const desks = child(id)?.desks ?? new Map<PersonId, { open: Set<string> }>();
    const people = [...desks].filter(([, desk]) => desk.open.size > 0).map(([person]) => person);
    return people.length ? [{ round: id, purpose, people: people.sort(), what: null }] : [];
  });
}

/** What only operations can mend, each as one sentence. */
export function waitingForOperations(state: SelectionState): Waiting[] {
  const sentences = refusalsToMend(state);
  if (state.phase === 'running' && state.stage === 'measures') {
    if (!state.measures) sentences.push('The management measures have to be published.');
    if (state.refusedBy.length) {
      sentences.push(`${state.refusedBy.join(', ')} did not acknowledge the measures; change them to ask again.`);
    }
  }
  for (const a of standing(state)) {
    if (!a.screening && a.screeningTask && !a.screeningTask.who)
      sentences.push(`${a.code} has no screener left; decide it.`);
    if (a.objection?.state === 'open' && !a.objection.who) {
      sentences.push(`The objection to the screening of ${a.code} has no handler left; decide it.`);
    }
  }
  for (const { sentence } of state.shortages) sentences.push(sentence);
  for (const o of openObjections(state)) {
    if (!o.asked.who) sentences.push(`Objection ${o.id} has nobody to decide it; add a handler.`);
  }
  return sentences.map((what) => ({ round: null, purpose: null, people: [], what }));
}

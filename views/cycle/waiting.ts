import { CYCLE_STAGES } from '../../contracts/cycle/terms.ts';
import type { CycleView, StageDates } from '../../contracts/views/cycle.ts';
import type { Desk } from '../../db/views/cycles.ts';
import { place } from '../../domain/cycle/kit.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { waitingForOperations } from '../../domain/cycle/view.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { openRounds } from '../../domain/procedure/rounds.ts';

const MOST_NAMED = 200;

/** When each stage runs: as it ran, as it runs, and as the timetable has it. */
export function timetableOf(state: CycleState): StageDates[] {
  return CYCLE_STAGES.filter((s) => s !== 'closed').map((stage) => {
    const current = stage === state.stage && state.phase !== 'closed';
    const planned = state.plan[stage];
    return {
      stage,
      state: current ? 'current' : place(stage) < place(state.stage) ? 'done' : 'ahead',
      start: current ? state.startedAt : (planned?.start ?? null),
      end: current ? (state.until ?? planned?.end ?? null) : (planned?.end ?? null),
      runs: state.runs[stage] ?? 0,
    };
  });
}

type Waiting = NonNullable<CycleView['machinery']>['waiting'];

/** Whom the open rounds wait for, and what operations have to do. */
export function waitingOf(state: CycleState, organisation: OrganisationState, desks: readonly Desk[]): Waiting {
  const inRounds = openRounds(state).flatMap(({ id, purpose }) => {
    const people = desks.filter((d) => d.round === id).map((d) => d.person);
    if (!people.length) return [];
    return [{ round: id, purpose, people: people.slice(0, MOST_NAMED), count: people.length, what: null }];
  });
  const forOperations = waitingForOperations(state, organisation).map((what) => {
    return { round: null, purpose: null, people: [], count: 0, what };
  });
  return [...inRounds, ...forOperations];
}

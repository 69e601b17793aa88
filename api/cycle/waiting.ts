import { CYCLE_STAGES } from '../../contracts/cycle/terms.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { CycleView, StageDates } from '../../contracts/views/cycle.ts';
import { openRounds, place } from '../../domain/cycle/rounds.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { RoundState } from '../../domain/round/state.ts';

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

/** Whom the open rounds wait for. */
export function waitingOf(state: CycleState, rounds: ReadonlyMap<StreamId, RoundState>): Waiting {
  return openRounds(state).flatMap(({ id, purpose }) => {
    const desks = [...(rounds.get(id)?.desks ?? [])].filter(([, desk]) => desk.open.size > 0);
    const people = desks.map(([person]) => person).sort();
    if (!people.length) return [];
    return [{ round: id, purpose, people: people.slice(0, MOST_NAMED), count: people.length, what: null }];
  });
}

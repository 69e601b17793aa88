import type { Instant } from '../../contracts/ids.ts';
import type { Standing } from './standing.ts';
import type { PlanOfStages } from './timetable.ts';

/** When a stage runs. */
export interface StageDates<Stage extends string = string> {
  readonly stage: Stage;
  readonly state: 'done' | 'current' | 'ahead';
  readonly start: Instant | null;
  readonly end: Instant | null;
  /** How often it has begun. */
  readonly runs: number;
}

type Dated<Stage extends string> = Pick<Standing<Stage>, 'stage' | 'phase' | 'startedAt' | 'until' | 'runs'> & {
  readonly plan: PlanOfStages;
};

/** When each stage runs: as it ran, as it runs, and as the timetable has it; `stages`: in their order, with the last, `closed`. */
export function stageDates<Stage extends string>(state: Dated<Stage>, stages: readonly Stage[]): StageDates<Stage>[] {
  const reached = stages.indexOf(state.stage);
  return stages
    .filter((stage) => stage !== 'closed')
    .map((stage) => {
      const current = stage === state.stage && state.phase !== 'closed';
      const planned = state.plan[stage];
      return {
        stage,
        state: current ? 'current' : stages.indexOf(stage) < reached ? 'done' : 'ahead',
        start: current ? state.startedAt : (planned?.start ?? null),
        end: current ? (state.until ?? planned?.end ?? null) : (planned?.end ?? null),
        runs: state.runs[stage] ?? 0,
      };
    });
}

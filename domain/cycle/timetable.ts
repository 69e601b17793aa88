import { CYCLE_STAGES, type CycleStage, type CycleTerms, type CycleTimetable } from '../../contracts/cycle/terms.ts';
import type { Instant } from '../../contracts/ids.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { termsOf } from '../procedure/standing.ts';
import { endFrom, type PlanOfStages, placeOf, planFrom, planOnwards } from '../procedure/timetable.ts';
import type { CycleState } from './state.ts';

export { dueIn, dueInStage, faultOfPlan, localDay } from '../procedure/timetable.ts';

type Timed = Exclude<CycleStage, 'closed'>;

/** Beginning and end of every stage when each ends as the timetable says, from a stage on that begins at an instant. */
export function planOf(
  stage: CycleStage,
  start: Instant,
  timetable: CycleTimetable,
  terms: Pick<CycleTerms, 'timeZone' | 'calendar'>,
  organisation: OrganisationState,
): PlanOfStages {
  const stages = CYCLE_STAGES.slice(CYCLE_STAGES.indexOf(stage), -1);
  return planFrom(stages, start, (s) => timetable[s as Timed], placeOf(terms, organisation));
}

/** The plan from a stage on that begins now. */
export function planOn(
  state: CycleState,
  stage: CycleStage,
  now: Instant,
  organisation: OrganisationState,
): PlanOfStages {
  const stages = CYCLE_STAGES.slice(CYCLE_STAGES.indexOf(stage)).filter((s) => s !== 'closed');
  const whenOf = (s: string) => state.timetable![s as Timed];
  return planOnwards(stages, now, whenOf, state.plan, placeOf(termsOf(state), organisation));
}

/** When a stage that begins now ends, or should. */
export function endOf(
  state: CycleState,
  stage: CycleStage,
  now: Instant,
  organisation: OrganisationState,
): Instant | null {
  if (stage === 'closed') return null;
  return endFrom(state.timetable![stage], now, state.plan[stage], placeOf(termsOf(state), organisation));
}

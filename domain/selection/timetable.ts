import type { Instant, PersonId } from '../../contracts/ids.ts';
import { STAGES, type Stage, TIMED_STAGES, type TimedStage, type Timetable } from '../../contracts/selection/terms.ts';
import type { DuePlace } from '../calendar/due.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { termsOf } from '../procedure/standing.ts';
import {
  dueIn,
  endFrom,
  faultOfPlan as faultOf,
  type PlanOfStages,
  placeOf,
  planFrom as planOf,
  planOnwards,
} from '../procedure/timetable.ts';
import type { Context, Rejection } from '../process.ts';
import type { SelectionState } from './state.ts';

export { after, dueIn, dueInStage, localDay, placeOf } from '../procedure/timetable.ts';

export function isTimed(stage: Stage): stage is TimedStage {
  return (TIMED_STAGES as readonly Stage[]).includes(stage);
}

/**
 * Beginning and end of every stage when each ends as the timetable says, from a stage on that begins at an instant.
 * The public notice lasts for the objection period; the ranking takes no time.
 */
export function planFrom(
  stage: Stage,
  start: Instant,
  timetable: Timetable,
  objectionPeriod: string,
  place: DuePlace,
): PlanOfStages {
  const stages = STAGES.slice(STAGES.indexOf(stage), -1);
  const whenOf = (s: string) =>
    s === 'notice' ? objectionPeriod : s === 'ranking' ? null : timetable[s as TimedStage];
  return planOf(stages, start, whenOf, place);
}

/** The first thing that cannot be in a plan; null when every stage but the ranking has time. */
export function faultOfPlan(plan: PlanOfStages, now: Instant, day: (at: Instant) => string): Rejection | null {
  return faultOf(plan, now, day, ['ranking']);
}

/** The plan from a stage on that begins now. */
export function planOn(
  state: SelectionState,
  stage: Stage,
  now: Instant,
  organisation: OrganisationState,
): PlanOfStages {
  const terms = termsOf(state);
  const stages = STAGES.slice(STAGES.indexOf(stage), -1);
  const whenOf = (s: string) =>
    s === 'notice' ? terms.objectionPeriod : s === 'ranking' ? null : state.timetable![s as TimedStage];
  return planOnwards(stages, now, whenOf, state.plan, placeOf(terms, organisation));
}

/** When a stage that begins now ends; null: time does not end it. */
export function endOf(
  state: SelectionState,
  stage: Stage,
  now: Instant,
  organisation: OrganisationState,
): Instant | null {
  const terms = termsOf(state);
  const place = placeOf(terms, organisation);
  if (stage === 'notice') return endFrom(terms.objectionPeriod, now, undefined, place);
  return isTimed(stage) ? endFrom(state.timetable![stage], now, state.plan[stage], place) : null;
}

/** By when an objection is to be decided that is handed to somebody now. */
export function objectionDue(state: SelectionState, context: Context, handler: PersonId | null = null): Instant {
  const terms = termsOf(state);
  return dueIn(terms.timetable.objection, terms, context, handler);
}

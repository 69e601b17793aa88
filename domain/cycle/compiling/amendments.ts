import type { PlannedOffering } from '../../../contracts/planning.ts';
import type { OrganisationState } from '../../organisation/state.ts';
import { faultsOfPlan } from '../../planning/faults.ts';
import type { Rejection } from '../../process.ts';
import { refusalOf } from '../../refuse.ts';
import type { CycleState } from '../state.ts';
import { keptOfferings, NO_ROUNDS, planProblemOf } from './problem.ts';

/** A line with other values, put down with what it costs and how long it takes by the figures of the cycle. */
export function amended(state: CycleState, line: PlannedOffering, values: Partial<PlannedOffering>): PlannedOffering {
  const next = { ...line, ...values };
  const course = state.courses[next.course];
  if (!course) return next;
  const { runCost, seatCost } = next.quote === null ? course : (state.quotes[next.quote] ?? course);
  const dayCost = next.room === null ? 0 : (state.rooms[next.room]?.dayCost ?? 0);
  const cost = runCost + seatCost * next.participants.length + dayCost * next.days.length;
  return { ...next, cost, hours: course.hours };
}

/**
 * The first limit that a line breaks by itself, or together with what stands beside it; null: the rest
 * can be compiled around it.
 */
export function faultOfAmendment(
  state: CycleState,
  organisation: OrganisationState,
  line: PlannedOffering,
): Rejection | null {
  const beside = keptOfferings(state).filter((o) => o.id !== line.id);
  const problem = { ...planProblemOf(state, organisation, NO_ROUNDS), keep: beside };
  const fault = faultsOfPlan(problem, [...beside, line]).find((f) => f.limit.kind !== 'must');
  return fault ? refusalOf(fault.why) : null;
}

import type { CycleTerms } from '../../contracts/cycle/terms.ts';
import type { Actor, Instant } from '../../contracts/ids.ts';
import { dayNumber } from '../calendar/day.ts';
import { dayThere } from '../organisation/day-for.ts';
import type { PlanOfStages } from '../procedure/timetable.ts';
import type { Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { localDay } from './timetable.ts';

/** In days: three years and some weeks. */
const LONGEST_PERIOD = 1200;

/**
 * What is wrong between the period that the plan covers and the stages of the cycle, null: nothing.
 * What is planned must be approved before the period is over, and can be carried out only until the execution ends.
 */
export function faultOfPeriod(
  { period, timeZone }: Pick<CycleTerms, 'period' | 'timeZone'>,
  plan: PlanOfStages,
  reader: Actor,
  { now, organisation }: Pick<Context, 'now' | 'organisation'>,
): Rejection | null {
  const day = (at: Instant) => localDay(at, timeZone);
  // The days of the period are days at the place of the cycle.
  const said = (at: Instant) => dayThere(at, reader, organisation, timeZone);
  if (period.to < period.from) {
    return refuse('wrong-date/period-backwards', { from: period.from, to: period.to });
  }
  if (dayNumber(period.to) - dayNumber(period.from) >= LONGEST_PERIOD) {
    return refuse('wrong-date/period-long', { from: period.from, to: period.to, most: LONGEST_PERIOD });
  }
  if (period.to < day(now)) return refuse('wrong-date/period-passed', { to: period.to });
  const approved = day(plan.approval!.end);
  if (approved >= period.to) {
    return refuse('wrong-date/approval-behind-period', { day: said(plan.approval!.end), to: period.to });
  }
  const executed = day(plan.execution!.end);
  if (executed < period.from) {
    return refuse('wrong-date/execution-before-period', { day: said(plan.execution!.end), from: period.from });
  }
  if (executed < period.to) {
    return refuse('wrong-date/execution-short', { day: said(plan.execution!.end), to: period.to });
  }
  return null;
}

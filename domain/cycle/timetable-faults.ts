import type { CycleTerms } from '../../contracts/cycle/terms.ts';
import type { Actor, Instant } from '../../contracts/ids.ts';
import { dayNumber } from '../calendar/day.ts';
import { dayThere } from '../organisation/day-for.ts';
import type { PlanOfStages } from '../procedure/timetable.ts';
import type { Context } from '../process.ts';
import { localDay } from './timetable.ts';

/** In days: three years and some weeks. */
const LONGEST_PERIOD = 1200;

/**
 * What is wrong between the period that the plan covers and the stages of the cycle, as one sentence; null: nothing.
 * What is planned must be approved before the period is over, and can be carried out only until the execution ends.
 */
export function faultOfPeriod(
  { period, timeZone }: Pick<CycleTerms, 'period' | 'timeZone'>,
  plan: PlanOfStages,
  reader: Actor,
  { now, organisation }: Pick<Context, 'now' | 'organisation'>,
): string | null {
  const day = (at: Instant) => localDay(at, timeZone);
  // The days of the period are days at the place of the cycle.
  const said = (at: Instant) => dayThere(at, reader, organisation, timeZone);
  if (period.to < period.from) {
    return `The period ends on ${period.to}, before it begins on ${period.from}; exchange the two days.`;
  }
  if (dayNumber(period.to) - dayNumber(period.from) >= LONGEST_PERIOD) {
    return `The period from ${period.from} to ${period.to} is longer than ${LONGEST_PERIOD} days; plan it in several cycles.`;
  }
  if (period.to < day(now)) return `The period ended on ${period.to}, which has passed; choose the period to come.`;
  const approved = day(plan.approval!.end);
  if (approved >= period.to) {
    return `The approval would end on ${said(plan.approval!.end)}, when the period until ${period.to} is over; let the approval end earlier or the period later.`;
  }
  const executed = day(plan.execution!.end);
  if (executed < period.from) {
    return `The stage "execution" would end on ${said(plan.execution!.end)}, before the period begins on ${period.from}; let it end later.`;
  }
  if (executed < period.to) {
    return `The stage "execution" would end on ${said(plan.execution!.end)}, but the plan covers the days until ${period.to}; let it end on that day or later.`;
  }
  return null;
}

import type { Instant } from '../../contracts/ids.ts';
import type { OfferingStage, OfferingTerms } from '../../contracts/offering/terms.ts';
import type { PlannedOffering } from '../../contracts/planning.ts';
import { dayNumber } from '../calendar/day.ts';
import { endOfDay, lastEndOfDay } from '../calendar/due.ts';
import { withinTime } from '../calendar/workday.ts';
import { instantOf } from '../calendar/zone.ts';
import { termsOf } from '../procedure/standing.ts';
import { after, dueIn, placeOf } from '../procedure/timetable.ts';
import type { Context } from '../process.ts';
import { type OfferingState, plannedOf } from './state.ts';

const HOUR = 3_600_000;
/** Courses begin and end at these hours, by the clock of the place. */
export const FIRST_HOUR = 9;
export const LAST_HOUR = 17;

/** Within this time it is put down who was there. */
export const ATTENDANCE_TIME = '2bd';

/** The plan of an offering with the terms that its dates are reckoned by. */
export interface Dated {
  readonly terms: OfferingTerms;
  readonly planned: PlannedOffering;
}

export function datedOf(state: OfferingState): Dated {
  return { terms: termsOf(state), planned: plannedOf(state) };
}

/** When the first day begins. */
export function startOf({ terms, planned }: Dated): Instant {
  return clock(planned.days[0]!, FIRST_HOUR, terms.timeZone);
}

/** When the last day ends. */
export function endOf({ terms, planned }: Dated): Instant {
  return clock(planned.days.at(-1)!, LAST_HOUR, terms.timeZone);
}

/** When people are asked to come. */
export function inviteAt(dated: Dated, context: Context): Instant {
  return before(dated, dated.terms.delivery.invite, context);
}

/** When it is looked at whether enough seats are taken: when the working day ends, and never once the course has begun. */
export function minimumAt(dated: Dated, context: Context): Instant {
  const day = before(dated, dated.terms.delivery.minimum, context);
  return Math.min(endOfDay(day, placeOf(dated.terms, context.organisation)), startOf(dated));
}

/** When each follow-up begins, the earliest first. */
export function followUpsAt(dated: Dated, { organisation }: Context): Instant[] {
  const place = placeOf(dated.terms, organisation);
  return dated.terms.delivery.followUps.map((d) => after(endOf(dated), d, place)).sort((a, b) => a - b);
}

/** When a stage that begins now ends; null: time does not end it. */
export function untilOf(dated: Dated, stage: OfferingStage, context: Context): Instant | null {
  switch (stage) {
    case 'planned':
      return inviteAt(dated, context);
    case 'invitation':
      return startOf(dated);
    case 'teaching':
      return endOf(dated);
    case 'feedback':
      return dueIn(dated.terms.delivery.feedback, dated.terms, context);
    default:
      return null;
  }
}

/** So long at least somebody has to answer before a course. */
const SOME_HOURS = 4 * HOUR;

/**
 * By when an answer is due that is of use before the course alone: as wanted, or when the last working day before it ends;
 * where that leaves no hours to answer in, when it begins.
 */
export function dueBeforeStart(wanted: Instant, dated: Dated, { now, organisation }: Context): Instant {
  const place = placeOf(dated.terms, organisation);
  const start = startOf(dated);
  const last = lastEndOfDay(start, place);
  const due = Math.min(wanted, last);
  if (due >= now + SOME_HOURS) return due;
  return start > now ? start : endOfDay(now + SOME_HOURS, place);
}

/** So long before the first day. */
export function before(dated: Dated, duration: string, { organisation }: Context): Instant {
  return after(startOf(dated), opposite(duration), placeOf(dated.terms, organisation));
}

function opposite(duration: string): string {
  return duration.startsWith('-') ? duration.slice(1) : `-${duration}`;
}

function clock(day: string, hour: number, timeZone: string): Instant {
  return withinTime(instantOf({ day: dayNumber(day), ms: hour * HOUR }, timeZone));
}

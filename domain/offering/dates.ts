import type { Instant } from '../../contracts/ids.ts';
import type { OfferingStage, OfferingTerms } from '../../contracts/offering/terms.ts';
import type { PlannedOffering } from '../../contracts/planning.ts';
import { dayNumber } from '../calendar/day.ts';
import { withinTime } from '../calendar/workday.ts';
import { instantOf } from '../calendar/zone.ts';
import { termsOf } from '../procedure/standing.ts';
import { after, placeOf } from '../procedure/timetable.ts';
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

/** When it is looked at whether enough seats are taken. */
export function minimumAt(dated: Dated, context: Context): Instant {
  return before(dated, dated.terms.delivery.minimum, context);
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
      return after(context.now, dated.terms.delivery.feedback, placeOf(dated.terms, context.organisation));
    default:
      return null;
  }
}

/** An instant for an answer: as wanted, but never without some hours to answer in. */
export function dueFor(wanted: Instant, { now }: Context): Instant {
  return withinTime(Math.max(wanted, now + 4 * HOUR));
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

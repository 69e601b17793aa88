import type { Instant } from '../../contracts/ids.ts';
import { FIRST_HOUR, LAST_HOUR } from '../../domain/offering/dates.ts';
import { type OfferingState, plannedOf } from '../../domain/offering/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { type CalendarEntry, calendarText } from '../../notices/calendar.ts';

/** An offering as a calendar file. Its id is that of the invitation by mail, so that a calendar has it once. */
export function calendarOf(state: OfferingState, locale: 'en' | 'zh-CN', now: Instant): string {
  return calendarText(entryOf(state, locale, now));
}

/** The same as one entry among others. */
export function entryOf(state: OfferingState, locale: 'en' | 'zh-CN', now: Instant): CalendarEntry {
  const { course, timeZone } = termsOf(state);
  return {
    method: state.phase === 'cancelled' ? 'cancel' : 'publish',
    uid: state.stream,
    sequence: state.sequence,
    stamp: now,
    title: course.title[locale],
    description: course.benefit[locale],
    place: state.place,
    timeZone,
    days: plannedOf(state).days,
    from: FIRST_HOUR,
    to: LAST_HOUR,
  };
}

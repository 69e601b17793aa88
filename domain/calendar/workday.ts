import { type Instant, LATEST } from '../../contracts/ids.ts';
import type { Calendar } from './calendar.ts';
import { clockMs } from './clock.ts';
import { type DayNumber, dayNumber, dayText, weekdayOf } from './day.ts';
import type { Duration } from './duration.ts';
import { instantOf, wallTimeOf } from './zone.ts';

/** Where and by which calendar somebody works. */
export interface WorkPlace {
  readonly timeZone: string;
  readonly calendar: Calendar;
  /** Until which hour of the clock, HH:MM; absent: 18:00. */
  readonly dayEnds?: string;
}

/** When a working day ends where nobody has said otherwise. */
export const DAY_ENDS = '18:00';

/** No calendar of this world rests longer, in days; beyond it the search would be endless. */
const LONGEST_REST = 400;

/** Calendars never change once made, so each is turned into day numbers once. */
const exceptions = new WeakMap<Calendar, ReadonlyMap<DayNumber, boolean>>();

function exceptionsOf(calendar: Calendar): ReadonlyMap<DayNumber, boolean> {
  let days = exceptions.get(calendar);
  if (!days) {
    days = new Map(Object.entries(calendar.days).map(([day, kind]) => [dayNumber(day), kind === 'makeup_workday']));
    exceptions.set(calendar, days);
  }
  return days;
}

export function isWorkdayNumber(day: DayNumber, calendar: Calendar): boolean {
  return exceptionsOf(calendar).get(day) ?? !calendar.weekend.includes(weekdayOf(day));
}

/** True when the calendar's people work on this day (YYYY-MM-DD): make-up workdays are, holidays and weekends are not. */
export function isWorkday(day: string, calendar: Calendar): boolean {
  return isWorkdayNumber(dayNumber(day), calendar);
}

/** The workday next to `day` in the direction of `step` (1 or -1); throws when the calendar never works. */
export function nextWorkday(day: DayNumber, step: 1 | -1, calendar: Calendar): DayNumber {
  for (let count = 1; count <= LONGEST_REST; count++) {
    if (isWorkdayNumber(day + count * step, calendar)) return day + count * step;
  }
  throw new Error(`Calendar ${calendar.id} has no workday: leave at least one weekday out of its weekend.`);
}

/** The first rest of a calendar that is too long to be one, as first and last day; null when there is none. */
export function endlessRest(calendar: Calendar): { readonly from: string; readonly to: string } | null {
  let seen = Number.NEGATIVE_INFINITY;
  for (const day of [...exceptionsOf(calendar).keys()].sort((a, b) => a - b)) {
    if (day <= seen || isWorkdayNumber(day, calendar)) continue;
    let [from, to] = [day, day];
    while (to - from < LONGEST_REST && !isWorkdayNumber(from - 1, calendar)) from--;
    while (to - from < LONGEST_REST && !isWorkdayNumber(to + 1, calendar)) to++;
    if (to - from >= LONGEST_REST) return { from: dayText(from), to: dayText(to) };
    seen = to;
  }
  return null;
}

function moveBusinessDays(from: DayNumber, days: number, calendar: Calendar): DayNumber {
  const step = days < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(days); left > 0; left--) day = nextWorkday(day, step, calendar);
  return day;
}

/**
 * Moves an instant. Days move the local date and keep the wall time (a skipped hour is read as Temporal's `compatible`);
 * business days count workdays only, and `0bd` stays; hours and minutes are elapsed time. Nothing lies before 1970 or behind
 * the end of time. When nobody works no time passes: onwards, an evening and a day off count as the end of the working day
 * before them, and back, a day off counts as the beginning of the one after it; so whoever begins later is never done earlier.
 */
export function addDuration(instant: Instant, duration: Duration, place: WorkPlace): Instant {
  return withinTime(moved(instant, duration, place));
}

/** The instant, or the nearest one that there is. */
export function withinTime(instant: Instant): Instant {
  return Math.min(Math.max(instant, 0), LATEST);
}

function moved(instant: Instant, duration: Duration, place: WorkPlace): Instant {
  if (duration.kind === 'exact') return instant + duration.minutes * 60_000;
  if (duration.days === 0) return instant;
  const { day, ms } = wallTimeOf(instant, place.timeZone);
  if (duration.kind === 'calendar') return instantOf({ day: day + duration.days, ms }, place.timeZone);
  const to = moveBusinessDays(day, duration.days, place.calendar);
  const works = isWorkdayNumber(day, place.calendar);
  const ends = clockMs(place.dayEnds ?? DAY_ENDS);
  const hour = duration.days < 0 ? (works ? ms : 0) : works ? Math.min(ms, ends) : ends;
  return instantOf({ day: to, ms: hour }, place.timeZone);
}

/**
 * How many business days lead from one instant's local day to the other's: workdays after the first up to and
 * including the second; negative when the second lies before. What addDuration adds, this counts.
 */
export function workdaysBetween(from: Instant, to: Instant, place: WorkPlace): number {
  const start = wallTimeOf(from, place.timeZone).day;
  const end = wallTimeOf(to, place.timeZone).day;
  const step = end < start ? -1 : 1;
  let count = 0;
  for (let day = start; day !== end; ) {
    day += step;
    if (isWorkdayNumber(day, place.calendar)) count += step;
  }
  return count;
}

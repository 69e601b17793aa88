import type { Instant } from '../../contracts/ids.ts';
import { clockMs } from './clock.ts';
import type { Duration } from './duration.ts';
import { addDuration, isWorkdayNumber, nextWorkday, type WorkPlace, withinTime } from './workday.ts';
import { instantOf, wallTimeOf } from './zone.ts';

/** Where somebody works, and until which hour of the clock, HH:MM: answers are due when the working day ends. */
export interface DuePlace extends WorkPlace {
  readonly dayEnds: string;
}

/**
 * The end of the working day on which an instant lies; of the next one, where that has passed or nobody works. Never before
 * the instant, unless that lies behind the end of time.
 */
export function endOfDay(instant: Instant, place: DuePlace): Instant {
  return onWorkdayAt(clockMs(place.dayEnds), instant, place);
}

/** The first instant on a workday, not before another one, at which the clock shows so many milliseconds since midnight. */
export function onWorkdayAt(ms: number, instant: Instant, { timeZone, calendar }: WorkPlace): Instant {
  const earliest = withinTime(instant);
  for (let { day } = wallTimeOf(earliest, timeZone); ; day = nextWorkday(day, 1, calendar)) {
    const at = withinTime(instantOf({ day, ms }, timeZone));
    if (at >= earliest && isWorkdayNumber(day, calendar)) return at;
  }
}

/** The end of the last working day that is over at an instant. */
export function lastEndOfDay(instant: Instant, { timeZone, calendar, dayEnds }: DuePlace): Instant {
  const latest = withinTime(instant);
  for (let { day } = wallTimeOf(latest, timeZone); ; day = nextWorkday(day, -1, calendar)) {
    const at = withinTime(instantOf({ day, ms: clockMs(dayEnds) }, timeZone));
    if (at <= latest && isWorkdayNumber(day, calendar)) return at;
  }
}

/** What begins when a working day ends begins moments after it, or an hour where somebody was busy: that makes no day more. */
export const MOMENTS_MS = 3_600_000;

/** The end of the working day that is reached some time after an instant, but never before it; an hour of it may be missing. */
export function endOfDayAfter(instant: Instant, ms: number, place: DuePlace): Instant {
  return endOfDay(Math.max(instant, instant + ms - MOMENTS_MS), place);
}

/**
 * When an answer is due for which somebody has so long from an instant: never at an hour at which nobody works. Days last
 * until a working day ends; hours and minutes are what they say, and no time is none.
 */
export function dueAfter(instant: Instant, time: Duration, place: DuePlace): Instant {
  const at = addDuration(instant, time, place);
  return time.kind === 'exact' || time.days === 0 ? at : endOfDayAfter(instant, at - instant, place);
}

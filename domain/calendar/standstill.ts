import type { Instant } from '../../contracts/ids.ts';
import { QUIET_FROM, QUIET_UNTIL } from './civil.ts';
import { clockMs } from './clock.ts';
import { type DuePlace, endOfDay, MOMENTS_MS, onWorkdayAt } from './due.ts';
import { addDuration, isWorkdayNumber, nextWorkday, type WorkPlace, withinTime, workdaysBetween } from './workday.ts';
import { instantOf, wallTimeOf } from './zone.ts';

/**
 * When something is due when the clock stood still from `stopped` to `now`: at least as many business days and hours from
 * now as it was from then, but for moments, at the hour of the day at which it was due, and never earlier than it was. On a day on which
 * nobody works no time is lost: a pause that begins or ends there begins or ends with the next workday, and one that takes
 * no time moves nothing. What was past when the clock stopped is past when it goes on, and no longer than it
 * was.
 */
export function afterStandstill(instant: Instant, stopped: Instant, now: Instant, place: DuePlace): Instant {
  const [from, to] = [worked(stopped, place), worked(now, place)];
  if (to <= from) return instant;
  if (instant <= stopped) {
    const past = Math.max(Math.min(moved(instant, stopped, now, place), now), instant);
    const civil = atItsHour(past, instant, place);
    return civil <= now ? civil : past;
  }
  // It would have come while nobody works: as long after the clock goes on as it was after it stopped.
  const later = instant <= from ? withinTime(to + instant - stopped) : moved(instant, from, to, place);
  if (later <= instant) return instant;
  // A pause that begins or ends moments after the hour takes no day more; of the time that is left it takes a tenth at most.
  const short = Math.min(MOMENTS_MS, Math.max(later - to, 0) / 10);
  return Math.max(instant, atItsHour(Math.ceil(later - short), instant, place));
}

/** The first workday from an instant on at the hour of another one, or when the day ends, if that is an hour of the night. */
function atItsHour(earliest: Instant, instant: Instant, place: DuePlace): Instant {
  const { ms } = wallTimeOf(instant, place.timeZone);
  const isCivil = ms >= clockMs(QUIET_UNTIL) && ms <= clockMs(QUIET_FROM);
  return isCivil ? onWorkdayAt(ms, earliest, place) : endOfDay(earliest, place);
}

function moved(instant: Instant, from: Instant, to: Instant, place: WorkPlace): Instant {
  const days = { kind: 'business', days: workdaysBetween(from, instant, place) } as const;
  const rest = instant - addDuration(from, days, place);
  const whole = addDuration(to, days, place);
  const at = onWorkday(withinTime(whole + rest), place);
  // What is short of whole days by moments may end the day before, on which nobody works: that makes no day more.
  return rest < 0 && rest > -MOMENTS_MS ? Math.min(at, whole) : at;
}

/** The instant, or the beginning of the next workday where nobody works on its day. */
function worked(at: Instant, place: WorkPlace): Instant {
  const { day } = wallTimeOf(at, place.timeZone);
  if (isWorkdayNumber(day, place.calendar)) return at;
  return instantOf({ day: nextWorkday(day, 1, place.calendar), ms: 0 }, place.timeZone);
}

function onWorkday(at: Instant, place: WorkPlace): Instant {
  const { day } = wallTimeOf(at, place.timeZone);
  return isWorkdayNumber(day, place.calendar) ? at : addDuration(at, { kind: 'business', days: 1 }, place);
}

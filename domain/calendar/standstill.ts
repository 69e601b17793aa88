import type { Instant } from '../../contracts/ids.ts';
import { QUIET_FROM, QUIET_UNTIL } from './civil.ts';
import { clockMs } from './clock.ts';
import { type DuePlace, endOfDay, MOMENTS_MS, onWorkdayAt } from './due.ts';
import { addDuration, isWorkdayNumber, nextWorkday, withinTime, workdaysBetween } from './workday.ts';
import { instantOf, wallTimeOf } from './zone.ts';

/**
 * When something is due when the clock stood still from `stopped` to `now`: at least as many business days and hours from
 * now as it was from then, but for moments, at the hour of the day at which it was due, and never earlier than it was. When
 * nobody works no time is lost: a pause that begins or ends in the evening or on a day off begins or ends with the working day
 * before, and one that takes no time moves nothing. What was past when the clock stopped is past when it goes on, and no longer
 * than it was.
 */
export function afterStandstill(instant: Instant, stopped: Instant, now: Instant, place: DuePlace): Instant {
  const [from, to] = [worked(stopped, place), worked(now, place)];
  if (to <= from) return instant;
  if (instant <= stopped) {
    const past = Math.max(Math.min(moved(instant, stopped, now, place), now), instant);
    const civil = atItsHour(past, instant, place);
    return civil <= now ? civil : past;
  }
  const later = moved(instant, from, to, place);
  if (later <= instant) return instant;
  // A pause of moments takes no day more; of the time that is left it takes a tenth at most.
  const short = Math.min(MOMENTS_MS, Math.max(later - to, 0) / 10);
  return Math.max(instant, atItsHour(Math.ceil(later - short), instant, place));
}

/** The first workday from an instant on at the hour of another one, or when the day ends, if that is an hour of the night. */
function atItsHour(earliest: Instant, instant: Instant, place: DuePlace): Instant {
  const { ms } = wallTimeOf(instant, place.timeZone);
  const isCivil = ms >= clockMs(QUIET_UNTIL) && ms <= clockMs(QUIET_FROM);
  return isCivil ? onWorkdayAt(ms, earliest, place) : endOfDay(earliest, place);
}

function moved(instant: Instant, from: Instant, to: Instant, place: DuePlace): Instant {
  const days = { kind: 'business', days: workdaysBetween(from, instant, place) } as const;
  const rest = instant - addDuration(from, days, place);
  const at = withinTime(addDuration(to, days, place) + rest);
  const { day, ms } = wallTimeOf(at, place.timeZone);
  if (isWorkdayNumber(day, place.calendar)) return at;
  return withinTime(instantOf({ day: nextWorkday(day, 1, place.calendar), ms }, place.timeZone));
}

/** The instant, or the end of the working day before it, where that is over or nobody works on its day. */
function worked(at: Instant, place: DuePlace): Instant {
  const { day, ms } = wallTimeOf(at, place.timeZone);
  const ends = clockMs(place.dayEnds);
  if (!isWorkdayNumber(day, place.calendar))
    return instantOf({ day: nextWorkday(day, -1, place.calendar), ms: ends }, place.timeZone);
  return ms > ends ? instantOf({ day, ms: ends }, place.timeZone) : at;
}

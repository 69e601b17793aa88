import type { Instant } from '../../contracts/ids.ts';
import { addDuration, isWorkdayNumber, nextWorkday, type WorkPlace, withinTime, workdaysBetween } from './workday.ts';
import { instantOf, wallTimeOf } from './zone.ts';

/**
 * Where an instant comes to lie when the clock stood still from `stopped` to `now`: as many business days and hours from
 * now as it was from then, on a workday, and never earlier than it was. On a day on which nobody works no time is lost: a
 * pause that begins or ends there begins or ends with the next workday. What was past when the clock stopped is past as
 * long when it goes on.
 */
export function afterStandstill(instant: Instant, stopped: Instant, now: Instant, place: WorkPlace): Instant {
  if (instant <= stopped) return moved(instant, stopped, now, place);
  const [from, to] = [worked(stopped, place), worked(now, place)];
  // It would have come while nobody works: as long after the clock goes on as it was after it stopped.
  if (instant <= from) return to > from ? onWorkday(withinTime(to + instant - stopped), place) : instant;
  return Math.max(moved(instant, from, to, place), instant);
}

function moved(instant: Instant, from: Instant, to: Instant, place: WorkPlace): Instant {
  const days = { kind: 'business', days: workdaysBetween(from, instant, place) } as const;
  const rest = instant - addDuration(from, days, place);
  return onWorkday(withinTime(addDuration(to, days, place) + rest), place);
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

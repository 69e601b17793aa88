import type { Instant } from '../../contracts/ids.ts';
import { addDuration, isWorkdayNumber, type WorkPlace, withinTime, workdaysBetween } from './workday.ts';
import { wallTimeOf } from './zone.ts';

/**
 * Where an instant comes to lie when the clock stood still from `stopped` to `now`: as many business days and hours from
 * now as it was from then, on a workday. What was past when the clock stopped is past as long when it goes on.
 */
export function afterStandstill(instant: Instant, stopped: Instant, now: Instant, place: WorkPlace): Instant {
  const days = { kind: 'business', days: workdaysBetween(stopped, instant, place) } as const;
  const rest = instant - addDuration(stopped, days, place);
  const moved = withinTime(addDuration(now, days, place) + rest);
  const { day } = wallTimeOf(moved, place.timeZone);
  return isWorkdayNumber(day, place.calendar) ? moved : addDuration(moved, { kind: 'business', days: 1 }, place);
}

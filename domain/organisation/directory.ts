import type { PersonId } from '../../contracts/ids.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { type PersonTime, QUIET_FROM, QUIET_UNTIL } from '../calendar/civil.ts';
import type { Absence, OrganisationState } from './state.ts';

export type { PersonTime } from '../calendar/civil.ts';

/** What applies where a calendar is not known: Monday to Friday, no holidays. */
export const WEEKLY_RHYTHM: Calendar = { id: 'weekly', weekend: [6, 7], days: {} };

/**
 * Whoever plans holds on to this object and remembers results by it, so people with equal days share one, and it stays the
 * same while the calendar and the absences that it is made of do, whatever else changes in the company.
 */
const shared = new WeakMap<Calendar, Map<string, PersonTime>>();
const own = new WeakMap<readonly Absence[], PersonTime>();

/**
 * When a person works: time zone, calendar, quiet hours and absences. Somebody unknown works by UTC and the weekly
 * rhythm, so that a plan never fails for want of a row.
 */
export function personTime(state: OrganisationState, personId: PersonId): PersonTime {
  const person = state.people.get(personId);
  const timeZone = person?.timeZone ?? 'UTC';
  const calendar = state.calendars.get(person?.calendar ?? '') ?? WEEKLY_RHYTHM;
  const absences = person?.absences ?? [];
  if (!absences.length) return sharedTime(calendar, timeZone);
  const known = own.get(absences);
  if (known?.calendar === calendar && known.timeZone === timeZone) return known;
  const time = timeOf(calendar, timeZone, absences);
  own.set(absences, time);
  return time;
}

function sharedTime(calendar: Calendar, timeZone: string): PersonTime {
  const byZone = shared.get(calendar) ?? new Map<string, PersonTime>();
  shared.set(calendar, byZone);
  const time = byZone.get(timeZone) ?? timeOf(calendar, timeZone, []);
  byZone.set(timeZone, time);
  return time;
}

function timeOf(calendar: Calendar, timeZone: string, absences: readonly Absence[]): PersonTime {
  return { timeZone, calendar, quietFrom: QUIET_FROM, quietUntil: QUIET_UNTIL, absences };
}

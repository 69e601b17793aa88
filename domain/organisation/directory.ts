import type { PersonId } from '../../contracts/ids.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { type PersonTime, QUIET_FROM, QUIET_UNTIL } from '../calendar/civil.ts';
import type { OrganisationState } from './state.ts';

export type { PersonTime } from '../calendar/civil.ts';

/** What applies where a calendar is not known: Monday to Friday, no holidays. */
export const WEEKLY_RHYTHM: Calendar = { id: 'weekly', weekend: [6, 7], days: {} };

/** Whoever plans for thousands of tasks remembers results by this object, so people with equal days share one. */
const times = new WeakMap<OrganisationState, Map<string, PersonTime>>();

/**
 * When a person works: time zone, calendar, quiet hours and absences. Somebody unknown works by UTC and the weekly
 * rhythm, so that a plan never fails for want of a row.
 */
export function personTime(state: OrganisationState, personId: PersonId): PersonTime {
  const person = state.people.get(personId);
  const timeZone = person?.timeZone ?? 'UTC';
  const calendar = state.calendars.get(person?.calendar ?? '') ?? WEEKLY_RHYTHM;
  const absences = person?.absences ?? [];
  const key = absences.length > 0 ? personId : `${timeZone} ${calendar.id}`;
  const shared = times.get(state) ?? new Map<string, PersonTime>();
  times.set(state, shared);
  let time = shared.get(key);
  if (!time) {
    time = { timeZone, calendar, quietFrom: QUIET_FROM, quietUntil: QUIET_UNTIL, absences };
    shared.set(key, time);
  }
  return time;
}

import type { OrganisationState } from '../organisation/state.ts';
import type { Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';

/** Why nobody's days can be reckoned by a calendar of this name: it is not there. */
export function refusalOfCalendar({ calendars }: OrganisationState, calendar: string): Rejection {
  const known = [...calendars.keys()];
  return known.length
    ? refuse('terms-invalid/no-calendar-of', { calendar, calendars: known })
    : refuse('terms-invalid/no-calendar', { calendar });
}

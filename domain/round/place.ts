import { SYSTEM } from '../../contracts/ids.ts';
import type { RoundSpec } from '../../contracts/round.ts';
import type { DuePlace } from '../calendar/due.ts';
import { DAY_ENDS } from '../calendar/workday.ts';
import { personTime, WEEKLY_RHYTHM } from '../organisation/directory.ts';
import type { OrganisationState } from '../organisation/state.ts';

/** Where a round's time is reckoned, and when working days end there. */
export function placeOf({ place, owners }: RoundSpec, organisation: OrganisationState): DuePlace {
  if (!place) return { ...personTime(organisation, owners[0] ?? SYSTEM), dayEnds: DAY_ENDS };
  const { timeZone, calendar, dayEnds = DAY_ENDS } = place;
  return { timeZone, calendar: organisation.calendars.get(calendar) ?? WEEKLY_RHYTHM, dayEnds };
}

import { type Actor, type Instant, SYSTEM } from '../../contracts/ids.ts';
import { dayText } from '../calendar/day.ts';
import { wallTimeOf } from '../calendar/zone.ts';
import { personTime } from './directory.ts';
import type { OrganisationState } from './state.ts';

/**
 * The day of an instant for whoever reads of it, YYYY-MM-DD: where they work. The zone stands beside it where the place that
 * is spoken of has another one, since it may be another day there: `2027-03-15 (Europe/Berlin)`.
 */
export function dayFor(instant: Instant, reader: Actor, organisation: OrganisationState, place?: string): string {
  const theirs = zoneOf(reader, organisation, place);
  return named(instant, theirs, place ?? theirs);
}

/** The day of an instant at a place, YYYY-MM-DD, with its zone for a reader who works in another one. */
export function dayThere(instant: Instant, reader: Actor, organisation: OrganisationState, place: string): string {
  return named(instant, place, zoneOf(reader, organisation, place));
}

function named(instant: Instant, timeZone: string, other: string): string {
  const day = dayText(wallTimeOf(instant, timeZone).day);
  return timeZone === other ? day : `${day} (${timeZone})`;
}

/** Whoever works nowhere reads as people do at the place. */
function zoneOf(reader: Actor, organisation: OrganisationState, place: string | undefined): string {
  const known = reader !== SYSTEM && organisation.people.has(reader);
  return known || place === undefined ? personTime(organisation, reader).timeZone : place;
}

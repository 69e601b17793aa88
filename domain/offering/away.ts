import type { PersonId } from '../../contracts/ids.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { Context } from '../process.ts';
import { datedOf, startOf } from './dates.ts';
import { alarm, event, notice, type Part } from './part.ts';
import { seated } from './seats.ts';
import { type OfferingState, plannedOf } from './state.ts';

/** Whoever has a seat and is away on a day of the course is asked about it; the seat stays theirs until they say otherwise. */
export const away = {
  folds: {
    SeatHolderAway(state, { person, day }) {
      state.away[person] = day;
    },
  },
  follows: {
    SeatHolderAway: (state, { person, day }) => [
      notice(state, person, 'offering.away', { day }),
      ...alarm(state, 'away', { person, day, line: plannedOf(state).id }),
    ],
  },
} satisfies Part;

/** The first of the days on which somebody is away by the personnel system; undefined: they are there on all of them. */
export function dayAway(person: PersonId, days: readonly string[], { people }: OrganisationState): string | undefined {
  const absences = people.get(person)?.absences ?? [];
  return days.find((day) => absences.some(({ from, to }) => from <= day && day <= to));
}

/** Learns who of those with a seat is away on the days of the course, once for each first day. */
export function awayDue(state: OfferingState, { now, organisation }: Context): readonly OfferingEvent[] {
  const dated = datedOf(state);
  if (now >= startOf(dated)) return [];
  return seated(state).flatMap((person) => {
    const day = dayAway(person, dated.planned.days, organisation);
    return day === undefined || state.away[person] === day ? [] : [event('SeatHolderAway', { person, day })];
  });
}

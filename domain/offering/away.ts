import type { PersonId } from '../../contracts/ids.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { isEmployed } from '../organisation/scope.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { Context } from '../process.ts';
import { datedOf, endOf, startOf } from './dates.ts';
import { alarm, event, notice, type Part } from './kit.ts';
import { seated } from './seats.ts';
import { type OfferingState, plannedOf } from './state.ts';

/**
 * Whoever has a seat and is away on a day of the course is asked about it; the seat stays theirs until they say otherwise. Of a
 * trainer who is away, or has left, whoever runs the cycle hears: nobody but they can find another.
 */
export const away = {
  folds: {
    TrainerAway(state, { person, day }) {
      state.trainerAway = { person, day };
    },
    SeatHolderAway(state, { person, day }) {
      state.away[person] = day;
    },
  },
  follows: {
    TrainerAway: (state, { person, day }, { organisation }) => {
      const { id: line, days } = plannedOf(state);
      if (day === null) return alarm(state, 'trainer-left', { person, day, line });
      return alarm(state, 'trainer-away', { person, day, lastDay: lastDayAway(person, days, organisation), line });
    },
    SeatHolderAway: (state, { person, day }, { organisation }) => {
      const { id: line, days } = plannedOf(state);
      const lastDay = lastDayAway(person, days, organisation);
      return [
        notice(state, person, 'offering.away', { day, lastDay }),
        ...alarm(state, 'away', { person, day, lastDay, line }),
      ];
    },
  },
} satisfies Part;

/** The first of the days on which somebody is away by the personnel system; undefined: they are there on all of them. */
export function dayAway(person: PersonId, days: readonly string[], { people }: OrganisationState): string | undefined {
  const absences = people.get(person)?.absences ?? [];
  return days.find((day) => absences.some(({ from, to }) => from <= day && day <= to));
}

/** The last of the days on which somebody is away; null: there is none. */
function lastDayAway(person: PersonId, days: readonly string[], organisation: OrganisationState): string | null {
  return dayAway(person, [...days].reverse(), organisation) ?? null;
}

/** Learns once for each first day, and at any time before the last day is over, that whoever teaches is away, or has left. */
export function trainerAwayDue(state: OfferingState, { now, organisation }: Context): readonly OfferingEvent[] {
  const dated = datedOf(state);
  const { trainer, days } = dated.planned;
  if (trainer === null || now >= endOf(dated)) return [];
  const gone = !isEmployed(organisation, trainer);
  const day = gone ? null : dayAway(trainer, days, organisation);
  const told = state.trainerAway;
  if (day === undefined || (told?.person === trainer && told.day === day)) return [];
  return [event('TrainerAway', { person: trainer, day })];
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

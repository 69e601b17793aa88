import type { PersonId, StreamId } from '../../contracts/ids.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { after, placeOf } from '../procedure/timetable.ts';
import { type Context, reject } from '../process.ts';
import { datedOf, dueFor, minimumAt, startOf } from './dates.ts';
import { event, notice, type Part } from './part.ts';
import { openRound, place } from './rounds.ts';
import { capacity, holds, seated } from './seats.ts';
import { type OfferingState, plannedOf, termsOf } from './state.ts';

/** Who would come if a seat came free, in the order of joining. */
export const waitingList = {
  commands: {
    joinWaitingList(state, { body: { person } }, { organisation }) {
      const known = organisation.people.get(person);
      if (!known) return reject('unknown-person', `There is no employee ${person}; correct the id.`);
      if (!known.employed) return reject('has-left', `Employee ${person} has left the company; name somebody else.`);
      if (place(state.stage) > place('invitation'))
        return reject('too-late', 'The course has begun; join the next one instead.');
      if (state.waiting.includes(person)) return reject('already-so', `${person} is on the waiting list already.`);
      const planned = plannedOf(state).participants.includes(person) && state.seats[person] === undefined;
      if (planned || holds(state, person)) return reject('already-so', `${person} has a seat in this course already.`);
      return [event('WaitingListJoined', { person })];
    },
    leaveWaitingList(state, { body: { person } }) {
      if (!state.waiting.includes(person)) return reject('not-found', `${person} is not on the waiting list.`);
      return [event('WaitingListLeft', { person })];
    },
  },
  folds: {
    WaitingListJoined(state, { person }) {
      state.waiting = [...state.waiting, person];
    },
    WaitingListLeft(state, { person }) {
      state.waiting = state.waiting.filter((p) => p !== person);
    },
  },
  follows: {
    WaitingListJoined: (state, { person }) => [
      notice(state, person, 'offering.waiting', { place: state.waiting.indexOf(person) + 1 }),
    ],
  },
} satisfies Part;

/** Offers the free seats: first to those of the plan who were never asked, then to those who wait. */
export function offersDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const round = openRound(state, 'seats');
  const dated = datedOf(state);
  if (!round || context.now >= startOf(dated)) return [];
  const free = Math.max(capacity(state) - seated(state).length, 0);
  const fresh = unasked(state, context);
  const invited = fresh.slice(0, free);
  const surplus = fresh.slice(free);
  if (invited.length || surplus.length) {
    return [
      ...(invited.length ? [offer(round.id, invited, false)] : []),
      ...surplus.map((person) => event('WaitingListJoined', { person })),
    ];
  }
  const next = state.waiting.slice(0, free);
  return next.length ? [offer(round.id, next, true)] : [];

  function offer(id: StreamId, people: readonly PersonId[], waited: boolean): OfferingEvent {
    return event('SeatsOffered', { people: [...people], round: id, waited, due: answerBy(state, context) });
  }
}

/** By when an offered seat is to be answered: until the seats are counted, and two days where that is near or past. */
export function answerBy(state: OfferingState, context: Context): number {
  const dated = datedOf(state);
  const some = after(context.now, '2bd', placeOf(termsOf(state), context.organisation));
  return dueFor(Math.min(Math.max(minimumAt(dated, context), some), startOf(dated) - 3_600_000), context);
}

function unasked(state: OfferingState, { organisation }: Context): PersonId[] {
  return plannedOf(state).participants.filter(
    (p) => state.seats[p] === undefined && !state.waiting.includes(p) && organisation.people.get(p)?.employed,
  );
}

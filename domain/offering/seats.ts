import type { PersonId, StreamId } from '../../contracts/ids.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { personal } from '../../contracts/private.ts';
import { type Context, type Notice, reject } from '../process.ts';
import { formOf, TITLES } from './forms.ts';
import { event, notice, order, type Part, task } from './part.ts';
import { openRound, place, taskIn, taskOf } from './rounds.ts';
import { type OfferingState, plannedOf, type Seat } from './state.ts';
import { supportAsked } from './support.ts';

const HELD: readonly Seat[] = ['asked', 'accepted', 'silent'];

/** True while a seat is kept for the person: asked, accepted, or silent. */
export function holds(state: OfferingState, person: PersonId): boolean {
  const seat = state.seats[person];
  return seat !== undefined && HELD.includes(seat);
}

/** Everybody for whom a seat is kept. */
export function seated(state: OfferingState): PersonId[] {
  return Object.keys(state.seats).filter((p) => holds(state, p));
}

/** How many may come: the seats of the plan, and never more than the room holds. */
export function capacity(state: OfferingState): number {
  return Math.min(plannedOf(state).seats, state.roomSeats ?? Number.POSITIVE_INFINITY);
}

/** Each participant accepts or declines; a seat that is not wanted goes to whoever waits longest. */
export const seats = {
  commands: {
    giveUpSeat(state, { actor, body: { reason } }) {
      if (!holds(state, actor)) return reject('not-found', 'You have no seat in this course that you could give up.');
      if (place(state.stage) > place('invitation'))
        return reject('too-late', 'The course has begun; tell the trainer that you cannot come.');
      return [event('SeatGivenUp', { person: actor, reason: personal(actor, reason) })];
    },
  },
  folds: {
    SeatsOffered(state, { people }) {
      for (const person of people) {
        state.seats[person] = 'asked';
        state.offers[person] = (state.offers[person] ?? 0) + 1;
      }
      state.waiting = state.waiting.filter((p) => !people.includes(p));
    },
    SeatAnswered(state, { person, answer }) {
      state.seats[person] = answer;
    },
    SeatGivenUp(state, { person }) {
      state.seats[person] = 'given-up';
    },
  },
  follows: {
    SeatsOffered: (state, { people, round, waited, due }, context) => [
      order(
        round,
        'addTasks',
        { tasks: people.map((p) => task(taskOf(p, state.offers[p]), p, { about: p, aboutPerson: p, due })) },
        'tell',
      ),
      ...supportAsked(state, people, context),
      ...people.map((p) => notice(state, p, waited ? 'offering.seat' : 'offering.invitation', { answerBy: due })),
    ],
    SeatAnswered: (state, { person, answer }, context) =>
      answer === 'declined' ? released(state, person, 'declined', context) : [],
    SeatGivenUp: (state, { person }, context) => released(state, person, 'given-up', context),
  },
  sheets: { seats: () => ({ title: TITLES.seats, form: formOf('seats'), minutes: 2, tasks: [] }) },
} satisfies Part;

/** What somebody hears whose seat is free: their calendar entry goes. */
export function released(state: OfferingState, person: PersonId, why: string, { organisation }: Context): Notice[] {
  return organisation.people.get(person)?.employed ? [notice(state, person, 'offering.removed', { why })] : [];
}

/** Learns how people have answered, also those who answer otherwise than before. */
export function answersDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const round = openRound(state, 'seats');
  if (!round) return [];
  let free = capacity(state) - seated(state).length;
  return Object.entries(state.seats).flatMap(([person, seat]) => {
    const answer = answerOf(state, round.id, person, context);
    if (answer === null || answer === seat || seat === 'given-up') return [];
    if (answer === 'silent' && seat !== 'asked') return [];
    if (seat === 'declined' && free-- <= 0) return [];
    return [event('SeatAnswered', { person, answer })];
  });
}

function answerOf(
  state: OfferingState,
  round: StreamId,
  person: PersonId,
  context: Context,
): 'accepted' | 'declined' | 'silent' | null {
  const asked = taskIn(context, round, taskOf(person, state.offers[person]));
  switch (asked?.state) {
    case 'submitted':
      return asked.answer?.comes === true ? 'accepted' : 'declined';
    case 'declined':
    case 'recused':
      return 'declined';
    case 'lapsed':
    case 'withdrawn':
      return 'silent';
    default:
      return null;
  }
}

/** Whoever has left the company needs no seat. */
export function leaversDue(state: OfferingState, { organisation }: Context): readonly OfferingEvent[] {
  const gone = (person: PersonId) => !organisation.people.get(person)?.employed;
  return [
    ...seated(state)
      .filter(gone)
      .map((person) => event('SeatGivenUp', { person, reason: null })),
    ...state.waiting.filter(gone).map((person) => event('WaitingListLeft', { person })),
  ];
}

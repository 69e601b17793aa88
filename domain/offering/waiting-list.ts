import { type PersonId, type StreamId, SYSTEM } from '../../contracts/ids.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { openRound } from '../procedure/rounds.ts';
import { dueIn } from '../procedure/timetable.ts';
import type { Context } from '../process.ts';
import { refuse } from '../refuse.ts';
import { datedOf, dueBeforeStart, minimumAt, startOf } from './dates.ts';
import { event, notice, type Part, place } from './kit.ts';
import { askCycle, expected, freeSeats, toldOfWaiting } from './seats.ts';
import { type OfferingState, plannedOf } from './state.ts';

/** Who would come if a seat came free, in the order of joining; the cycle gives the seats, because people may be elsewhere. */
export const waitingList = {
  commands: {
    joinWaitingList(state, { body: { person } }, { organisation }) {
      const known = organisation.people.get(person);
      if (!known) return refuse('unknown-person/no-employee-correct', { person });
      if (!known.employed) return refuse('has-left/left-name-another', { person });
      if (place(state.stage) > place('invitation')) return refuse('too-late/course-begun-next', {});
      if (state.waiting.includes(person)) return refuse('already-so/waiting-already', { person });
      if (plannedOf(state).trainer === person) return refuse('not-allowed/teaches', { person });
      if (expected(state, organisation).includes(person)) return refuse('already-so/seat-already', { person });
      return [event('WaitingListJoined', { person })];
    },
    offerSeats(state, { actor, body: { people, passed } }, context) {
      if (actor !== SYSTEM) return refuse('not-allowed/seats-by-cycle', {});
      const round = openRound(state, 'seats');
      if (!round || state.stage !== 'invitation' || context.now >= startOf(datedOf(state)))
        return refuse('too-late/seats-not-now', {});
      const stranger = [...people, ...passed.map((p) => p.person)].find((p) => !state.waiting.includes(p));
      if (stranger) return refuse('not-found/not-waiting', { person: stranger });
      if (people.length > freeSeats(state)) return refuse('plan-limits/seats-free', { seats: freeSeats(state) });
      const fresh = people.filter((p) => state.seats[p] !== 'waits');
      return [
        ...people
          .filter((p) => state.seats[p] === 'waits')
          .map((person) => event('SeatAnswered', { person, answer: 'accepted', before: 'waits' })),
        ...(fresh.length ? [offer(state, round.id, fresh, true, context)] : []),
        ...passed.map((p) => event('WaiterPassedOver', p)),
      ];
    },
    leaveWaitingList(state, { body: { person } }) {
      if (!state.waiting.includes(person)) return refuse('not-found/not-waiting', { person });
      return [event('WaitingListLeft', { person })];
    },
  },
  folds: {
    WaitingListJoined(state, { person }) {
      state.waiting = [...state.waiting, person];
      askCycle(state);
    },
    WaitingListLeft(state, { person }) {
      state.waiting = state.waiting.filter((p) => p !== person);
      // Somebody of the plan for whom there was no seat, and who does not wait for one, is not put back on the list.
      if (plannedOf(state).participants.includes(person)) state.seats[person] ??= 'given-up';
    },
    WaiterPassedOver(state, passed) {
      state.passed[passed.person] = passed;
    },
  },
  follows: {
    WaitingListJoined: (state, { person }) => toldOfWaiting(state, person),
    WaiterPassedOver: (state, { person, why, day, offering }) => [
      notice(state, person, 'offering.passedOver', { why, day, other: offering }),
    ],
  },
} satisfies Part;

/** Asks those of the plan who were never asked, as far as seats are free; the others wait, and the cycle gives them seats. */
export function offersDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const round = openRound(state, 'seats');
  if (!round || context.now >= startOf(datedOf(state))) return [];
  const free = freeSeats(state);
  const fresh = unasked(state, context);
  const invited = fresh.slice(0, free);
  return [
    ...(invited.length ? [offer(state, round.id, invited, false, context)] : []),
    ...fresh.slice(free).map((person) => event('WaitingListJoined', { person })),
  ];
}

function offer(
  state: OfferingState,
  round: StreamId,
  people: readonly PersonId[],
  waited: boolean,
  context: Context,
): OfferingEvent {
  return event('SeatsOffered', { people: [...people], round, waited, due: answerBy(state, context) });
}

/** By when an offered seat is to be answered: until the seats are counted, and two days where that is near or past. */
export function answerBy(state: OfferingState, context: Context): number {
  const dated = datedOf(state);
  const some = dueIn('2bd', dated.terms, context);
  return dueBeforeStart(Math.max(minimumAt(dated, context), some), dated, context);
}

function unasked(state: OfferingState, { organisation }: Context): PersonId[] {
  return plannedOf(state).participants.filter(
    (p) => state.seats[p] === undefined && !state.waiting.includes(p) && organisation.people.get(p)?.employed,
  );
}

import type { PersonId } from '../../contracts/ids.ts';
import type { OfferingNotices } from '../../contracts/notices/offering.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import type { Seat } from '../../contracts/offering/terms.ts';
import { personal } from '../../contracts/private.ts';
import { isEmployed } from '../organisation/scope.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { order } from '../procedure/orders.ts';
import { task } from '../procedure/part.ts';
import { openRound, taskIn } from '../procedure/rounds.ts';
import type { Context, Notice } from '../process.ts';
import { refuse } from '../refuse.ts';
import type { Task } from '../round/state.ts';
import { formOf, TITLES } from './forms.ts';
import { event, notice, type Part, place } from './kit.ts';
import { type OfferingState, plannedOf } from './state.ts';
import { supportAsked } from './support.ts';
import { taskOf } from './tasks.ts';

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

/**
 * Who comes, as far as is known: everybody for whom a seat is kept, and of the plan whoever is still to be asked; nobody
 * who has left the company. This is whom a change of the plan has to reckon with, whatever the plan said at first.
 */
export function expected(state: OfferingState, organisation: OrganisationState): PersonId[] {
  const unasked = plannedOf(state).participants.filter(
    (p) => state.seats[p] === undefined && !state.waiting.includes(p),
  );
  const people = [...seated(state), ...(place(state.stage) > place('invitation') ? [] : unasked)];
  return [...new Set(people)].filter((p) => isEmployed(organisation, p));
}

/** How many may come: the seats of the plan, and never more than the room holds. */
export function capacity(state: OfferingState): number {
  return Math.min(plannedOf(state).seats, state.roomSeats ?? Number.POSITIVE_INFINITY);
}

/** How many seats nobody has; 0 when more are taken than there should be. */
export function freeSeats(state: OfferingState): number {
  return Math.max(capacity(state) - seated(state).length, 0);
}

/** True when seats are free that somebody waits for: the cycle, which knows where else people are, gives them. */
export function wantsGiving(state: OfferingState): boolean {
  return state.stage === 'invitation' && state.waiting.length > 0 && freeSeats(state) > 0;
}

/** Lets the cycle hear of it when seats are free that somebody waits for. */
export function askCycle(state: OfferingState): void {
  if (wantsGiving(state)) state.news++;
}

/** Each participant accepts or declines; a seat that is not wanted goes to whoever waits longest. */
export const seats = {
  commands: {
    giveUpSeat(state, { actor, body: { reason } }) {
      if (!holds(state, actor)) return refuse('not-found/no-seat', {});
      if (place(state.stage) > place('invitation')) return refuse('too-late/course-begun', {});
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
      state.sequence++;
    },
    SeatAnswered(state, { person, answer }) {
      state.seats[person] = answer;
      const others = state.waiting.filter((p) => p !== person);
      state.waiting = answer === 'waits' ? [...others, person] : others;
      state.sequence++;
      askCycle(state);
    },
    SeatGivenUp(state, { person }, { at }) {
      state.seats[person] = 'given-up';
      state.gaveUp[person] = at;
      state.sequence++;
      askCycle(state);
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
      ...people.map((p) => letter(state, p, waited ? 'offering.seat' : 'offering.invitation', { answerBy: due })),
    ],
    SeatAnswered: (state, { person, answer, before }, context) => {
      if (answer === 'declined') return HELD.includes(before) ? released(state, person, 'declined', context) : [];
      // Where a seat is free, the cycle says at once whether it is theirs.
      if (answer === 'waits') return wantsGiving(state) ? [] : toldOfWaiting(state, person);
      if (HELD.includes(before)) return [];
      return [
        ...supportAsked(state, [person], context),
        letter(state, person, 'offering.seat', { back: true, answerBy: null }),
      ];
    },
    SeatGivenUp: (state, { person }, context) => released(state, person, 'given-up', context),
  },
  sheets: { seats: () => ({ title: TITLES.seats, form: formOf('seats'), minutes: 2, tasks: [] }) },
} satisfies Part;

/** A letter that puts the course into somebody's calendar, or takes it out: a later one bears a higher number. */
export function letter<N extends EntryLetter>(
  state: OfferingState,
  to: PersonId,
  template: N,
  about: Omit<OfferingNotices[N], 'sequence'>,
): Notice {
  return notice(state, to, template, { ...about, sequence: state.sequence } as unknown as OfferingNotices[N]);
}

/** The letters that bear an entry for a calendar. */
type EntryLetter = {
  [N in keyof OfferingNotices]: 'sequence' extends keyof OfferingNotices[N] ? N : never;
}[keyof OfferingNotices];

/** What somebody hears whose seat is free: their calendar entry goes. */
export function released(
  state: OfferingState,
  person: PersonId,
  why: OfferingNotices['offering.removed']['why'],
  { organisation }: Context,
): Notice[] {
  return organisation.people.get(person)?.employed ? [letter(state, person, 'offering.removed', { why })] : [];
}

/** What somebody hears who waits for a seat that is not free. */
export function toldOfWaiting(state: OfferingState, person: PersonId): Notice[] {
  return [notice(state, person, 'offering.waiting', { place: state.waiting.indexOf(person) + 1 })];
}

/**
 * Learns how people have answered, also those who answer otherwise than before. Whoever had given up the seat and comes
 * after all waits until the cycle gives them one: it may be somebody else's by now, or they may be elsewhere.
 */
export function answersDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const round = openRound(state, 'seats');
  if (!round) return [];
  return Object.entries(state.seats).flatMap(([person, seat]) => {
    const asked = taskIn(context, round.id, taskOf(person, state.offers[person]));
    const answer = asked ? answerIn(asked) : null;
    if (answer === null || answer === seat || (answer === 'silent' && seat !== 'asked')) return [];
    if (holds(state, person)) return [event('SeatAnswered', { person, answer, before: seat })];
    if (seat === 'given-up' && !(asked!.settledAt! > state.gaveUp[person]!)) return [];
    if (answer === 'accepted' && seat === 'waits') return [];
    return [event('SeatAnswered', { person, answer: answer === 'accepted' ? 'waits' : answer, before: seat })];
  });
}

function answerIn({ state, answer }: Task): 'accepted' | 'declined' | 'silent' | null {
  switch (state) {
    case 'submitted':
      return answer?.comes === true ? 'accepted' : 'declined';
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
  const gone = (person: PersonId) => !isEmployed(organisation, person);
  return [
    ...seated(state)
      .filter(gone)
      .map((person) => event('SeatGivenUp', { person, reason: null })),
    ...state.waiting.filter(gone).map((person) => event('WaitingListLeft', { person })),
  ];
}

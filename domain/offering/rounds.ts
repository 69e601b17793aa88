import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { OFFERING_STAGES, type OfferingPurpose, type OfferingStage } from '../../contracts/offering/terms.ts';
import { type HouseReason, house } from '../../contracts/reasons.ts';
import type { RoundPolicy } from '../../contracts/round.ts';
import { withinTime } from '../calendar/workday.ts';
import {
  asTheyCome,
  childOf,
  conclusionOf,
  extension,
  nextRound,
  openRounds,
  policyFrom,
} from '../procedure/rounds.ts';
import type { Consequence, Context } from '../process.ts';
import { isPending } from '../round/state.ts';
import { event, IS_OVER, NOTHING_OPEN, order, type Part } from './part.ts';
import type { CalledRound, OfferingState } from './state.ts';

export { childOf, openRounds, taskIn } from '../procedure/rounds.ts';
export type { CalledRound } from './state.ts';

const LADDER: RoundPolicy['ladder'] = [
  { offset: '-2bd', to: 'assignee' },
  { offset: '0bd', to: 'assignee' },
  { offset: '2bd', to: 'manager' },
];

/** Asked as a favour: one reminder, and nobody hears of silence. */
const KINDLY: RoundPolicy['ladder'] = [{ offset: '-2bd', to: 'assignee' }];

/** A seat that nobody speaks of is kept, so that reminders come before the day and none after it. */
const BEFORE: RoundPolicy['ladder'] = [
  { offset: '-5bd', to: 'assignee' },
  { offset: '-2bd', to: 'assignee' },
  { offset: '-1bd', to: 'manager' },
];

/** Whoever has given up a seat may take it after all; a word that was not given may be given later. */
const EVER: NonNullable<RoundPolicy['reopens']> = ['submitted', 'recused', 'declined', 'lapsed', 'withdrawn'];

/** The last stage in which a round of each purpose may be open, and the house rules for it. */
const HOUSE: Readonly<Record<OfferingPurpose, { to: OfferingStage; policy: Partial<RoundPolicy> }>> = {
  // The letter about the course asks for the answer, and brings the entry for the calendar.
  seats: {
    to: 'invitation',
    policy: {
      silence: 'nil',
      delegation: false,
      self: 'only',
      ladder: BEFORE,
      announces: false,
      ...asTheyCome(),
      reopens: EVER,
    },
  },
  support: {
    to: 'invitation',
    policy: { silence: 'nil', ladder: KINDLY, ...asTheyCome(), reopens: EVER.filter((s) => s !== 'submitted') },
  },
  attendance: { to: 'teaching', policy: { silence: 'wait' } },
  reaction: {
    to: 'feedback',
    policy: { silence: 'nil', grace: '2bd', delegation: false, self: 'only', ladder: KINDLY },
  },
  test: { to: 'feedback', policy: { silence: 'nil', grace: '5bd', delegation: false } },
  transfer: { to: 'follow-up', policy: { silence: 'nil', grace: '3bd', delegation: false } },
  coaching: { to: 'follow-up', policy: { silence: 'nil', grace: '5bd', ...asTheyCome() } },
};

/** True for rounds that ask before the course, by dates that hang on its days. */
export function isBeforeCourse(purpose: OfferingPurpose): boolean {
  return HOUSE[purpose].to === 'invitation';
}

/** The policy of a round of that purpose. */
export function policyOf(purpose: OfferingPurpose): RoundPolicy {
  return policyFrom(LADDER, HOUSE[purpose].policy);
}

/** The event that opens the next round of a purpose; `people`: whom it asks. */
export function startRound(
  state: OfferingState,
  purpose: OfferingPurpose,
  due: Instant,
  people: readonly PersonId[] = [],
): OfferingEvent {
  return event('RoundStarted', { ...nextRound(state, purpose), purpose, due: withinTime(due), people: [...people] });
}

/** The round of that purpose that has not been concluded. */
export function openRound(state: OfferingState, purpose: OfferingPurpose): CalledRound | undefined {
  return roundsOf(state, purpose).find((r) => !r.concluded);
}

/** Every round of a purpose, the first one first. */
export function roundsOf(state: OfferingState, purpose: OfferingPurpose): CalledRound[] {
  return Object.values(state.rounds).filter((r) => r.purpose === purpose);
}

/** Ends the offering's interest in a round, closing it unless it has settled by itself. */
export function conclude(round: { readonly id: StreamId }, context: Context): OfferingEvent {
  return event('RoundConcluded', conclusionOf(round as CalledRound, context));
}

/** Concludes the rounds that end before a stage, when the offering goes on to it. */
export function concludeBefore(state: OfferingState, next: OfferingStage, context: Context): OfferingEvent[] {
  return openRounds(state)
    .filter((r) => place(HOUSE[r.purpose].to) < place(next))
    .map((r) => conclude(r, context));
}

export function place(stage: OfferingStage): number {
  return OFFERING_STAGES.indexOf(stage);
}

/** The name of a person's task: the first bears their id, later ones a number as well. */
export function taskOf(person: PersonId, number = 1): string {
  return number === 1 ? person : `${person}:${number}`;
}

/** The order that takes tasks back, those of them that are still open. */
export function takeBack(
  round: StreamId | undefined,
  tasks: readonly string[],
  reason: HouseReason,
  context: Context,
): Consequence[] {
  const child = round ? childOf(context, round) : undefined;
  if (!round || !child || child.phase === 'settled') return [];
  const open = tasks.filter((id) => {
    const found = child.tasks.get(id);
    return found !== undefined && isPending(found);
  });
  return open.map((id) => order(round, 'withdraw', { tasks: [id], reason }, NOTHING_OPEN));
}

/** The order that moves what is still open in a round. */
export function extend(round: StreamId, due: Instant, context: Context): Consequence[] {
  const child = childOf(context, round);
  const asks = child && child.phase !== 'settled' && child.open > 0 && due > context.now;
  return asks ? [extension(round, due, house('course-moved'), true)] : [];
}

export const rounds = {
  folds: {
    RoundStarted(state, { round, purpose, number, due, people }) {
      state.rounds[round] = { id: round, purpose, number, due, concluded: false, people };
    },
    RoundConcluded(state, { round }) {
      const called = state.rounds[round];
      if (called) state.rounds[round] = { ...called, concluded: true };
    },
  },
  follows: {
    RoundConcluded: (state, { round, close }) => {
      const reason = state.phase === 'cancelled' ? house('course-cancelled') : house('course-gone-on');
      return close ? [order(round, 'close', { reason }, IS_OVER)] : [];
    },
  },
} satisfies Part;

import { type Instant, type PersonId, roundIdOf, type StreamId } from '../../contracts/ids.ts';
import type { HomeTerms, RoundTerms } from '../../contracts/procedure.ts';
import type { HouseReason } from '../../contracts/reasons.ts';
import { MOST_OWNERS, type RoundPolicy, type RoundSpec } from '../../contracts/round.ts';
import type { Context, Order, Refusal } from '../process.ts';
import type { RoundState, Task } from '../round/state.ts';
import { order, STANDS_SO } from './orders.ts';

/** A round that a procedure has opened. */
export interface CalledRound<Purpose extends string = string> {
  readonly id: StreamId;
  readonly purpose: Purpose;
  readonly number: number;
  readonly due: Instant;
  readonly concluded: boolean;
  /** Whom it asks, when it does not ask all. */
  readonly people: readonly PersonId[];
}

/** What every procedure that calls rounds remembers of them. */
export interface Calling<Purpose extends string = string> {
  readonly stream: StreamId;
  rounds: Record<StreamId, CalledRound<Purpose>>;
}

/** The rounds that have not been concluded, of one purpose or of all. */
export function openRounds<P extends string>(state: Calling<P>, purpose?: P): CalledRound<P>[] {
  return Object.values<CalledRound<P>>(state.rounds).filter(
    (r) => !r.concluded && (purpose === undefined || r.purpose === purpose),
  );
}

/** Every round of a purpose, the first one first. */
export function roundsOf<P extends string>(state: Calling<P>, purpose: P): CalledRound<P>[] {
  return Object.values<CalledRound<P>>(state.rounds).filter((r) => r.purpose === purpose);
}

/** The first round of that purpose that has not been concluded. */
export function openRound<P extends string>(state: Calling<P>, purpose: P): CalledRound<P> | undefined {
  return openRounds(state, purpose)[0];
}

/** The name and number of the next round of a purpose: `review`, then `review-2` … */
export function nextRound<P extends string>(state: Calling<P>, purpose: P): { round: StreamId; number: number } {
  const number = 1 + roundsOf(state, purpose).length;
  return { round: roundIdOf(state.stream, number === 1 ? purpose : `${purpose}-${number}`), number };
}

export function childOf(context: Context, round: StreamId): RoundState | undefined {
  return context.child(round) as RoundState | undefined;
}

export function taskIn(context: Context, round: StreamId, task: string): Task | undefined {
  return childOf(context, round)?.tasks.get(task);
}

/** The body of the event that ends a procedure's interest in a round, closing it unless it has settled by itself. */
export function conclusionOf({ id }: CalledRound, context: Context): { round: StreamId; close: boolean } {
  return { round: id, close: childOf(context, id)?.phase !== 'settled' };
}

/**
 * The id of the next task that is asked about something: `A-7K3Q`, then `A-7K3Q:2` … Nothing that tasks are called by has
 * a colon, so what is asked for the second time takes no other's id.
 */
export function freshTask(context: Context, round: StreamId, base: string): string {
  const tasks = childOf(context, round)?.tasks;
  let id = base;
  for (let n = 2; tasks?.has(id); n++) id = `${base}:${n}`;
  return id;
}

/** Who hears of silence in a procedure's rounds, and where its time is reckoned. */
export function askedBy(
  runners: readonly PersonId[],
  { timeZone, calendar, dayEnds }: Omit<HomeTerms, 'company'>,
): Pick<RoundSpec, 'owners' | 'place'> {
  const place = { timeZone, calendar, ...(dayEnds === undefined ? {} : { dayEnds }) };
  return { owners: runners.slice(0, MOST_OWNERS), place };
}

/** The orders that tell rounds who runs their procedure from now on. */
export function handingOver(rounds: readonly CalledRound[], runners: readonly PersonId[]): Order[] {
  const owners = runners.slice(0, MOST_OWNERS);
  return rounds.map(({ id }) => order(id, 'handOver', { owners }, STANDS_SO));
}

/** Nothing is left to move, or it has all the time that it is to have. */
const NOTHING_TO_MOVE: Refusal = { moot: ['already-so', 'task-not-open', 'round-closed', 'not-found'] };

/**
 * The order that gives what is open in a round time until an instant, `exactly`: also where there was more; where all of
 * it has that already, it is moot.
 */
export function extension(round: StreamId, due: Instant, reason: HouseReason, exactly = false): Order {
  return order(round, 'extend', { tasks: 'all', due, exactly, reason }, NOTHING_TO_MOVE);
}

/**
 * A round whose tasks come one by one: it ends when its procedure closes it, and tells of each answer. The answer is taken
 * over as it comes, so that another one would count for nobody.
 */
export function asTheyCome(): Partial<RoundPolicy> {
  return { settles: 'closed', tells: true, reopens: [] };
}

/** Whoever is judged by their superior is judged by nobody who reports to them, however the task changes hands. */
export const NOT_FROM_BELOW: Pick<RoundPolicy, 'apart'> = { apart: { department: false, line: false, below: true } };

/** The policy of a round: the procedure's ladder and the house rules of its purpose, with what the terms say otherwise. */
export function policyFrom(
  ladder: RoundPolicy['ladder'],
  house: Partial<RoundPolicy>,
  said: RoundTerms = {},
): RoundPolicy {
  return {
    ladder,
    silence: 'wait',
    grace: 'PT0H',
    patience: '3bd',
    late: 'accept',
    settles: 'answered',
    quorum: 0,
    replaces: false,
    delegation: true,
    tally: null,
    tells: false,
    self: 'barred',
    ...house,
    ...(said.ladder ? { ladder: said.ladder } : {}),
    ...(said.silence ? { silence: said.silence } : {}),
    ...(said.grace ? { grace: said.grace } : {}),
    ...(said.patience ? { patience: said.patience } : {}),
  };
}

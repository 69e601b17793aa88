import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { OfSelf, RoundSpec } from '../../contracts/round.ts';
import type { PersonTime } from '../calendar/civil.ts';

export type TaskState = 'open' | 'drafted' | 'submitted' | 'recused' | 'declined' | 'lapsed' | 'withdrawn';

export interface Task {
  readonly id: string;
  readonly assignee: PersonId;
  /**
   * Everybody who has had the task since the engine last gave it to somebody, first holder first: a delegation may not come
   * back to one of them.
   */
  readonly holders: readonly PersonId[];
  readonly about: string | null;
  readonly aboutPerson: PersonId | null;
  /** The key of the form it is answered on; null: the round's own. */
  readonly form: string | null;
  /** People who may not hold it, beside those whom the policy bars from the whole round. */
  readonly barred: readonly PersonId[];
  /** Whether whom it is about may hold it, or must; null: as the policy says. */
  readonly self: OfSelf | null;
  /** From whom the policy's `apart` keeps its holder, beside whom it is about. */
  readonly apartFrom: readonly PersonId[];
  readonly due: Instant;
  readonly state: TaskState;
  readonly late: boolean;
  readonly settledAt: Instant | null;
  /** How many answers it has had; a reopened task keeps the earlier ones in the ledger. */
  readonly revision: number;
  /** When the letter goes out that brings it to its assignee. */
  readonly heard: Instant;
  /** The rungs of the ladder that were climbed for it, a bit each. */
  readonly climbed: number;
  /** The rungs of which others have heard while the assignee was on leave, a bit each. */
  readonly told: number;
  /** When the latest letter about it was written: rungs whose moment was not after that are not climbed any more. */
  readonly armed: Instant;
  /** When that letter goes out: no rung is climbed until after it. */
  readonly read: Instant;
  /** Recused, declined or lapsed, and its owner has not yet said who takes its place. */
  readonly vacant: boolean;
  /** Somebody has saved a draft, the assignee or a holder before them; it goes when the task is settled. */
  readonly drafted: boolean;
  /** The latest answer without its private texts: figures, choices and ids, for whoever decides by it. */
  readonly answer: PlainAnswer | null;
}

export type PlainAnswer = Readonly<Record<string, number | string | boolean | readonly string[] | null>>;

/** The next message for a person, and when silence is given its meaning; null: never. */
export interface Plan {
  readonly at: Instant | null;
  /** When somebody else hears of the person's silence, sooner than the person, who is on leave; null: never. */
  readonly tellAt: Instant | null;
  readonly rung: number;
  readonly lapseAt: Instant | null;
}

/** A person's open tasks in this round, with the plan made from them. */
export interface Desk {
  readonly open: Set<string>;
  plan: Plan | null;
  /** The person's days that the plan was made by; other days make it void. null: something has happened to the desk. */
  planned: PersonTime | null;
}

export interface RoundState {
  readonly stream: StreamId;
  spec: RoundSpec | null;
  phase: 'unopened' | 'open' | 'held' | 'settled';
  heldSince: Instant | null;
  readonly tasks: Map<string, Task>;
  readonly desks: Map<PersonId, Desk>;
  readonly vacant: Set<string>;
  /** People whose plan has changed since the agenda was last written down; derived, never in a snapshot. */
  readonly moved: Set<PersonId>;
  open: number;
  answers: number;
  /** Counts what the owner has to hear about; it only grows. */
  news: number;
}

export function emptyRound(stream: StreamId): RoundState {
  return {
    stream,
    spec: null,
    phase: 'unopened',
    heldSince: null,
    tasks: new Map(),
    desks: new Map(),
    vacant: new Set(),
    moved: new Set(),
    open: 0,
    answers: 0,
    news: 0,
  };
}

export function isPending(task: Task): boolean {
  return task.state === 'open' || task.state === 'drafted';
}

import type { z } from 'zod';
import type { Label } from '../contracts/form.ts';
import type { Actor, CommandId, Instant, PersonId, ProcessType, StreamId } from '../contracts/ids.ts';
import type { KindWords } from '../contracts/kinds.ts';
import type { NoticeKind } from '../contracts/notices/kind.ts';
import type { Because } from '../contracts/refusals/refusal.ts';
import type { OrganisationState } from './organisation/state.ts';

/** A fact in the past tense: its name, the version of its body's shape, and the body (JSON; private parts marked). */
export interface DomainEvent<Type extends string = string, Body = unknown> {
  readonly type: Type;
  readonly body: Body;
}

/** An event as the ledger holds it. */
export interface Recorded<E extends DomainEvent = DomainEvent> {
  readonly stream: StreamId;
  /** 1, 2, 3 … without a gap inside a stream. */
  readonly version: number;
  readonly schema: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly command: CommandId | null;
  readonly type: E['type'];
  readonly body: E['body'];
}

/** A command that has passed its schema and now asks to be decided. */
export interface Command<Type extends string = string, Body = unknown> {
  readonly id: CommandId;
  readonly actor: Actor;
  readonly type: Type;
  readonly body: Body;
}

/** "No", as one sentence for the person who asked: what, where, how to mend it. Nothing has changed. */
export interface Rejection {
  readonly rejected: true;
  /** A key of contracts/problems.ts. */
  readonly code: string;
  /** The sentence, in English. */
  readonly detail: string;
  /** Of what the sentence is made, so that everybody reads it in their language. */
  readonly because: Because;
}

export type Decision<E extends DomainEvent> = readonly E[] | Rejection;

export function isRejection(decision: readonly unknown[] | Rejection): decision is Rejection {
  return !Array.isArray(decision);
}

/** What a decision may look at besides its own stream. All of it was read in the transaction that decides. */
export interface Context {
  readonly now: Instant;
  readonly organisation: OrganisationState;
  /** The folded state of a stream named by `Process.watches`; undefined when it does not exist yet. */
  readonly child: (stream: StreamId) => unknown;
  /**
   * 64 hexadecimal digits that belong to a purpose and that nobody can work out who does not have the installation's
   * master key. What is made of them goes into an event: no fold asks again.
   */
  readonly secretOf: (purpose: string) => string;
}

/**
 * What it means when an order is refused. `undo`: whoever sent the command hears the refusal and nothing has happened
 * (under time, where nobody has asked, it counts as `tell`). `tell`: what caused the order stands, and the refusal is
 * recorded in the stream that gave it and told to operations. `moot`: refused with one of these codes, the order had
 * nothing left to do, which is no fault; any other code counts as `tell`.
 */
export type Refusal = 'undo' | 'tell' | { readonly moot: readonly string[] };

/** Whether an order of this meaning that was refused with a code had nothing left to do. */
export function isMoot(meaning: Refusal, code: string): boolean {
  return typeof meaning === 'object' && meaning.moot.includes(code);
}

/** An order to a child of the stream (created by the order if it does not exist): obeyed in the same transaction. */
export interface Order {
  readonly kind: 'order';
  readonly to: StreamId;
  readonly command: { readonly type: string; readonly body: unknown };
  readonly refused: Refusal;
}

/** A message to a person, through the outbox. Its text is written at delivery, in the person's language. */
export interface Notice {
  readonly kind: 'notice';
  readonly to: PersonId;
  /** A template's name in notices/templates. */
  readonly template: string;
  /** Ids and figures only; whoever renders the template looks the rest up. */
  readonly about: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
  /**
   * How long it may wait for a civil hour of the person's. Absent: until the next one; an instant: it is of use until
   * then, so no longer; false: it does not wait.
   */
  readonly waits?: Instant | false;
  /** It is for whoever runs the procedure: to others of operations, where they are not of them any more. */
  readonly toRunner?: true;
  /** Delivered only while at least one of these tasks of the stream is still open. */
  readonly whileOpen?: readonly string[];
}

export type Consequence = Order | Notice;

/** What the workflow needs to know to go on: it works, waits and wakes by this and by nothing else. */
export interface Status {
  /** The stage that runs now, by its name in the procedure; rounds have one, `answers`. */
  readonly stage: string;
  /** True when nothing will ever happen in this stream again. */
  readonly closed: boolean;
  /** Child processes (rounds, or of another kind) that are open and not closed: the workflow's story waits for them. */
  readonly rounds: readonly StreamId[];
  /** Slow work that is wanted and whose result is not in yet. */
  readonly work: readonly Work[];
  /** When time alone will change something next; null: never. */
  readonly wake: Instant | null;
  /** Counts what the owner of this stream has to hear about; when it has grown, the owner's workflow is asked to look. */
  readonly news: number;
}

export interface Work {
  /** The activity's name on the work queue. */
  readonly kind: string;
  /** Distinguishes this piece of work from every other of the stream; a retry has the same key. */
  readonly key: string;
}

/** A kind of process, as pure functions. The turn does the rest. */
/** Who looks at a procedure: `all`, whoever sees everything. */
export interface Seer {
  readonly person: PersonId;
  readonly all: boolean;
  readonly organisation: OrganisationState;
}

export interface Process<S, C extends Command, E extends DomainEvent> {
  readonly type: ProcessType;
  readonly words: KindWords;
  /** The shapes of the commands that it takes, and of its events, by type: there are no others. */
  readonly commands: Readonly<Record<C['type'], z.ZodType>>;
  readonly events: Readonly<Record<E['type'], z.ZodType>>;
  /** What its letters are about, by their names; absent: those of the house stand in `contracts/notices`. */
  readonly notices?: Readonly<Record<string, NoticeKind>>;
  /** The word that a round of a purpose is opened with; absent: it opens none. */
  wordOf?(purpose: string): string;
  /** Counts changes to the shape of S; a snapshot of another version is thrown away. */
  readonly stateVersion: number;
  initial(stream: StreamId): S;
  /** Consumes the state it is given and returns the next one (it may be the same object, changed). */
  evolve(state: S, event: Recorded<E>): S;
  /** Never changes the state. */
  decide(state: S, command: C, context: Context): Decision<E>;
  /** What time, or a child's news, has brought about by `context.now`; called until it returns nothing. */
  due(state: S, context: Context): readonly E[];
  /** What follows from an event, given the state after it: orders to other streams, messages to people. */
  consequences(state: S, event: Recorded<E>, context: Context): readonly Consequence[];
  /** Other streams whose state `decide` and `due` want to see. */
  watches(state: S): readonly StreamId[];
  status(state: S, context: Context): Status;
  /** Of a procedure: what it is called in lists and letters; null: it has not been opened. */
  titleOf?(state: S): Label | null;
  /** Of a procedure: what somebody sees of what is particular to it, as JSON; absent: nothing of it is shown. */
  shownTo?(state: S, seer: Seer): Readonly<Record<string, unknown>>;
  /** For a snapshot: JSON without Map and Set. */
  freeze(state: S): unknown;
  thaw(frozen: unknown): S;
  /** The same state once more, to be folded on while somebody still looks at the one that is given. */
  copy(state: S): S;
  /**
   * Called after a state that was at hand has been folded on over what others have written: what it remembers of its
   * own earlier writing, to spare the next, may have been overwritten since.
   */
  caughtUp?(state: S): void;
}

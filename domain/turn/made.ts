import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { Notice, Order, Rejection } from '../process.ts';
import type { Session } from './session.ts';
import type { Need, Supply } from './world.ts';

/** A message to a person, ready for the outbox. */
export interface Posted {
  /** Stable: the same event makes the same key. */
  readonly key: string;
  readonly stream: StreamId;
  readonly notice: Notice;
  readonly notBefore: Instant;
}

/** An order as it was given and taken. */
export interface Ordered {
  readonly key: string;
  readonly from: StreamId;
  readonly order: Order;
  readonly refused: Rejection | null;
}

/** How far a turn had come. */
export interface Mark {
  readonly entries: number;
  readonly posted: number;
  readonly orders: number;
}

/** What a turn has made so far, in all of its streams: it can go back to where it has set a mark. */
export class Made {
  /** The session of each entry, in the order in which they were made. */
  readonly log: Session[] = [];
  readonly posted: Posted[] = [];
  readonly orders: Ordered[] = [];

  mark(): Mark {
    return { entries: this.log.length, posted: this.posted.length, orders: this.orders.length };
  }

  /** Takes back what was made since. What was locked stays locked, and what was looked at is known. */
  *goBack({ entries, posted, orders }: Mark): Generator<Need, void, Supply> {
    this.posted.length = posted;
    this.orders.length = orders;
    const since = new Map<Session, number>();
    for (const session of this.log.splice(entries)) since.set(session, (since.get(session) ?? 0) + 1);
    for (const [session, count] of since) yield* session.undo(session.entries.length - count);
  }
}

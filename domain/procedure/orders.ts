import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { Ordered } from '../../contracts/orders.ts';
import type { Order, Refusal } from '../process.ts';

/** Nothing is left to move or to take back: it was answered meanwhile, its round has closed, or it was never asked. */
export const NOTHING_OPEN: Refusal = { moot: ['task-not-open', 'round-closed', 'not-found'] };

/** The child is over, or never began. */
export const IS_OVER: Refusal = { moot: ['round-closed', 'procedure-closed', 'not-found'] };

/** The child stands as the order wants it, or is over. */
export const STANDS_SO: Refusal = { moot: ['already-so', 'round-closed', 'procedure-closed', 'not-found'] };

/**
 * An order to a child. What its refusal means: `undo` where a person's command causes it, who then hears why nothing has
 * happened; codes that are moot where nothing of the procedure hangs on its being obeyed; else `tell`.
 */
export function order(to: Order['to'], type: Ordered, body: unknown, refused: Refusal): Order {
  return { kind: 'order', to, command: { type, body }, refused };
}

/** An order of the procedure that was refused though it had something left to do. */
export interface RefusedOrder {
  readonly key: string;
  readonly to: StreamId;
  /** The type and the body of the command that was refused. */
  readonly type: string;
  readonly body: unknown;
  readonly code: string;
  readonly detail: string;
  readonly at: Instant;
  /** `open`: nobody has given it again or dropped it. */
  readonly state: 'open' | 'retried' | 'dropped';
}

/** What every procedure remembers of its orders that were refused. */
export interface Refusing {
  readonly stream: StreamId;
  refusedOrders: Record<string, RefusedOrder>;
}

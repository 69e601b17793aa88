import type { z } from 'zod';
import { entryOf } from '../../contracts/entry.ts';
import type { PersonId, StreamId } from '../../contracts/ids.ts';
import type { ORDER_COMMANDS, ORDER_EVENTS, RefusedOrderLine } from '../../contracts/orders.ts';
import { personal } from '../../contracts/private.ts';
import { notice } from '../notice.ts';
import type { Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import type { RefusedOrder, Refusing } from './orders.ts';
import type { Folds, Follows, Handlers } from './part.ts';

type Commands = { [T in keyof typeof ORDER_COMMANDS]: z.infer<(typeof ORDER_COMMANDS)[T]> };
type Events = { [T in keyof typeof ORDER_EVENTS]: z.infer<(typeof ORDER_EVENTS)[T]> };

/** Commands about refused orders are taken in every phase: an order of a procedure that is over may stand refused. */
export function isAboutOrders(type: string): boolean {
  return type === 'retryOrder' || type === 'dropOrder';
}

/** The orders that were refused and wait for operations, oldest first. */
export function openRefusals({ refusedOrders }: Refusing): RefusedOrder[] {
  return Object.values(refusedOrders).filter((o) => o.state === 'open');
}

/** What operations have to do about orders that were refused, each as one sentence. */
export function refusalsToMend(state: Refusing): string[] {
  return openRefusals(state).map(
    ({ key, to, type, detail }) =>
      `The order "${type}" to ${to} was refused: ${detail} See to the reason and give it again (retryOrder), or drop it (dropOrder), by its key ${key}.`,
  );
}

/** The refused orders as operations see them. */
export function refusalLines(state: Refusing): RefusedOrderLine[] {
  return openRefusals(state).map(({ key, to, type, code, detail, at }) => ({ key, to, type, code, detail, at }));
}

/**
 * True while an order of that type to that stream (about that task) stands refused. What follows from time is not
 * ordered again and again: that is for operations.
 */
export function stands(state: Refusing, to: StreamId, type: string, task?: string): boolean {
  return openRefusals(state).some(
    (o) => o.to === to && o.type === type && (task === undefined || tasksIn(o).includes(task)),
  );
}

/** The tasks that an order to a round is about, those it would have added included. */
function tasksIn({ body }: RefusedOrder): string[] {
  const { tasks, task } = (body ?? {}) as { tasks?: unknown; task?: string };
  const named = Array.isArray(tasks) ? (tasks as (string | { id: string })[]) : [task ?? ''];
  return named.map((t) => (typeof t === 'string' ? t : t.id));
}

/** The part of a procedure that keeps what was refused, tells whoever runs it, and lets them give the order again. */
export function refusals<S extends Refusing>(runners: (state: S) => readonly PersonId[]) {
  return {
    commands: {
      retryOrder(state, { actor, body: { key, reason } }) {
        return faultOfKey(state, key) ?? [{ type: 'OrderRetried', body: { key, reason: personal(actor, reason) } }];
      },
      dropOrder(state, { actor, body: { key, reason } }) {
        return faultOfKey(state, key) ?? [{ type: 'OrderDropped', body: { key, reason: personal(actor, reason) } }];
      },
    } satisfies Handlers<S, Commands, Events>,
    folds: {
      OrderRefused(state, { order: body, key, to, type, code, detail }, { at }) {
        const refused: RefusedOrder = { key, to, type, body, code, detail, at, state: 'open' };
        state.refusedOrders = { ...state.refusedOrders, [key]: refused };
      },
      OrderRetried: (state, { key }) => settle(state, key, 'retried'),
      OrderDropped: (state, { key }) => settle(state, key, 'dropped'),
    } satisfies Folds<S, Events>,
    follows: {
      OrderRefused: (state, { key }) =>
        runners(state).map((to) => notice('operations.orderRefused', to, { key }, { toRunner: true })),
      OrderRetried: (state, { key }) => {
        const { to, type, body } = state.refusedOrders[key]!;
        return [{ kind: 'order', to, command: { type, body }, refused: 'undo' }];
      },
    } satisfies Follows<S, Events>,
  };
}

function faultOfKey({ refusedOrders, stream }: Refusing, key: string): Rejection | null {
  const known = entryOf(refusedOrders, key);
  if (!known) return refuse('not-found/no-refused-order', { stream, order: key });
  return known.state === 'open' ? null : refuse('already-so/order-settled', { order: key, state: known.state });
}

function settle(state: Refusing, key: string, as: 'retried' | 'dropped'): void {
  const known = entryOf(state.refusedOrders, key);
  if (known) state.refusedOrders = { ...state.refusedOrders, [key]: { ...known, state: as } };
}

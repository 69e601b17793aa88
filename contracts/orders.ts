import { z } from 'zod';
import { StreamId } from './ids.ts';
import { line, Reason, Secret } from './text.ts';

/** What procedures order of their children: types of commands. Whoever reads that one was refused is told in words. */
export const ORDERED = [
  'open',
  'addTasks',
  'withdraw',
  'reassign',
  'extend',
  'fill',
  'reform',
  'bar',
  'hold',
  'release',
  'close',
  'change',
  'cancel',
  'end',
  'pause',
  'resume',
  'offerSeats',
  'handOver',
] as const;
export type Ordered = (typeof ORDERED)[number];

/** The order that was refused, by the name that its refusal gave it. */
const key = line(400);

/** What whoever runs a procedure can do about an order of it that was refused; every procedure takes these commands. */
export const ORDER_COMMANDS = {
  /** Gives the order once more, as it was. Refused again, nothing has changed. */
  retryOrder: z.object({ key, reason: Reason }),
  /** It was mended otherwise, or is not wanted any more. */
  dropOrder: z.object({ key, reason: Reason }),
} as const;

/** Events about orders that were refused, in the stream that gave them. */
export const ORDER_EVENTS = {
  OrderRefused: z.object({
    key,
    to: StreamId,
    /** The type of the command that was refused, and its body. */
    type: z.string(),
    order: z.unknown(),
    /** The refusal: a key of contracts/problems.ts, and its sentence. */
    code: z.string(),
    detail: z.string(),
  }),
  OrderRetried: z.object({ key, reason: Secret }),
  OrderDropped: z.object({ key, reason: Secret }),
} as const;

/** An order that was refused and has been neither given again nor dropped, as operations see it. */
export const RefusedOrderLine = z
  .object({
    key,
    to: StreamId,
    type: z.string().describe('What was ordered: the type of the command'),
    code: z.string(),
    detail: z.string().describe('Why it was refused'),
    at: z.number().int().describe('Procedure time, milliseconds since 1970'),
  })
  .meta({ id: 'RefusedOrder' });
export type RefusedOrderLine = z.infer<typeof RefusedOrderLine>;

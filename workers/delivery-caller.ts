import type { Client } from '@temporalio/client';
import { POKE_SIGNAL } from '../contracts/advance.ts';
import { DELIVERY_WORKFLOW, type DeliveryInput, deliveryId, deliveryQueue } from '../contracts/delivery.ts';
import { messageOf } from '../contracts/failure.ts';
import { type Bell, bell } from '../db/bell.ts';
import type { Clock } from '../db/clock.ts';
import type { Pool } from '../db/connection.ts';
import { nextDue } from '../db/outbox/due.ts';

export interface CallerOptions {
  readonly db: Pool;
  /** For a connection that listens; `db` is a pool of the same database. */
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly client: Client;
  readonly channels: readonly string[];
  readonly log: (text: string) => void;
  /** At the latest after so many real milliseconds the outbox is looked at again, whatever it said; 5 s by default. */
  readonly longestSleepMs?: number;
}

const LONGEST_SLEEP_MS = 5_000;
/** How long a signal may take. */
const PATIENCE_MS = 10_000;

/**
 * Calls the workflow of a channel whenever something is due by it: when the hint comes that something was put into the outbox,
 * when the hour of the next message comes, and by a look every five seconds, since hints may be lost. While nothing is due,
 * Temporal does not hear of it.
 */
export function callDelivery(options: CallerOptions): { stop(): Promise<void> } {
  const alarm = bell(options.databaseUrl, 'outbox');
  const stopping = new AbortController();
  const done = run(options, alarm, stopping.signal).finally(() => alarm.close());
  return {
    stop: async () => {
      stopping.abort();
      alarm.ring();
      await done;
    },
  };
}

async function run(options: CallerOptions, alarm: Bell, signal: AbortSignal): Promise<void> {
  const { channels, log, longestSleepMs = LONGEST_SLEEP_MS } = options;
  let complained = false;
  while (!signal.aborted) {
    let sleep = longestSleepMs;
    try {
      const waits = await Promise.all(channels.map((channel) => callWhenDue(options, channel)));
      sleep = Math.min(sleep, ...waits);
      complained = false;
    } catch (error) {
      if (!complained)
        log(`Nothing can be delivered for now; it is tried every ${sleep / 1000} s: ${messageOf(error)}`);
      complained = true;
    }
    if (!signal.aborted) await alarm.wait(sleep);
  }
}

/** Returns in how many real milliseconds the next message of the channel is due; what is due now is the workflow's business. */
async function callWhenDue({ db, clock, client }: CallerOptions, channel: string): Promise<number> {
  const due = await nextDue(db, channel, clock);
  if (due === null) return Number.POSITIVE_INFINITY;
  if (due > Date.now()) return due - Date.now();
  await client.withDeadline(Date.now() + PATIENCE_MS, () =>
    client.workflow.signalWithStart<(input: DeliveryInput) => Promise<void>>(DELIVERY_WORKFLOW, {
      workflowId: deliveryId(channel),
      taskQueue: deliveryQueue(channel),
      args: [{ channel }],
      workflowTaskTimeout: '2s',
      signal: POKE_SIGNAL,
      signalArgs: [],
    }),
  );
  return Number.POSITIVE_INFINITY;
}

import { type Bell, bell } from '../db/bell.ts';
import type { Clock } from '../db/clock.ts';
import { nextDue } from '../db/outbox/due.ts';
import { type DeliveryOptions, deliverWaiting } from './delivery.ts';

export interface RunningDelivery {
  /** Begins nothing more and returns when what is under way has ended. */
  stop(): Promise<void>;
}

export interface DeliveryServiceOptions extends Omit<DeliveryOptions, 'procedureNow' | 'signal'> {
  /** For a connection that listens; `db` is a pool of the same database. */
  readonly databaseUrl: string;
  readonly clock: Clock;
  /** At the latest after so many real milliseconds the outbox is looked at again, whatever it said; 5 s by default. */
  readonly longestSleepMs?: number;
}

const LONGEST_SLEEP_MS = 5_000;
/** Another worker may hold the row that is due. */
const SHORTEST_SLEEP_MS = 50;

/** Delivers until stopped: at once when a message is put into the outbox, else when the next one is due. */
export function startDelivery(options: DeliveryServiceOptions): RunningDelivery {
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

async function run(options: DeliveryServiceOptions, alarm: Bell, signal: AbortSignal): Promise<void> {
  const { clock, db, log } = options;
  while (!signal.aborted) {
    let sleep = options.longestSleepMs ?? LONGEST_SLEEP_MS;
    try {
      await deliverWaiting({ ...options, signal, procedureNow: () => clock.now() });
      const due = await nextDue(db, clock);
      if (due !== null) sleep = Math.min(sleep, Math.max(SHORTEST_SLEEP_MS, due - Date.now()));
    } catch (error) {
      log(`The outbox could not be read; next try in ${sleep / 1000} s: ${(error as Error).message}`);
    }
    if (!signal.aborted) await alarm.wait(sleep);
  }
}

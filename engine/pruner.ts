import { messageOf } from '../contracts/failure.ts';
import { alone } from '../db/alone.ts';
import type { Clock } from '../db/clock.ts';
import { beside, type Pool } from '../db/connection.ts';
import { prune } from '../db/pruning.ts';
import { DAY_MS } from '../domain/calendar/day.ts';

const EVERY_MS = 3_600_000;

/** What is kept, and for how many days. */
export interface Keeping {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly messageDays: number;
  readonly outcomeDays: number;
  readonly told: (deleted: { readonly messages: number; readonly outcomes: number }) => void;
  readonly complain: (what: string, about: object) => void;
}

/** Deletes what is old, at the start and then every hour, in one process of the installation. */
export function keepPruned({ pool, clock, messageDays, outcomeDays, told, complain }: Keeping): {
  stop(): Promise<void>;
} {
  // Not of the pool of the turns: the connection that holds the lock is kept.
  return alone(beside(pool), 'pruner', EVERY_MS, async () => {
    try {
      const deleted = await prune(pool, {
        messages: clock.now() - messageDays * DAY_MS,
        outcomes: Date.now() - outcomeDays * DAY_MS,
      });
      if (deleted.messages || deleted.outcomes) told(deleted);
    } catch (error) {
      complain('Old messages and outcomes of commands could not be deleted', { error: messageOf(error) });
    }
  });
}

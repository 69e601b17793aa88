import type { Instant } from '../contracts/ids.ts';
import { type Pool, stamp } from './connection.ts';

/** What is older than this goes. */
export interface Pruned {
  /** Messages that every channel had done with before, in procedure time. */
  readonly messages: Instant;
  /** Outcomes of commands that were decided before, in real time. */
  readonly outcomes: Instant;
}

/** So many rows go in one statement, so that none holds up the work of others. */
export const BATCH = 5_000;
/** And in so many statements of a kind; the rest goes in the next run. */
export const BATCHES = 20;

/** Deletes old messages and old outcomes, a bounded number of each. @returns how many of each were deleted */
export async function prune(
  pool: Pool,
  { messages, outcomes }: Pruned,
): Promise<{ messages: number; outcomes: number }> {
  return {
    messages: await inBatches(pool, 'prune-messages', MESSAGES, messages),
    outcomes: await inBatches(pool, 'prune-outcomes', OUTCOMES, outcomes),
  };
}

async function inBatches(pool: Pool, name: string, text: string, before: Instant): Promise<number> {
  let deleted = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const { rowCount } = await pool.query({ name, text, values: [stamp(before), BATCH] });
    deleted += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) break;
  }
  return deleted;
}

const MESSAGES = `
  with old as (
    select id from outbox where pending = 0 and settled_at < $1 order by settled_at limit $2),
  gone as (delete from delivery using old where message = old.id)
  delete from outbox using old where outbox.id = old.id`;

const OUTCOMES = `
  delete from command where ctid = any (array(select ctid from command where decided_at < $1 limit $2))`;

import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { Clock } from '../../db/clock.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { Reading } from './reading.ts';

export interface WorkParts {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly clock: Clock;
  /** Told of what has gone wrong and was worked around. */
  readonly complain?: (what: string, about: object) => void;
}

/** The command that records what a piece of slow work has found. */
export interface Found {
  readonly type: string;
  readonly body: unknown;
}

/** One piece of slow work: from what the ledger says to the command that records the result. */
export type SlowWork<R = Reading> = (reading: R, key: string, parts: WorkParts) => Promise<Found>;

/** A piece of slow work with its own reading of the ledger before it. */
export type Job = (stream: StreamId, now: Instant, key: string, parts: WorkParts) => Promise<Found>;

/** Puts the reading that a kind of process needs before each piece of its work. */
export function jobs<R, K extends string>(
  read: (parts: Pick<WorkParts, 'pool' | 'keys'>, stream: StreamId, now: Instant) => Promise<R>,
  work: Readonly<Record<K, SlowWork<R>>>,
): Record<K, Job> {
  const made = Object.entries<SlowWork<R>>(work).map(([kind, act]): [string, Job] => [
    kind,
    async (stream, now, key, parts) => act(await read(parts, stream, now), key, parts),
  ]);
  return Object.fromEntries(made) as Record<K, Job>;
}

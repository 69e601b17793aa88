import { messageOf } from '../contracts/failure.ts';
import type { StreamId } from '../contracts/ids.ts';
import { alone } from '../db/alone.ts';
import type { Pool } from '../db/connection.ts';
import { waitingLooks } from '../db/looks.ts';
import type { Pokes } from './pokes.ts';

/** A look that has waited for so long was not found by the signal sent at once. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 300_000;
/** How many streams are signalled in one go; the rest follow with the next. */
const AT_ONCE = 200;

export interface Sweeping {
  stop(): Promise<void>;
}

interface Tried {
  /** Real milliseconds at which it is signalled again. */
  next: number;
  wait: number;
}

/** What sweeping is done with. */
export interface SweepParts {
  readonly pool: Pool;
  readonly pokes: Pick<Pokes, 'one' | 'reach'>;
  readonly complain: (what: string, about: object) => void;
  /** Temporal was away and is back: it may have lost what it knew. */
  readonly back?: () => Promise<void>;
}

/**
 * Signals again the workflows that were asked to look and have not: after 2 s, then after twice as long each time, up to 5
 * minutes. While Temporal is away nobody is signalled, and all that wait are as soon as it is back. One process of an
 * installation sweeps at a time.
 */
export function sweep(parts: SweepParts): Sweeping {
  const { pool, pokes, complain } = parts;
  const tried = new Map<StreamId, Tried>();
  let away = false;

  async function isThere(): Promise<boolean> {
    try {
      await pokes.reach();
    } catch (error) {
      if (!away) complain('Temporal is away', { error: messageOf(error) });
      away = true;
      return false;
    }
    if (away) {
      complain('Temporal is back', {});
      tried.clear();
      await parts.back?.();
    }
    away = false;
    return true;
  }

  return alone(pool, 'sweeper', FIRST_WAIT_MS, async () => {
    if (!(await isThere())) return;
    const waiting = await waitingLooks(pool, FIRST_WAIT_MS);
    const still = new Set(waiting);
    for (const stream of tried.keys()) if (!still.has(stream)) tried.delete(stream);
    const now = Date.now();
    const due = waiting.filter((stream) => (tried.get(stream)?.next ?? 0) <= now).slice(0, AT_ONCE);
    await Promise.allSettled(due.map((stream) => pokes.one(stream)));
    for (const stream of due) {
      const wait = Math.min(LONGEST_WAIT_MS, (tried.get(stream)?.wait ?? FIRST_WAIT_MS / 2) * 2);
      tried.set(stream, { next: now + wait, wait });
    }
  });
}

import type { Instant } from '../../contracts/ids.ts';
import { problem } from '../problem.ts';

/** How somebody who tries again and again is slowed down. Milliseconds of real time. */
export interface Pace {
  /** So many times nobody waits. */
  readonly free: number;
  /** Then for so long, and twice as long after each further time, up to the longest. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** After so long without any everything begins anew. */
  readonly forgottenMs: number;
}

const MOST_REMEMBERED = 50_000;

/**
 * Slows down whoever does something often, by whatever they are counted by, at one process of the API: each further time they wait
 * longer, and are told how long.
 */
export class Slowing {
  readonly #pace: Pace;
  readonly #now: () => Instant;
  readonly #counted = new Map<string, { times: number; readonly until: Instant; readonly at: Instant }>();

  constructor(pace: Pace, now: () => Instant) {
    this.#pace = pace;
    this.#now = now;
  }

  /** @throws Problem `too-many-requests` for whoever has to wait still; nothing is counted by that */
  demand(key: string): void {
    const now = this.#now();
    const until = this.#counted.get(key)?.until ?? 0;
    if (until <= now) return;
    const seconds = Math.ceil((until - now) / 1000);
    throw problem('too-many-requests/slowed', { seconds }, { 'retry-after': String(seconds) });
  }

  /** Counts one time. */
  count(key: string): void {
    const { free, firstMs, longestMs, forgottenMs } = this.#pace;
    const now = this.#now();
    const before = this.#counted.get(key);
    const times = (before && now - before.at < forgottenMs ? before.times : 0) + 1;
    const waits = times <= free ? 0 : Math.min(longestMs, firstMs * 2 ** Math.min(times - free - 1, 30));
    // Whoever was counted longest ago stands in front.
    this.#counted.delete(key);
    this.#counted.set(key, { times, until: now + waits, at: now });
    if (this.#counted.size > MOST_REMEMBERED) this.#counted.delete(this.#counted.keys().next().value!);
  }
}

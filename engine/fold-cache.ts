import type { StreamId } from '../contracts/ids.ts';
import { copyOf, type Folded } from '../db/fold.ts';

/** What folds may weigh together, in characters of the bodies that were folded. */
const MOST_WEIGHT = 100_000_000;
/** An empty fold weighs something as well. */
const LEAST_WEIGHT = 2_000;
/** Whoever waits longer than this for another turn's fold makes one of its own. */
const PATIENCE_MS = 5_000;

/**
 * Folded streams at hand, oldest use first, bounded by what they weigh. Whoever has locked a stream takes its fold out, to
 * fold on, and gives it back; so does whoever folds ahead, without a lock and without waiting for one. Who comes meanwhile
 * waits. Whoever only looks at a stream shares its fold: it stays as it is until nobody looks at it any more, and who takes
 * it meanwhile gets a copy. So nobody who has locked a stream waits for somebody who may be waiting for that lock. A cache
 * that is empty or behind costs a fold, nothing else.
 */
export class FoldCache {
  readonly #most: number;
  readonly #folded = new Map<StreamId, Folded>();
  /** How many look at a fold. */
  readonly #watched = new Map<Folded, number>();
  /** Streams that are taken, with those who wait for them. */
  readonly #taken = new Map<StreamId, (() => void)[]>();
  #weight = 0;

  constructor(most = MOST_WEIGHT) {
    this.#most = most;
  }

  /**
   * Takes the fold of a stream that is locked, if there is one. `giveBack` must follow, unless somebody else holds it for
   * too long.
   */
  async take(stream: StreamId): Promise<{ readonly folded: Folded | undefined; readonly held: boolean }> {
    if (!(await this.#isFree(stream, Date.now() + PATIENCE_MS))) return { folded: undefined, held: false };
    this.#taken.set(stream, []);
    const folded = this.#folded.get(stream);
    if (folded) this.#remove(folded);
    return { folded: folded && this.#watched.has(folded) ? copyOf(folded) : folded, held: true };
  }

  /** Looks at the folds of streams, as far as there are any; they do not change. `unwatch` must follow for each. */
  async watch(streams: readonly StreamId[]): Promise<Map<StreamId, Folded>> {
    const until = Date.now() + PATIENCE_MS;
    const found = new Map<StreamId, Folded>();
    for (const stream of streams) {
      await this.#isFree(stream, until);
      const folded = this.watchNow(stream);
      if (folded) found.set(stream, folded);
    }
    return found;
  }

  /** The same for one stream, without waiting for whoever has taken its fold. */
  watchNow(stream: StreamId): Folded | undefined {
    const folded = this.#folded.get(stream);
    if (!folded) return undefined;
    this.#folded.delete(stream);
    this.#folded.set(stream, folded);
    this.#watch(folded);
    return folded;
  }

  /** Keeps a fold that somebody has made to look at it, and goes on looking at it; `unwatch` must follow. */
  share(folded: Folded): void {
    this.#watch(folded);
    // Whoever has taken it folds it on.
    if (!this.#taken.has(folded.stream)) this.#keep(folded);
  }

  unwatch(folded: Folded): void {
    const others = (this.#watched.get(folded) ?? 0) - 1;
    if (others > 0) this.#watched.set(folded, others);
    else this.#watched.delete(folded);
  }

  /** Gives a fold back, or only the right to it when what was folded is void. */
  giveBack(stream: StreamId, folded?: Folded): void {
    if (folded) this.#keep(folded);
    const waiting = this.#taken.get(stream) ?? [];
    this.#taken.delete(stream);
    for (const go of waiting) go();
  }

  clear(): void {
    this.#folded.clear();
    this.#weight = 0;
  }

  #watch(folded: Folded): void {
    this.#watched.set(folded, (this.#watched.get(folded) ?? 0) + 1);
  }

  /** Waits until nobody has taken the fold; false: that took too long. */
  async #isFree(stream: StreamId, until: number): Promise<boolean> {
    while (this.#taken.has(stream)) {
      if (Date.now() >= until) return false;
      await this.#freed(stream, until - Date.now());
    }
    return true;
  }

  #freed(stream: StreamId, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#taken.get(stream)!.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #keep(folded: Folded): void {
    const there = this.#folded.get(folded.stream);
    if (there && there.version > folded.version) return;
    if (there) this.#remove(there);
    this.#folded.set(folded.stream, folded);
    this.#weight += weightOf(folded);
    for (const oldest of this.#folded.values()) {
      if (this.#weight <= this.#most || oldest === folded) break;
      this.#remove(oldest);
    }
  }

  #remove(folded: Folded): void {
    this.#folded.delete(folded.stream);
    this.#weight -= kept.get(folded) ?? 0;
    kept.delete(folded);
  }
}

/** What a fold weighed when it was kept: it grows in the hands of whoever takes it. */
const kept = new WeakMap<Folded, number>();

function weightOf(folded: Folded): number {
  const weight = Math.max(LEAST_WEIGHT, folded.weight);
  kept.set(folded, weight);
  return weight;
}

import type { StreamId } from '../contracts/ids.ts';
import type { Folded } from '../db/fold.ts';

/** What folds may weigh together, in characters of the bodies that were folded. */
const MOST_WEIGHT = 100_000_000;
/** An empty fold weighs something as well. */
const LEAST_WEIGHT = 2_000;
/** Whoever waits longer than this for another turn's fold makes one of its own. */
const PATIENCE_MS = 5_000;

/**
 * Folded streams at hand, oldest use first, bounded by what they weigh. Whoever works with one takes it out and gives it
 * back, so that no two turns ever share it; who comes meanwhile waits. Owners take before their children, so nobody
 * waits in a circle. A cache that is empty or behind costs a fold, nothing else.
 */
export class FoldCache {
  readonly #most: number;
  readonly #folded = new Map<StreamId, Folded>();
  /** Streams that are taken, with those who wait for them. */
  readonly #taken = new Map<StreamId, (() => void)[]>();
  #weight = 0;

  constructor(most = MOST_WEIGHT) {
    this.#most = most;
  }

  /** Takes a stream's fold, if there is one. `giveBack` must follow, unless somebody else holds it for too long. */
  async take(stream: StreamId): Promise<{ readonly folded: Folded | undefined; readonly held: boolean }> {
    const until = Date.now() + PATIENCE_MS;
    while (this.#taken.has(stream)) {
      if (Date.now() >= until) return { folded: undefined, held: false };
      await this.#freed(stream, until - Date.now());
    }
    this.#taken.set(stream, []);
    const folded = this.#folded.get(stream);
    if (folded) this.#remove(folded);
    return { folded, held: true };
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

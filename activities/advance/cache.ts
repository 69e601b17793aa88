import type { StreamId } from '../../contracts/ids.ts';
import type { Folded } from '../../db/fold.ts';

/**
 * Folded streams that a worker has at hand. Whoever works with one takes it out, so that no two transactions ever
 * share it; it comes back only after a commit. A cache that is empty or behind costs a fold, nothing else.
 */
export class FoldCache {
  readonly #most: number;
  readonly #folded = new Map<StreamId, Folded>();

  constructor(most = 500) {
    this.#most = most;
  }

  take(stream: StreamId): Folded | undefined {
    const found = this.#folded.get(stream);
    this.#folded.delete(stream);
    return found;
  }

  put(folded: Folded): void {
    const there = this.#folded.get(folded.stream);
    if (there && there.version > folded.version) return;
    this.#folded.delete(folded.stream);
    this.#folded.set(folded.stream, folded);
    if (this.#folded.size > this.#most) {
      const oldest = this.#folded.keys().next().value;
      if (oldest) this.#folded.delete(oldest);
    }
  }
}

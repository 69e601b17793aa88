import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { Folded } from '../fold.ts';

/**
 * Folds at hand for the next look. The company, which nearly every look needs, is always kept; of the others those that
 * were used last, as many as weigh no more than the budget together.
 */
export class KeptFolds {
  readonly #budget: number;
  /** The one that was used last comes last. */
  readonly #kept = new Map<StreamId, Folded>();
  #weight = 0;
  #organisation: Folded | undefined;

  /** @param budget in characters of text that the folds were made from; in memory they take a few times as many bytes */
  constructor(budget: number) {
    this.#budget = budget;
  }

  get(stream: StreamId): Folded | undefined {
    if (stream === ORGANISATION) return this.#organisation;
    const found = this.#kept.get(stream);
    if (found) {
      this.#kept.delete(stream);
      this.#kept.set(stream, found);
    }
    return found;
  }

  /** Keeps what one look has folded. These are kept together even when they alone weigh more than the budget. */
  put(folds: ReadonlyMap<StreamId, Folded>): void {
    for (const folded of folds.values()) this.#put(folded);
    for (const [stream, { weight }] of this.#kept) {
      if (this.#weight <= this.#budget || folds.has(stream)) return;
      this.#kept.delete(stream);
      this.#weight -= weight;
    }
  }

  #put(folded: Folded): void {
    if (folded.stream === ORGANISATION) {
      this.#organisation = folded;
      return;
    }
    this.#weight += folded.weight - (this.#kept.get(folded.stream)?.weight ?? 0);
    this.#kept.delete(folded.stream);
    this.#kept.set(folded.stream, folded);
  }
}

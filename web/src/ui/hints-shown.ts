/** Keys, and what they do. */
export type Hint = readonly [keys: readonly string[], what: string];

/** What the parts of a page say of the keys that work in them. */
export class HintsShown {
  #last = 0;
  readonly #shown = new Map<number, readonly Hint[]>();

  /**
   * A place for a part that is drawn for the first time. What is further in is drawn after what it is in, whenever it comes,
   * although its effects run before those of what it is in.
   */
  place(): number {
    return ++this.#last;
  }

  put(place: number, hints: readonly Hint[]): void {
    this.#shown.set(place, hints);
  }

  remove(place: number): void {
    this.#shown.delete(place);
  }

  /** All keys, each once, in the words of what is innermost. */
  all(): readonly Hint[] {
    const inward = [...this.#shown].sort(([a], [b]) => a - b).flatMap(([, hints]) => hints);
    return [...new Map(inward.map((hint) => [hint[0].join(), hint])).values()];
  }
}

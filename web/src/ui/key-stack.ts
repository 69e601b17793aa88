/** What keys do: "j", "Enter", "?", or two in a row, as "g d". */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

/** Where keys work: on the page that is open, or wherever one is. */
export type Reach = 'page' | 'everywhere';

/** A second key counts with the first one within so many milliseconds. */
const TOGETHER_MS = 900;

interface Listening {
  readonly reach: Reach;
  readonly keys: () => Keys;
}

/**
 * Whoever listens to keys, and which of them hears one: two in a row come before a single key, the page before what works
 * everywhere, and of two on one page the one that came last. When somebody came says nothing about the rest.
 */
export class KeyStack {
  #listening: readonly Listening[] = [];
  #first = '';
  #at = Number.NEGATIVE_INFINITY;

  /** @returns takes it away again */
  add(reach: Reach, keys: () => Keys): () => void {
    const one = { reach, keys };
    this.#listening = [...this.#listening, one];
    return () => {
      this.#listening = this.#listening.filter((other) => other !== one);
    };
  }

  /**
   * What a key does now; undefined: nothing.
   * @param at when it was pressed, in milliseconds
   */
  press(key: string, at: number): (() => void) | undefined {
    const both = at - this.#at < TOGETHER_MS ? `${this.#first} ${key}` : '';
    const act = this.#find(both) ?? this.#find(key);
    this.#first = act ? '' : key;
    this.#at = at;
    return act;
  }

  #find(key: string): (() => void) | undefined {
    const inner = this.#listening.filter(({ reach }) => reach === 'page').reverse();
    const outer = this.#listening.filter(({ reach }) => reach === 'everywhere').reverse();
    for (const { keys } of [...inner, ...outer]) {
      const act = keys()[key];
      if (act) return act;
    }
    return undefined;
  }
}

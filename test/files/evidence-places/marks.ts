/** A name, and where it was put: each place has a name of its own, so that one that is left tells where from. */
export class Marks {
  readonly #places: string[] = [];

  at(place: string): string {
    this.#places.push(place);
    return `Zhang.San.${this.#places.length - 1}.`;
  }

  /** The places whose name is in some bytes, as text of one byte, of two, or in hexadecimal. */
  foundIn(bytes: Uint8Array): string[] {
    const latin = Buffer.from(bytes).toString('latin1');
    // Of two bytes each, whichever of them comes first.
    const wide = latin.replaceAll('\0', '');
    const hex = latin.replace(/(?:[0-9a-fA-F]{2}){6,}/g, (digits) => Buffer.from(digits, 'hex').toString('latin1'));
    const all = [latin, wide, hex, hex.replaceAll('\0', '')].join('\n');
    const found = new Set([...all.matchAll(/Zhang\.San\.(\d+)\./g)].map(([, n]) => this.#places[Number(n)]!));
    return [...found].sort();
  }

  get all(): readonly string[] {
    return [...new Set(this.#places)].sort();
  }
}

/** Makes pictures that say a name beside what they show. */
export interface Media {
  jpeg(name: string): Uint8Array;
  png(name: string): Uint8Array;
  gif(name: string): Uint8Array;
  emf(name: string): Uint8Array;
  wmf(name: string): Uint8Array;
  bmp(name: string): Uint8Array;
}

import type { Instant } from '../../contracts/ids.ts';

/** For so long it is believed what the database has said of a token, in milliseconds: so long after its end somebody may still look. */
const BELIEVED_MS = 1_000;
const MOST_REMEMBERED = 50_000;

/**
 * Who is known by a token, by its digest, as the database has said within the last second: whoever does much costs little, and who
 * was signed out anywhere is out everywhere a second later, whatever gets lost between processes.
 */
export class Believed<T> {
  readonly #now: () => Instant;
  readonly #known = new Map<string, { readonly until: Instant; readonly who: T }>();

  /** `now`: real time. */
  constructor(now: () => Instant) {
    this.#now = now;
  }

  /** Whoever has the token; undefined: the database is to be asked. */
  by(digest: string): T | undefined {
    const known = this.#known.get(digest);
    return known && known.until > this.#now() ? known.who : undefined;
  }

  keep(digest: string, who: T): void {
    if (this.#known.size > MOST_REMEMBERED) this.#known.clear();
    this.#known.set(digest, { until: this.#now() + BELIEVED_MS, who });
  }

  /** The database is asked anew of whoever comes next. */
  forget(): void {
    this.#known.clear();
  }
}

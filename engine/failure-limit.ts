import type { Instant } from '../contracts/ids.ts';
import { refuse } from '../domain/refuse.ts';
import { type Outcome, refusedBy } from '../domain/turn/outcome.ts';

const WINDOW_MS = 60_000;
const MOST_FAILURES = 10;

/** A command that fails inside costs many transactions, so one author may have only so many of them. */
export class FailureLimit {
  readonly #failures = new Map<string, number[]>();
  readonly #now: () => Instant;

  /** @param now real time */
  constructor(now: () => Instant) {
    this.#now = now;
  }

  /** Counts a command that failed inside. */
  count(actor: string): void {
    this.#failures.set(actor, [...this.#recent(actor), this.#now()]);
  }

  /** The refusal of whatever this author sends now; null: it is taken. */
  refusalOf(actor: string): Outcome | null {
    if (!this.#failures.has(actor) || this.#recent(actor).length < MOST_FAILURES) return null;
    return refusedBy(refuse('too-many-failures/failed-inside', {}));
  }

  #recent(actor: string): number[] {
    const recent = (this.#failures.get(actor) ?? []).filter((at) => at > this.#now() - WINDOW_MS);
    if (!recent.length) this.#failures.delete(actor);
    return recent;
  }
}

import { type Instant, SYSTEM } from '../contracts/ids.ts';
import { DAY_MS } from '../domain/calendar/day.ts';
import { refuse } from '../domain/refuse.ts';
import { type Outcome, refusedBy } from '../domain/turn/outcome.ts';

/** So much one author sends within a day, in characters of commands: a hundred times what the busiest are asked for. */
const MOST = 200_000_000;
/** A command weighs as much at least, whatever it says: it leaves rows. */
const LEAST = 1_000;

/**
 * What is decided is kept for ever, accepted or not for long, so one author sends only so much within a day, at one process. Nobody
 * comes near it who answers what is asked, or imports a company.
 */
export class DayLimit {
  readonly #now: () => Instant;
  #sent = new Map<string, number>();
  #until = 0;

  /** @param now real time */
  constructor(now: () => Instant) {
    this.#now = now;
  }

  /** Counts a command that is about to be decided. */
  count(actor: string, characters: number): void {
    const now = this.#now();
    if (now >= this.#until) [this.#sent, this.#until] = [new Map(), now + DAY_MS];
    if (actor !== SYSTEM) this.#sent.set(actor, (this.#sent.get(actor) ?? 0) + Math.max(characters, LEAST));
  }

  /** The refusal of whatever this author sends now; null: it is taken. */
  refusalOf(actor: string): Outcome | null {
    const left = this.#until - this.#now();
    if ((this.#sent.get(actor) ?? 0) < MOST || left <= 0) return null;
    const hours = Math.ceil(left / 3_600_000);
    return refusedBy(refuse('too-many-requests/day', { mb: MOST / 1_000_000, hours }));
  }
}

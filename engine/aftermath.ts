import type { Pool } from '../db/connection.ts';
import { sayErased } from '../db/erased.ts';
import { overtaken } from '../db/looks.ts';
import { hintOutbox } from '../db/outbox/put.ts';
import type { Advanced } from './advanced.ts';
import type { Pokes } from './pokes.ts';

/** Hints to whoever delivers are gathered for so long: one in all is as good as one a turn. */
const HINT_WAITS_MS = 50;

/** What is left to do after a turn was committed and answered: nobody waits for it, and all of it may be lost. */
export class Aftermath {
  readonly #pool: Pool;
  readonly #pokes: Pokes | undefined;
  #hint: NodeJS.Timeout | undefined;

  /** Without pokes, signals are left to the sweeper. */
  constructor(pool: Pool, pokes: Pokes | undefined) {
    this.#pool = pool;
    this.#pokes = pokes;
  }

  of({ pokes, behind, erased, mail }: Pick<Advanced, 'pokes' | 'behind' | 'erased' | 'mail'>): void {
    if (pokes.length) this.#pokes?.send(pokes);
    if (behind.length) void this.#pokes?.sendWhen(overtaken(this.#pool, behind));
    if (erased.length) void sayErased(this.#pool, erased).catch(() => undefined);
    if (mail) this.#hintSoon();
  }

  stop(): void {
    clearTimeout(this.#hint);
  }

  #hintSoon(): void {
    this.#hint ??= setTimeout(() => {
      this.#hint = undefined;
      void hintOutbox(this.#pool).catch(() => undefined);
    }, HINT_WAITS_MS);
  }
}

import { messageOf } from '../contracts/failure.ts';
import type { Folded } from '../db/fold.ts';
import { writeSnapshot } from '../db/snapshots.ts';
import { processOf } from '../domain/kinds.ts';
import type { Engine } from './parts.ts';
import type { Committed } from './transaction.ts';

/** A stream gets a snapshot each time it has grown by this many events, or by a quarter, whichever is more. */
const EVENTS_A_SNAPSHOT = 1000;

/** Writes snapshots of what turns have folded, once those are answered. */
export class Snapshots {
  readonly #engine: Pick<Engine, 'pool' | 'keys' | 'complain'>;
  readonly #writing = new Set<Promise<void>>();

  constructor(engine: Pick<Engine, 'pool' | 'keys' | 'complain'>) {
    this.#engine = engine;
  }

  /** Folds that are due for a snapshot are held back until the turn is answered, since others would fold them on. */
  giveBack({ folds, giveBack }: Pick<Committed, 'folds' | 'giveBack'>): void {
    const due = folds.filter(isDueForSnapshot);
    giveBack(due);
    if (!due.length) return;
    const writing = new Promise<void>((resolve) => {
      setImmediate(() => {
        const written = due.map((folded) => this.#write(folded));
        giveBack([]);
        void Promise.all(written).then(() => resolve());
      });
    });
    this.#writing.add(writing);
    void writing.then(() => this.#writing.delete(writing));
  }

  /**
   * Freezes a fold at once and writes it down when it can. A snapshot that is missing or late costs a longer fold: its
   * failure is noted, never passed on.
   */
  async #write(folded: Folded): Promise<void> {
    const { stream, version, hash, state } = folded;
    const { pool, keys, complain } = this.#engine;
    folded.snapshot = version;
    try {
      const { stateVersion, freeze } = processOf(stream);
      await writeSnapshot(pool, keys, stateVersion, { stream, version, hash, frozen: freeze(state) });
    } catch (error) {
      complain('A snapshot could not be written', { stream, error: messageOf(error) });
    }
  }

  /** Resolves when all that were begun are written. */
  async settled(): Promise<void> {
    await Promise.all(this.#writing);
  }
}

function isDueForSnapshot({ version, snapshot }: Folded): boolean {
  return version - snapshot >= Math.max(EVENTS_A_SNAPSHOT, version / 4);
}

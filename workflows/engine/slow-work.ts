import { sleep } from '@temporalio/workflow';
import type { Looked } from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { perform } from './doors.ts';

/** The slow work of a stream that this run has begun. */
export class SlowWork {
  readonly #stream: StreamId;
  readonly #onEnd: () => void;
  readonly #pieces = new Map<string, symbol>();

  constructor(stream: StreamId, onEnd: () => void) {
    this.#stream = stream;
    this.#onEnd = onEnd;
  }

  /**
   * Begins what is wanted and not under way; nobody waits for the rest any more. It is not cancelled: mostly it is just ending,
   * and what a run leaves behind ends with the run.
   */
  want(work: Looked['work']): void {
    const wanted = new Map(work.map(({ kind, key }) => [`${kind} ${key}`, { kind, key }]));
    for (const name of this.#pieces.keys()) if (!wanted.has(name)) this.#pieces.delete(name);
    for (const [name, { kind, key }] of wanted) if (!this.#pieces.has(name)) this.#begin(name, kind, key);
  }

  #begin(name: string, kind: string, key: string): void {
    const piece = Symbol(name);
    this.#pieces.set(name, piece);
    void this.#perform(kind, key).then(() => this.#ended(name, piece));
  }

  /** A result that was refused, but is still wanted, is made again after a while, not at once for ever. */
  async #perform(kind: string, key: string): Promise<void> {
    const taken = await perform(kind, this.#stream, key).catch(() => false);
    if (!taken) await sleep('1m');
  }

  #ended(name: string, piece: symbol): void {
    if (this.#pieces.get(name) !== piece) return;
    this.#pieces.delete(name);
    this.#onEnd();
  }
}

import { CancellationScope, sleep } from '@temporalio/workflow';
import type { Looked } from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { perform } from './doors.ts';

/** The slow work of a stream that this run has begun, each piece in a scope of its own. */
export class SlowWork {
  readonly #stream: StreamId;
  readonly #onEnd: () => void;
  readonly #pieces = new Map<string, CancellationScope>();

  constructor(stream: StreamId, onEnd: () => void) {
    this.#stream = stream;
    this.#onEnd = onEnd;
  }

  /** Gives up what nobody wants any more, and begins what is wanted and not under way. */
  want(work: Looked['work']): void {
    const wanted = new Map(work.map(({ kind, key }) => [`${kind} ${key}`, { kind, key }]));
    for (const [name, scope] of this.#pieces) {
      if (wanted.has(name)) continue;
      this.#pieces.delete(name);
      scope.cancel();
    }
    for (const [name, { kind, key }] of wanted) if (!this.#pieces.has(name)) this.#begin(name, kind, key);
  }

  #begin(name: string, kind: string, key: string): void {
    const scope = new CancellationScope();
    this.#pieces.set(name, scope);
    void scope
      .run(() => this.#perform(kind, key))
      .then(
        () => this.#ended(name, scope),
        () => this.#ended(name, scope),
      );
  }

  /** A result that was refused, but is still wanted, is made again after a while, not at once for ever. */
  async #perform(kind: string, key: string): Promise<void> {
    const taken = await perform(kind, this.#stream, key).catch(() => false);
    if (!taken) await sleep('1m');
  }

  #ended(name: string, scope: CancellationScope): void {
    if (this.#pieces.get(name) !== scope) return;
    this.#pieces.delete(name);
    this.#onEnd();
  }
}

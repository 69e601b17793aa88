import type { StreamId } from '../contracts/ids.ts';
import { type Undone, undone } from '../db/undone.ts';
import { Advance, type Advanced } from './advance.ts';
import { type EngineParts, engineOf } from './parts.ts';
import { practiceCompany } from './practice.ts';
import type { Received } from './received.ts';

/**
 * Turns for practice: they are taken as all are, in the database, among people who do not exist, and are undone in the end.
 * They see nothing of what others do, and nobody sees them.
 */
export class WarmUp {
  readonly #undone: Undone;
  readonly #advance: Advance;

  private constructor(parts: EngineParts, begun: Undone) {
    this.#undone = begun;
    const company = practiceCompany(parts.time.clock.now());
    const organisation = { at: async () => company };
    this.#advance = new Advance({ ...engineOf({ ...parts, pool: begun.pool }), organisation });
  }

  static async begin(parts: EngineParts): Promise<WarmUp> {
    return new WarmUp(parts, await undone(parts.pool));
  }

  decide(stream: StreamId, commands: readonly Received[], patience: number): Promise<Advanced> {
    return this.#advance.decide(stream, commands, patience);
  }

  async end(): Promise<void> {
    await this.#advance.settled();
    await this.#undone.undo();
  }
}

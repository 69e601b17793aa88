import { ORGANISATION, type StreamId } from '../contracts/ids.ts';
import type { Pool } from '../db/connection.ts';
import { unfolded } from '../db/fold.ts';
import { organisationHead } from '../db/standing.ts';
import { undonePool } from '../db/undone.ts';
import { Advance } from './advance.ts';
import type { Advanced } from './advanced.ts';
import { OrganisationView } from './organisation-view.ts';
import { type EngineParts, engineOf } from './parts.ts';
import { practiceCompany } from './practice.ts';
import type { Received } from './received.ts';

const PATIENCE_MS = 5_000;

/**
 * Turns for practice: they are taken as all are, in the database, among people who do not exist, and are undone in the end.
 * They see nothing of what others do, and nobody sees them. What they are taken with is of the very same classes as in
 * earnest, since code that was compiled for others would have to be compiled again.
 */
export class WarmUp {
  readonly #pool: Pool;
  readonly #advance: Advance;

  private constructor(pool: Pool, advance: Advance) {
    this.#pool = pool;
    this.#advance = advance;
  }

  static async begin(url: string, parts: EngineParts): Promise<WarmUp> {
    const pool = await undonePool(url, PATIENCE_MS);
    try {
      // Whoever practises takes it for the organisation as it stands.
      const state = practiceCompany(parts.time.clock.now());
      const { version, hash } = await organisationHead(pool);
      const seen = { ...unfolded(ORGANISATION), version, hash, state };
      const engine = { ...engineOf({ ...parts, pool }), organisation: new OrganisationView(parts.keys, seen) };
      return new WarmUp(pool, new Advance(engine));
    } catch (error) {
      void pool.end();
      throw error;
    }
  }

  decide(stream: StreamId, commands: readonly Received[], patience: number): Promise<Advanced> {
    return this.#advance.decide(stream, commands, patience);
  }

  async end(): Promise<void> {
    await this.#advance.settled();
    await this.#pool.end();
  }
}

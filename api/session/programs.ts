import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { TokenScope } from '../../contracts/views/program-token.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import { digestOf, isOurs, isTokenOf, PROGRAM_PREFIX } from '../../db/opaque-token.ts';
import { noteProgram, programBy } from '../../db/program-tokens.ts';
import { problem } from '../problem.ts';
import { Believed } from './believed.ts';
import { CHALLENGE } from './challenge.ts';
import { NOTED_EACH } from './limits.ts';
import type { Vouching } from './vouching.ts';

/** A program that asks for somebody. */
export interface Program {
  readonly id: string;
  readonly person: PersonId;
  readonly scope: TokenScope;
  /** What paths it may ask, by what they begin with behind /api/; null: all. */
  readonly areas: readonly string[] | null;
  readonly works: boolean;
}

/** What the tokens of programs are kept with. */
export interface ProgramParts {
  readonly pool: Pool;
  readonly keys: Pick<KeyRing, 'secretOf'>;
  readonly vouching: Vouching;
  /** Real time. */
  readonly now: () => Instant;
  /** Tells every process that a token was taken out of use. */
  readonly tellEnded: () => Promise<void>;
}

/** The programs of the installation, by their tokens. */
export class Programs {
  readonly #parts: ProgramParts;
  readonly #believed: Believed<Program>;

  constructor(parts: ProgramParts) {
    this.#parts = parts;
    this.#believed = new Believed(parts.now);
  }

  /** The program that has a token. One query, at most once a second. @throws Problem `unauthenticated` */
  of(token: string): Program | Promise<Program> {
    const digest = digestOf(this.#parts.keys, token);
    return this.#believed.by(digest) ?? this.#lookUp(token, digest);
  }

  /** Tokens were taken out of use: whichever comes next is asked about anew, and whichever listens for news. */
  async ended(): Promise<void> {
    this.#believed.forget();
    await this.#parts.tellEnded();
  }

  async #lookUp(token: string, digest: string): Promise<Program> {
    const { pool, keys, vouching } = this.#parts;
    const now = this.#parts.now();
    const found = isOurs(keys, token) ? await programBy(pool, digest, now) : undefined;
    if (!found || !isTokenOf(token, found.person, PROGRAM_PREFIX))
      throw problem('unauthenticated/token-over', {}, CHALLENGE);
    if (vouching.isOver(found)) throw problem('unauthenticated/tried-out', {}, CHALLENGE);
    await vouching.demand(found, found.roles);
    const { id, person, works, scope, areas, seenAt } = found;
    const program = { id, person, works, scope, areas };
    if (seenAt === null || now - seenAt >= NOTED_EACH) await noteProgram(pool, program.id, now);
    this.#believed.keep(digest, program);
    return program;
  }
}

import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { TokenScope } from '../../contracts/views/program-token.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import { digestOf, isOurs, isTokenOf, PROGRAM_PREFIX } from '../../db/opaque-token.ts';
import { noteProgram, programBy } from '../../db/program-tokens.ts';
import { problem } from '../problem.ts';
import { CHALLENGE } from './challenge.ts';
import { NOTED_EACH } from './limits.ts';
import type { Vouching } from './vouching.ts';

/** See `Sessions`: so long after its end a token may still look. */
const BELIEVED_MS = 1_000;
const MOST_REMEMBERED = 50_000;

/** A program that asks for somebody. */
export interface Program {
  readonly id: string;
  readonly person: PersonId;
  readonly scope: TokenScope;
  /** What paths it may ask, by what they begin with behind /api/; null: all. */
  readonly areas: readonly string[] | null;
  readonly works: boolean;
}

/** The programs of the installation, by their tokens; what was asked of the database is believed for a second. */
export class Programs {
  readonly #pool: Pool;
  readonly #keys: Pick<KeyRing, 'secretOf'>;
  readonly #vouching: Vouching;
  readonly #now: () => Instant;
  readonly #known = new Map<string, { readonly until: Instant; readonly program: Program }>();

  /** `now`: real time. */
  constructor(
    { pool, keys }: { readonly pool: Pool; readonly keys: Pick<KeyRing, 'secretOf'> },
    vouching: Vouching,
    now: () => Instant,
  ) {
    this.#pool = pool;
    this.#keys = keys;
    this.#vouching = vouching;
    this.#now = now;
  }

  /** The program that has a token. One query, at most once a second. @throws Problem `unauthenticated` */
  of(token: string): Program | Promise<Program> {
    const digest = digestOf(this.#keys, token);
    const known = this.#known.get(digest);
    return known && known.until > this.#now() ? known.program : this.#lookUp(token, digest);
  }

  /** Asks anew of whichever comes next: a token was taken away. */
  forget(): void {
    this.#known.clear();
  }

  async #lookUp(token: string, digest: string): Promise<Program> {
    const now = this.#now();
    const found = isOurs(this.#keys, token) ? await programBy(this.#pool, digest, now) : undefined;
    if (!found || !isTokenOf(token, found.person, PROGRAM_PREFIX))
      throw problem('unauthenticated/token-over', {}, CHALLENGE);
    if (this.#vouching.isOver(found)) throw problem('unauthenticated/tried-out', {}, CHALLENGE);
    await this.#vouching.demand(found, found.roles);
    const { id, person, works, scope, areas, seenAt } = found;
    const program = { id, person, works, scope, areas };
    if (seenAt === null || now - seenAt >= NOTED_EACH) await noteProgram(this.#pool, program.id, now);
    if (this.#known.size > MOST_REMEMBERED) this.#known.clear();
    this.#known.set(digest, { until: now + BELIEVED_MS, program });
    return program;
  }
}

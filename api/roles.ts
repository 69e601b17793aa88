import { type Authority, authorityBy } from '../access/authority.ts';
import type { Clock } from '../db/clock.ts';
import type { Pool } from '../db/connection.ts';
import type { KeyRing } from '../db/keys.ts';
import { rolesInForce } from '../db/views/roles.ts';
import type { Rejection } from '../domain/process.ts';
import type { Demand } from './demand.ts';
import { problemOfRejection } from './problem.ts';

export interface RolesParts {
  readonly pool: Pool;
  readonly keys: Pick<KeyRing, 'verifier'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Who may do and see what beyond their own, asked of the facts as they stand at the moment. */
export class Roles {
  readonly #parts: RolesParts;

  constructor(parts: RolesParts) {
    this.#parts = parts;
  }

  /** What somebody is now. One query. */
  async of(person: string): Promise<Authority> {
    const { pool, keys, clock } = this.#parts;
    return authorityBy(person, await rolesInForce(pool, keys, clock.now(), { person }));
  }

  /** What a route demands whose sender has to be somebody; `fault` says why one is not. */
  demand(fault: (who: Authority) => Rejection | null): Demand {
    return async ({ person }) => {
      const found = fault(await this.of(person));
      if (found) throw problemOfRejection(found);
    };
  }
}

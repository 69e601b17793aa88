import { type Authority, authorityBy } from '../access/authority.ts';
import type { Clock } from '../db/clock.ts';
import type { Pool } from '../db/connection.ts';
import { rolesInForce } from '../db/views/roles.ts';
import type { Rejection } from '../domain/process.ts';
import type { Demand } from './demand.ts';
import { problemOfRejection } from './problem.ts';

/** Who may do and see what beyond their own, asked of the facts as they stand at the moment. */
export class Roles {
  readonly #pool: Pool;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(pool: Pool, clock: Pick<Clock, 'now'>) {
    this.#pool = pool;
    this.#clock = clock;
  }

  /** What somebody is now. One query. */
  async of(person: string): Promise<Authority> {
    return authorityBy(person, await rolesInForce(this.#pool, this.#clock.now(), { person }));
  }

  /** What a route demands whose sender has to be somebody; `fault` says why one is not. */
  demand(fault: (who: Authority) => Rejection | null): Demand {
    return async ({ person }) => {
      const found = fault(await this.of(person));
      if (found) throw problemOfRejection(found.code, found.detail);
    };
  }
}

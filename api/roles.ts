import { type Authority, authorityBy } from '../access/authority.ts';
import { doorsOf } from '../access/commands.ts';
import { faultOfSender, forOperations, forWatchers } from '../access/rights.ts';
import type { ProcessType } from '../contracts/ids.ts';
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

  /** What a route demands that sends a command, or does what that command stands for. */
  sending(kind: ProcessType, type: string): Demand {
    const door = doorsOf(kind)[type]!;
    return this.demand((who) => faultOfSender(door, type, who, undefined));
  }

  /** What a route demands that is for operations alone; `toDo` ends the sentence of whoever is none of them. */
  operationsTo(toDo: string): Demand {
    return this.demand((who) => (who.operations ? null : forOperations(toDo)));
  }

  /** What a route demands that shows what is for operations and auditors alone. */
  watchersTo(toSee: string): Demand {
    return this.demand((who) => (who.all ? null : forWatchers(toSee)));
  }
}

import { PersonId, SYSTEM } from '../contracts/ids.ts';
import type { Pool } from '../db/connection.ts';
import { isEmployed } from '../db/views/people.ts';
import { Problem } from './problem.ts';
import type { Roles } from './roles.ts';

/** How long the directory's word that somebody is employed is believed, in milliseconds. */
const BELIEVED = 30_000;
const MOST_REMEMBERED = 100_000;

const CHALLENGE = { 'www-authenticate': 'Bearer realm="rostrum"' };
const refuse = (detail: string) => new Problem('unauthenticated', detail, CHALLENGE);

/** Finds out from a request's Authorization header who asks. */
export class SignIn {
  readonly #pool: Pool;
  readonly #roles: Roles;
  readonly #devTokens: boolean;
  /** Employee id to the machine's time until which they count as employed. */
  readonly #employed = new Map<string, number>();

  constructor(pool: Pool, roles: Roles, devTokens: boolean) {
    this.#pool = pool;
    this.#roles = roles;
    this.#devTokens = devTokens;
  }

  /**
   * The person whom the token speaks for. Known people cost no query; operations need not be in the directory, since
   * somebody has to import it.
   * @throws Problem `unauthenticated`
   */
  who(authorization: string | undefined): string | Promise<string> {
    if (!authorization) throw refuse('Nobody is signed in; send the header Authorization: Bearer with your token.');
    const [, id] = /^Bearer dev:(.+)$/.exec(authorization) ?? [];
    if (id === undefined) throw refuse('The token is not one of ours; sign in again.');
    if (!this.#devTokens) throw refuse('Development tokens are not taken here; sign in with your account.');
    if (id === SYSTEM || !PersonId.safeParse(id).success) {
      throw refuse('The token does not name an employee; write dev: and an employee id such as E017.');
    }
    if (this.#roles.isOperations(id)) return id;
    const until = this.#employed.get(id);
    return until !== undefined && until > Date.now() ? id : this.#lookUp(id);
  }

  async #lookUp(id: string): Promise<string> {
    if (!(await isEmployed(this.#pool, id))) {
      this.#employed.delete(id);
      throw refuse(`Nobody with the employee id ${id} works here; import the organisation or correct the id.`);
    }
    if (this.#employed.size > MOST_REMEMBERED) this.#employed.clear();
    this.#employed.set(id, Date.now() + BELIEVED);
    return id;
  }
}

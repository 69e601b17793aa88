import { PersonId, SYSTEM } from '../contracts/ids.ts';
import type { Pool } from '../db/connection.ts';
import { isEmployed } from '../db/views/people.ts';
import { Problem } from './problem.ts';
import type { Roles } from './roles.ts';

/** How long the directory's word that somebody is employed is believed where whoever decides asks again, in milliseconds. */
const BELIEVED = 30_000;
const MOST_REMEMBERED = 100_000;

const CHALLENGE = { 'www-authenticate': 'Bearer realm="rostrum"' };
const refuse = (detail: string) => new Problem('unauthenticated', detail, CHALLENGE);

/** Finds out from a request's Authorization header who asks. */
export class SignIn {
  readonly #pool: Pool;
  readonly #roles: Pick<Roles, 'of'>;
  readonly #devTokens: boolean;
  /** Employee id to the machine's time until which they count as known. */
  readonly #known = new Map<string, number>();

  /** `known`: people who need not be looked up. */
  constructor(pool: Pool, roles: Pick<Roles, 'of'>, devTokens: boolean, known: readonly string[] = []) {
    this.#pool = pool;
    this.#roles = roles;
    for (const person of known) this.#known.set(person, Number.POSITIVE_INFINITY);
    this.#devTokens = devTokens;
  }

  /**
   * The person whom the token speaks for. Whoever has a role need not be in the directory, since somebody has to import it.
   * Whoever has left is nobody from that moment on.
   * @param askedAgain what they send is decided by somebody who asks of the facts whether they work here: then known people cost
   *   no query
   * @throws Problem `unauthenticated`
   */
  who(authorization: string | undefined, askedAgain = false): string | Promise<string> {
    if (!authorization) throw refuse('Nobody is signed in; send the header Authorization: Bearer with your token.');
    const [, id] = /^Bearer dev:(.+)$/.exec(authorization) ?? [];
    if (id === undefined) throw refuse('The token is not one of ours; sign in again.');
    if (!this.#devTokens) throw refuse('Development tokens are not taken here; sign in with your account.');
    if (id === SYSTEM || !PersonId.safeParse(id).success) {
      throw refuse('The token does not name an employee; write dev: and an employee id such as E017.');
    }
    const until = askedAgain ? this.#known.get(id) : undefined;
    return until !== undefined && until > Date.now() ? id : this.#lookUp(id);
  }

  async #lookUp(id: string): Promise<string> {
    if (!(await isEmployed(this.#pool, id)) && !(await this.#roles.of(id)).roles.length) {
      this.#known.delete(id);
      throw refuse(`Nobody with the employee id ${id} works here; import the organisation or correct the id.`);
    }
    if (this.#known.size > MOST_REMEMBERED) this.#known.clear();
    this.#known.set(id, Date.now() + BELIEVED);
    return id;
  }
}

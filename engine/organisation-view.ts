import { ORGANISATION } from '../contracts/ids.ts';
import type { Connection, Pool } from '../db/connection.ts';
import { type Folded, foldMany, isAt, unfolded } from '../db/fold.ts';
import type { KeyRing } from '../db/keys.ts';
import type { SignedHead } from '../db/ledger.ts';
import { organisationHead } from '../db/standing.ts';
import type { OrganisationState } from '../domain/organisation/state.ts';

/**
 * The organisation as every other process sees it: one unchanging object per version, so that a plan made with it can
 * tell by identity whether calendars may have changed.
 */
export class OrganisationView {
  readonly #keys: Pick<KeyRing, 'verifier'>;
  #seen: Folded;

  /** `seen`: the organisation as somebody has folded it. */
  constructor(keys: Pick<KeyRing, 'verifier'>, seen = unfolded(ORGANISATION)) {
    this.#keys = keys;
    this.#seen = seen;
  }

  /**
   * The organisation as it stood, or as it stands by now if somebody has seen that already. What was seen counts only as
   * far as the ledger has it: a database that was restored may have lost it.
   */
  async at(connection: Connection | Pool, stood: SignedHead): Promise<OrganisationState> {
    const stands = await this.#newest(connection, stood);
    const seen = this.#seen;
    if (isAt(seen, stands)) return seen.state as OrganisationState;
    const have = seen.version > 0 && seen.version < stands.version ? { ...seen } : undefined;
    const next = (await foldMany(connection, this.#keys, [{ ...stands, have }])).get(ORGANISATION)!;
    if (this.#seen === seen || this.#seen.version < next.version) this.#seen = next;
    return next.state as OrganisationState;
  }

  /** Asks again while somebody has seen more than was asked for, until nobody sees more meanwhile. */
  async #newest(connection: Connection | Pool, stood: SignedHead): Promise<SignedHead> {
    let stands = stood;
    for (let seen = this.#seen; seen.version > stands.version; seen = this.#seen) {
      stands = await organisationHead(connection);
      if (this.#seen === seen) break;
    }
    return stands;
  }
}

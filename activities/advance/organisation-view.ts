import { ORGANISATION } from '../../contracts/ids.ts';
import type { Connection, Pool } from '../../db/connection.ts';
import { type Folded, fold, foldOn } from '../../db/fold.ts';
import { GENESIS } from '../../db/ledger.ts';
import { emptyOrganisation } from '../../domain/organisation/organisation.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';

/**
 * The organisation as every other process sees it: one unchanging object per version, so that a plan made with it can
 * tell by identity whether calendars may have changed.
 */
export class OrganisationView {
  #seen: Folded = {
    stream: ORGANISATION,
    state: emptyOrganisation(),
    version: 0,
    hash: GENESIS,
    snapshot: 0,
    weight: 0,
  };

  async at(connection: Connection | Pool, version: number): Promise<OrganisationState> {
    const { version: seen } = this.#seen;
    if (seen === 0 || seen > version) {
      if (version > 0) this.#seen = await fold(connection, ORGANISATION, version);
    } else if (seen < version) {
      const next = { ...this.#seen };
      await foldOn(connection, next, version);
      this.#seen = next;
    }
    return this.#seen.state as OrganisationState;
  }
}

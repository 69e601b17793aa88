import { ORGANISATION } from '../contracts/ids.ts';
import type { Connection, Pool } from '../db/connection.ts';
import { type Folded, fold, foldOn, unfolded } from '../db/fold.ts';
import type { OrganisationState } from '../domain/organisation/state.ts';

/**
 * The organisation as every other process sees it: one unchanging object per version, so that a plan made with it can
 * tell by identity whether calendars may have changed.
 */
export class OrganisationView {
  #seen: Folded = unfolded(ORGANISATION);

  /** The organisation at this version, or at a later one that was seen already. */
  async at(connection: Connection | Pool, version: number): Promise<OrganisationState> {
    const seen = this.#seen;
    if (seen.version < version) {
      const next = seen.version === 0 ? await fold(connection, ORGANISATION, version) : { ...seen };
      await foldOn(connection, next, version);
      if (this.#seen.version < next.version) this.#seen = next;
    }
    return this.#seen.state as OrganisationState;
  }
}

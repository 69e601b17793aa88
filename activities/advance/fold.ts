import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { Connection, Pool } from '../../db/connection.ts';
import { current, GENESIS, readEntries } from '../../db/ledger.ts';
import { readSnapshot } from '../../db/snapshots.ts';
import { emptyOrganisation } from '../../domain/organisation/organisation.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { kindOf } from './processes.ts';

/** A stream folded up to a version, with the chain's link there. */
export interface Folded {
  readonly stream: StreamId;
  state: unknown;
  version: number;
  hash: Buffer;
  /** The version of the snapshot that exists, 0 for none. */
  snapshot: number;
}

/** Folds a stream from the ledger, from its snapshot when there is one to be believed, up to a version. */
export async function fold(connection: Connection | Pool, stream: StreamId, upTo: number): Promise<Folded> {
  const { process } = kindOf(stream);
  const snapshot = upTo > 0 ? await readSnapshot(connection, stream, process.stateVersion) : null;
  const folded: Folded =
    snapshot && snapshot.version <= upTo
      ? {
          stream,
          state: process.thaw(snapshot.frozen),
          version: snapshot.version,
          hash: snapshot.hash,
          snapshot: snapshot.version,
        }
      : { stream, state: process.initial(stream), version: 0, hash: GENESIS, snapshot: 0 };
  await foldOn(connection, folded, upTo);
  return folded;
}

/** Folds the events that have come since, up to a version. */
export async function foldOn(connection: Connection | Pool, folded: Folded, upTo: number): Promise<void> {
  if (folded.version >= upTo) return;
  const { process } = kindOf(folded.stream);
  for await (const page of readEntries(connection, folded.stream, folded.version, upTo)) {
    for (const entry of page) {
      folded.state = process.evolve(folded.state, current(entry));
      folded.version = entry.event.version;
      folded.hash = entry.hash;
    }
  }
  process.caughtUp?.(folded.state);
}

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

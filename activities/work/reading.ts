import { type Instant, ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { type Connection, type Pool, snapshot } from '../../db/connection.ts';
import { foldNow } from '../../db/fold.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { reviewRoundsOf } from '../../domain/selection/scores.ts';
import type { SelectionState } from '../../domain/selection/state.ts';

/** Where it is read from, and whose it has to be. */
export interface Sources {
  readonly pool: Pool;
  readonly keys: Pick<KeyRing, 'verifier'>;
}

/** A selection as the ledger tells it now, with its review rounds and the organisation. */
export interface Reading {
  readonly stream: StreamId;
  readonly now: Instant;
  readonly state: SelectionState;
  /** The chain's link at the version that was read, in hexadecimal. */
  readonly link: string;
  readonly organisation: OrganisationState;
  readonly rounds: ReadonlyMap<StreamId, RoundState>;
}

export async function readSelection({ pool, keys }: Sources, stream: StreamId, now: Instant): Promise<Reading> {
  return snapshot(pool, async (connection) => {
    const folds = await foldNow(connection, keys, [stream, ORGANISATION]);
    const { state: folded, hash } = folds.get(stream)!;
    const state = folded as SelectionState;
    return {
      stream,
      now,
      state,
      link: hash.toString('hex'),
      organisation: folds.get(ORGANISATION)!.state as OrganisationState,
      rounds: await roundsNow(connection, keys, reviewRoundsOf(state)),
    };
  });
}

/** Rounds as the ledger tells them now. */
export async function roundsNow(
  connection: Connection,
  keys: Sources['keys'],
  streams: readonly StreamId[],
): Promise<ReadonlyMap<StreamId, RoundState>> {
  const folds = await foldNow(connection, keys, streams);
  return new Map([...folds].map(([id, { state }]) => [id, state as RoundState]));
}

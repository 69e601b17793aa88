import type { StreamId } from '../contracts/ids.ts';
import type { Connection, Pool } from './connection.ts';
import { digestOf } from './hash.ts';

export interface Snapshot {
  readonly version: number;
  readonly hash: Buffer;
  readonly frozen: unknown;
  /** Its length as text, in characters. */
  readonly weight: number;
}

/** Whose snapshot is wanted: of which shape of state, and of no later version. */
export interface SnapshotWanted {
  readonly stream: StreamId;
  readonly stateVersion: number;
  readonly upTo: number;
}

/**
 * The snapshots of streams that may be believed: made by the same shape of state, whole by their own digest, and of a
 * version whose link in the chain is still the one they were made at. Anything else is as good as none. One query.
 */
export async function readSnapshots(
  connection: Connection | Pool,
  wanted: readonly SnapshotWanted[],
): Promise<Map<StreamId, Snapshot>> {
  if (!wanted.length) return new Map();
  const { rows } = await connection.query<SnapshotRow>({
    name: 'read-snapshots',
    text: `select s.stream, s.version, s.hash, s.state, s.digest
           from unnest($1::text[], $2::int[], $3::int[]) as w (stream, state_version, up_to)
           join snapshot s on s.stream = w.stream and s.state_version = w.state_version and s.version <= w.up_to
           join ledger l on l.stream = s.stream and l.version = s.version and l.hash = s.hash`,
    values: [wanted.map((w) => w.stream), wanted.map((w) => w.stateVersion), wanted.map((w) => w.upTo)],
  });
  const whole = rows.filter((row) => digestOf(row.state) === row.digest);
  return new Map(
    whole.map(({ stream, version, hash, state }) => [
      stream,
      { version, hash, frozen: JSON.parse(state), weight: state.length },
    ]),
  );
}

interface SnapshotRow {
  stream: StreamId;
  version: number;
  hash: Buffer;
  state: string;
  digest: string;
}

export async function writeSnapshot(
  connection: Connection | Pool,
  stream: StreamId,
  stateVersion: number,
  snapshot: Omit<Snapshot, 'weight'>,
): Promise<void> {
  const state = JSON.stringify(snapshot.frozen);
  await connection.query(
    `insert into snapshot (stream, version, state_version, hash, state, digest) values ($1, $2, $3, $4, $5, $6)
     on conflict (stream) do update set version = excluded.version, state_version = excluded.state_version,
       hash = excluded.hash, state = excluded.state, digest = excluded.digest
     where snapshot.version < excluded.version or snapshot.state_version <> excluded.state_version`,
    [stream, snapshot.version, stateVersion, snapshot.hash, state, digestOf(state)],
  );
}

import type { StreamId } from '../contracts/ids.ts';
import type { Connection, Pool } from './connection.ts';
import { digestOf } from './hash.ts';

export interface Snapshot {
  readonly version: number;
  readonly hash: Buffer;
  readonly frozen: unknown;
}

/**
 * A stream's snapshot, if it may be believed: made by the same shape of state, whole by its own digest, and of a
 * version whose link in the chain is still the one it was made at. Anything else is as good as none.
 */
export async function readSnapshot(
  connection: Connection | Pool,
  stream: StreamId,
  stateVersion: number,
): Promise<Snapshot | null> {
  const { rows } = await connection.query<{ version: number; hash: Buffer; state: string; digest: string }>({
    name: 'read-snapshot',
    text: `select s.version, s.hash, s.state, s.digest from snapshot s
           join ledger l on l.stream = s.stream and l.version = s.version and l.hash = s.hash
           where s.stream = $1 and s.state_version = $2`,
    values: [stream, stateVersion],
  });
  const row = rows[0];
  if (!row || digestOf(row.state) !== row.digest) return null;
  return { version: row.version, hash: row.hash, frozen: JSON.parse(row.state) };
}

export async function writeSnapshot(
  connection: Connection | Pool,
  stream: StreamId,
  stateVersion: number,
  snapshot: Snapshot,
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

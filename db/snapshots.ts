import type { StreamId } from '../contracts/ids.ts';
import type { Connection, Pool } from './connection.ts';
import type { KeyRing } from './keys.ts';
import { bytes, int, text } from './sql/kinds.ts';
import { asIn, columnsOf } from './sql/rows.ts';
import { statement } from './sql/statement.ts';

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

/** What a snapshot says, and of what: that is signed, since it stands in for signed events. */
function saidBy({ stream, version, state_version, hash, state }: Omit<SnapshotRow, 'signature'>): string {
  return `${JSON.stringify(['rostrum-snapshot-1', stream, version, state_version, hash.toString('hex')])}\n${state}`;
}

/**
 * The snapshots of streams that may be believed: made by the same shape of state, signed by the installation, and of
 * a version whose link in the chain is still the one they were made at. Anything else is as good as none. One query.
 */
export async function readSnapshots(
  connection: Connection | Pool,
  keys: Pick<KeyRing, 'verifier'>,
  wanted: readonly SnapshotWanted[],
): Promise<Map<StreamId, Snapshot>> {
  if (!wanted.length) return new Map();
  const { rows } = await connection.query<SnapshotRow>({
    name: 'read-snapshots',
    text: `select s.stream, s.version, s.state_version, s.hash, s.state, s.signature
           from unnest($1::text[], $2::int[], $3::int[]) as w (stream, state_version, up_to)
           join snapshot s on s.stream = w.stream and s.state_version = w.state_version and s.version <= w.up_to
           join ledger l on l.stream = s.stream and l.version = s.version and l.hash = s.hash`,
    values: [wanted.map((w) => w.stream), wanted.map((w) => w.stateVersion), wanted.map((w) => w.upTo)],
  });
  const whole = rows.filter((row) => keys.verifier.isSigned(saidBy(row), row.signature));
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
  state_version: number;
  hash: Buffer;
  state: string;
  signature: Buffer;
}

const OF_SNAPSHOT = { version: int, state_version: int, hash: bytes, state: text, signature: bytes };
const write = statement('write-snapshot', { stream: text, ...OF_SNAPSHOT }, (db, snapshot) =>
  db
    .insertInto('snapshot')
    .values(snapshot)
    .onConflict((met) =>
      met
        .column('stream')
        .doUpdateSet(asIn('excluded', columnsOf(OF_SNAPSHOT)))
        .where(({ eb, or, ref }) =>
          or([
            eb('snapshot.version', '<', ref('excluded.version')),
            eb('snapshot.state_version', '<>', ref('excluded.state_version')),
          ]),
        ),
    ),
);

export async function writeSnapshot(
  connection: Connection | Pool,
  keys: Pick<KeyRing, 'signer'>,
  stateVersion: number,
  { stream, ...snapshot }: Omit<Snapshot, 'weight'> & { readonly stream: StreamId },
): Promise<void> {
  const { version, hash, frozen } = snapshot;
  const row = { stream, version, state_version: stateVersion, hash, state: JSON.stringify(frozen) };
  await write.run(connection, { ...row, signature: keys.signer.sign(saidBy(row)) });
}

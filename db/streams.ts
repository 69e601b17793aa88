import type { StreamId } from '../contracts/ids.ts';
import type { Connection, Pool } from './connection.ts';

/** The streams that are still running, except one. */
export async function openStreams(connection: Connection | Pool, except?: StreamId): Promise<StreamId[]> {
  const { rows } = await connection.query<{ id: StreamId }>(
    'select id from stream where not closed and version > 0 and id is distinct from $1 order by opened_at, id',
    [except ?? null],
  );
  return rows.map((r) => r.id);
}

export interface StreamRow {
  readonly id: StreamId;
  readonly version: number;
  readonly stage: string;
  readonly closed: boolean;
  readonly wakeAt: number | null;
}

/** Where a stream stands; undefined when nothing was ever written to it. */
export async function streamRow(pool: Pool, stream: string): Promise<StreamRow | undefined> {
  const { rows } = await pool.query<StreamRow>(
    'select id, version, stage, closed, wake_at as "wakeAt" from stream where id = $1 and version > 0',
    [stream],
  );
  return rows[0];
}

import type { Instant, StreamId } from '../contracts/ids.ts';
import { type Connection, type Pool, stamp } from './connection.ts';

/** The streams that are still running. */
export async function openStreams(connection: Connection | Pool): Promise<StreamId[]> {
  const { rows } = await connection.query<{ id: StreamId }>(
    'select id from stream where not closed and version > 0 order by opened_at, id',
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

/** Open streams in which something was due before the instant and has not happened. */
export async function behind(pool: Pool, before: Instant): Promise<StreamId[]> {
  const { rows } = await pool.query<{ id: StreamId }>(
    'select id from stream where not closed and wake_at < $1 order by wake_at',
    [stamp(before)],
  );
  return rows.map((r) => r.id);
}

/** A piece of slow work for which a procedure waits. */
export interface Stalled {
  readonly stream: StreamId;
  /** Its kind and key. */
  readonly work: string;
  /** Since when it is wanted, in real milliseconds. */
  readonly since: number;
}

/** Slow work that is wanted for more than so many real milliseconds and has not come in, the oldest first. */
export async function stalledWork(pool: Pool, ms: number): Promise<Stalled[]> {
  const { rows } = await pool.query<Stalled>(
    `select stream.id as stream, piece.key as work, piece.value::timestamptz as since
     from stream, jsonb_each_text(work) piece
     where work <> '{}' and not closed and piece.value::timestamptz < clock_timestamp() - $1 * interval '1 millisecond'
     order by since, stream.id, piece.key`,
    [ms],
  );
  return rows;
}

/** Why time fails in a stream; null: it does not. */
export async function troubleIn(pool: Pool, stream: StreamId): Promise<string | null> {
  const { rows } = await pool.query<{ trouble: string | null }>('select trouble from stream where id = $1', [stream]);
  return rows[0]?.trouble ?? null;
}

/** Streams in which time fails, each with why. */
export async function streamsInTrouble(pool: Pool): Promise<{ stream: StreamId; trouble: string }[]> {
  const { rows } = await pool.query<{ stream: StreamId; trouble: string }>(
    'select id as stream, trouble from stream where trouble is not null order by id',
  );
  return rows;
}

import { type NotNull, sql } from 'kysely';
import type { Instant, StreamId } from '../contracts/ids.ts';
import type { Connection, Pool } from './connection.ts';
import { instant, int, streamId } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

const open = statement('open-streams', {}, (db) =>
  db
    .selectFrom('stream')
    .select('id')
    .where('closed', '=', false)
    .where('version', '>', 0)
    .orderBy('opened_at')
    .orderBy('id'),
);

/** The streams that are still running. */
export async function openStreams(connection: Connection | Pool): Promise<StreamId[]> {
  return (await open.all(connection)).map((r) => r.id);
}

export interface StreamRow {
  readonly id: StreamId;
  readonly version: number;
  readonly stage: string;
  readonly closed: boolean;
  readonly wakeAt: number | null;
}

const row = statement('stream-row', { stream: streamId }, (db, { stream }) =>
  db
    .selectFrom('stream')
    .select(['id', 'version', 'stage', 'closed', 'wake_at as wakeAt'])
    .where('id', '=', stream)
    .where('version', '>', 0),
);

/** Where a stream stands; undefined when nothing was ever written to it. */
export async function streamRow(pool: Pool, stream: StreamId): Promise<StreamRow | undefined> {
  return row.first(pool, { stream });
}

const late = statement('behind', { before: instant }, (db, { before }) =>
  db.selectFrom('stream').select('id').where('closed', '=', false).where('wake_at', '<', before).orderBy('wake_at'),
);

/** Open streams in which something was due before the instant and has not happened. */
export async function behind(pool: Pool, before: Instant): Promise<StreamId[]> {
  return (await late.all(pool, { before })).map((r) => r.id);
}

/** A piece of slow work for which a procedure waits. */
export interface Stalled {
  readonly stream: StreamId;
  /** Its kind and key. */
  readonly work: string;
  /** Since when it is wanted, in real milliseconds. */
  readonly since: number;
}

const stalled = statement('stalled-work', { ms: int }, (db, { ms }) =>
  db
    .selectFrom(['stream', sql<{ key: string }>`jsonb_each_text(work)`.as('piece')])
    .select(['stream.id as stream', 'piece.key as work', sql<number>`piece.value::timestamptz`.as('since')])
    .where(sql<boolean>`work <> '{}'`)
    .where('closed', '=', false)
    .where(sql<boolean>`piece.value::timestamptz < clock_timestamp() - ${ms} * interval '1 millisecond'`)
    .orderBy('since')
    .orderBy('stream.id')
    .orderBy('piece.key'),
);

/** Slow work that is wanted for more than so many real milliseconds and has not come in, the oldest first. */
export async function stalledWork(pool: Pool, ms: number): Promise<Stalled[]> {
  return stalled.all(pool, { ms });
}

const trouble = statement('trouble-in', { stream: streamId }, (db, { stream }) =>
  db.selectFrom('stream').select('trouble').where('id', '=', stream),
);

/** Why time fails in a stream; null: it does not. */
export async function troubleIn(pool: Pool, stream: StreamId): Promise<string | null> {
  return (await trouble.first(pool, { stream }))?.trouble ?? null;
}

const troubled = statement('streams-in-trouble', {}, (db) =>
  db
    .selectFrom('stream')
    .select(['id as stream', 'trouble'])
    .where('trouble', 'is not', null)
    .orderBy('id')
    .$narrowType<{ trouble: NotNull }>(),
);

/** Streams in which time fails, each with why. */
export async function streamsInTrouble(pool: Pool): Promise<{ stream: StreamId; trouble: string }[]> {
  return troubled.all(pool);
}

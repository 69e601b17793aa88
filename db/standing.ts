import { type Instant, ORGANISATION, processTypeOf, type StreamId } from '../contracts/ids.ts';
import { type Connection, type Pool, stamp } from './connection.ts';
import { GENESIS, type Head, type SignedHead } from './ledger.ts';

/** A stream's row, locked: where it stands, when it is to wake, and what its workflow was told of it. */
export interface Held extends Head {
  readonly wake: Instant | null;
  readonly news: number;
  readonly stage: string;
  readonly closed: boolean;
  /** The exact text of what its workflow is to wait for, beside the hour; null: not known. */
  readonly waits: string | null;
  readonly told: string | null;
  readonly toldWake: Instant | null;
  /** Why time does not act in it; null: it does. */
  readonly trouble: string | null;
  readonly troubles: number;
}

interface HeldRow extends Held {
  /** PostgreSQL's clock when the lock was given, in real milliseconds. */
  readonly clock: number;
}

/** Whoever had the lock before has taken back a row that was empty: the whole transaction again makes it anew. */
class RowGone extends Error {
  /** Serialization failure. */
  readonly code = '40001';

  constructor(streams: readonly StreamId[]) {
    super(`A row of ${streams.join(', ')} was taken back while its lock was waited for.`);
  }
}

/**
 * Locks streams until the transaction ends, in the order of their ids, and says where they stand; one that nobody has
 * written to gets its row by this. What is read in a statement after this one is of a time after the lock was given.
 * @throws a serialization failure when a row was taken back meanwhile
 */
export async function lockStreams(
  connection: Connection,
  streams: readonly StreamId[],
): Promise<{ held: Map<StreamId, Held>; clock: number }> {
  const [, { rows }] = await Promise.all([
    connection.query({
      name: 'make-streams',
      text: `insert into stream (id, type) select * from unnest($1::text[], $2::text[]) as s (id, type) order by id
             on conflict do nothing`,
      values: [streams, streams.map(processTypeOf)],
    }),
    connection.query<HeldRow>({
      name: 'lock-streams',
      text: `select id as stream, version, hash, owner, signature, coalesce(at, 'epoch') as at, wake_at as wake, news,
               stage, closed, waits, told, told_wake as "toldWake", trouble, troubles, clock_timestamp() as clock
             from stream where id = any($1) order by id for update`,
      values: [streams],
    }),
  ]);
  if (rows.length < new Set(streams).size) throw new RowGone(streams);
  return { held: new Map(rows.map((r) => [r.stream, r])), clock: Math.max(...rows.map((r) => r.clock)) };
}

/** Where the organisation stands; at its beginning before anything was imported. */
export async function organisationHead(connection: Connection | Pool): Promise<SignedHead> {
  const { rows } = await connection.query<SignedHead>({
    name: 'organisation-head',
    text: 'select id as stream, version, hash, owner, signature from stream where id = $1 and version > 0',
    values: [ORGANISATION],
  });
  return rows[0] ?? { stream: ORGANISATION, version: 0, hash: GENESIS, owner: null, signature: null };
}

/** How a stream stands after a turn. */
export interface Standing {
  readonly stream: StreamId;
  readonly version: number;
  readonly hash: Buffer;
  readonly owner: StreamId | null;
  readonly at: Instant;
  /** See `Signer`; null: version, hash and owner are as they were. */
  readonly signature: Buffer | null;
  /** Absent: time fails in it, and it keeps its old standing. */
  readonly status?: {
    readonly stage: string;
    readonly closed: boolean;
    readonly wake: Instant | null;
    readonly news: number;
    /** See `Held`; null: as it was. */
    readonly waits: string | null;
  };
}

/** Writes down how streams stand that the transaction has locked. */
export async function keepStanding(connection: Connection, standings: readonly Standing[]): Promise<void> {
  await connection.query({
    name: 'keep-standing',
    // "materialized" hides from the planner how few there are, which would have it read the whole table.
    text: `with s as materialized (
             select * from unnest($1::text[], $2::int[], $3::bytea[], $4::text[], $5::timestamptz[], $6::boolean[],
                                  $7::text[], $8::boolean[], $9::timestamptz[], $10::int[], $11::text[], $12::bytea[])
               as t (id, version, hash, owner, at, known, stage, closed, wake, news, waits, signature))
           update stream set version = s.version, hash = s.hash, owner = s.owner, at = s.at,
             opened_at = coalesce(opened_at, s.at),
             stage = case when s.known then s.stage else stream.stage end,
             closed = case when s.known then s.closed else stream.closed end,
             wake_at = case when s.known then s.wake else wake_at end,
             news = case when s.known then s.news else stream.news end,
             waits = coalesce(s.waits::json, stream.waits), signature = coalesce(s.signature, stream.signature)
           from s where stream.id = s.id`,
    values: [
      standings.map((s) => s.stream),
      standings.map((s) => s.version),
      standings.map((s) => s.hash),
      standings.map((s) => s.owner),
      standings.map((s) => stamp(s.at)),
      standings.map((s) => s.status !== undefined),
      standings.map((s) => s.status?.stage ?? ''),
      standings.map((s) => s.status?.closed ?? false),
      standings.map((s) => (s.status?.wake == null ? null : stamp(s.status.wake))),
      standings.map((s) => s.status?.news ?? 0),
      standings.map((s) => s.status?.waits ?? null),
      standings.map((s) => s.signature),
    ],
  });
}

/** What a stream's workflow is told. */
export interface Told {
  /** A digest of all but the instant. */
  readonly digest: string;
  readonly wake: Instant | null;
  /** Slow work that it is to have done, by kind and key; each is in the digest. */
  readonly work: readonly string[];
}

/** Writes down what a stream's workflow was told, since when it is told of each piece of slow work, and that time acts. */
export async function keepTold(connection: Connection, stream: StreamId, told: Told): Promise<void> {
  await connection.query({
    name: 'keep-told',
    text: `update stream set told = $2, told_wake = $3, trouble = null, troubles = 0,
             work = coalesce((select jsonb_object_agg(piece, coalesce(work -> piece, to_jsonb(clock_timestamp())))
                              from unnest($4::text[]) piece), '{}')
           where id = $1 and (told is distinct from $2 or told_wake is distinct from $3 or trouble is not null)`,
    values: [stream, told.digest, told.wake === null ? null : stamp(told.wake), told.work],
  });
}

/** Marks a stream in which time fails; it keeps its old standing. Returns how often in a row that was tried. */
export async function keepTrouble(connection: Connection, stream: StreamId, trouble: string): Promise<number> {
  const { rows } = await connection.query<{ troubles: number }>({
    name: 'keep-trouble',
    text: `update stream set trouble = $2, troubles = troubles + 1 where id = $1 returning troubles`,
    values: [stream, trouble],
  });
  return rows[0]?.troubles ?? 0;
}

/** Takes back the rows that were made to lock streams to which nothing was written in the end. */
export async function dropEmptyStreams(connection: Connection, streams: readonly StreamId[]): Promise<void> {
  await connection.query({
    name: 'drop-empty-streams',
    text: 'delete from stream where id = any($1) and version = 0',
    values: [streams],
  });
}

/**
 * The open streams that one belongs to, its owner's owner and so on, as far as they wait for an hour and time acts in them;
 * the topmost first.
 */
export async function wakesAbove(
  connection: Connection,
  stream: StreamId,
): Promise<{ stream: StreamId; wake: Instant }[]> {
  const { rows } = await connection.query<{ stream: StreamId; wake: Instant }>({
    name: 'wakes-above',
    text: `with recursive up (id, depth) as (
             select owner, 1 from stream where id = $1 and owner is not null
             union all
             select s.owner, depth + 1 from up join stream s on s.id = up.id where s.owner is not null)
           select s.id as stream, s.wake_at as wake from up join stream s on s.id = up.id
           where not s.closed and s.wake_at is not null and s.trouble is null order by depth desc`,
    values: [stream],
  });
  return rows;
}

/** Open streams below one, as deep as they go, whose time to wake has come by the instant; the earliest first. */
export async function lateBelow(
  connection: Connection,
  stream: StreamId,
  now: Instant,
): Promise<{ stream: StreamId; owner: StreamId; wake: Instant }[]> {
  const { rows } = await connection.query<{ stream: StreamId; owner: StreamId; wake: Instant }>({
    name: 'late-below',
    // Mostly nothing is late anywhere: that is one look into an index of the streams that wait for their hour.
    text: `with recursive late as materialized (
             select id, owner, wake_at from stream
             where not closed and wake_at <= $2 and owner is not null and trouble is null),
           up (id, at) as (
             select id, owner from late
             union
             select up.id, s.owner from up join stream s on s.id = up.at where s.owner is not null and up.at <> $1)
           select late.id as stream, late.owner, late.wake_at as wake from late
           where exists (select 1 from up where up.id = late.id and up.at = $1) order by late.wake_at, late.id`,
    values: [stream, stamp(now)],
  });
  return rows;
}

import type { StreamId } from '../contracts/ids.ts';
import { upcast } from '../contracts/shapes.ts';
import type { Recorded } from '../domain/process.ts';
import { type Connection, type Pool, stamp } from './connection.ts';

/** Where a stream stands: its last version and the link of the hash chain there. */
export interface Head {
  readonly stream: StreamId;
  readonly version: number;
  readonly hash: Buffer;
  readonly owner: StreamId | null;
}

export interface Entry {
  readonly event: Recorded;
  /** The body's exact text, as the link covers it. */
  readonly text: string;
  readonly hash: Buffer;
}

const NOTHING = Buffer.alloc(0);

/**
 * Locks a stream until the transaction ends and says where it stands, and where the organisation stands. A stream
 * that nobody has written to is at version 0. The row is read again after the wait for its lock, so the version is
 * the one that the transaction before left.
 */
export async function lockStream(
  connection: Connection,
  stream: StreamId,
  organisation: StreamId,
): Promise<{ head: Head; organisation: number }> {
  const read = () =>
    connection.query<{ version: number; hash: Buffer; owner: StreamId | null; organisation: number | null }>({
      name: 'lock-stream',
      text: `select s.version, s.hash, s.owner, (select o.version from stream o where o.id = $2) as organisation
             from stream s where s.id = $1 for update of s`,
      values: [stream, organisation],
    });
  let row = (await read()).rows[0];
  if (!row) {
    await connection.query('insert into stream (id, type) values ($1, $2) on conflict do nothing', [
      stream,
      stream.slice(0, stream.indexOf(':')),
    ]);
    row = (await read()).rows[0]!;
  }
  return {
    head: { stream, version: row.version, hash: row.hash, owner: row.owner },
    organisation: row.organisation ?? 0,
  };
}

/** Where streams stand, without a lock; a stream that does not exist is left out. */
export async function headsOf(
  connection: Connection | Pool,
  streams: readonly StreamId[],
): Promise<Map<StreamId, Head>> {
  if (!streams.length) return new Map();
  const { rows } = await connection.query<{ id: StreamId; version: number; hash: Buffer; owner: StreamId | null }>({
    name: 'heads',
    text: 'select id, version, hash, owner from stream where id = any($1) and version > 0',
    values: [streams],
  });
  return new Map(rows.map((r) => [r.id, { stream: r.id, version: r.version, hash: r.hash, owner: r.owner }]));
}

/** Appends entries of one stream. A version that exists already makes the whole transaction fail. */
export async function append(connection: Connection, stream: StreamId, entries: readonly Entry[]): Promise<void> {
  await connection.query({
    name: 'append',
    text: `insert into ledger (stream, version, schema, type, at, actor, command, body, hash)
           select $1, * from unnest($2::int[], $3::smallint[], $4::text[], $5::timestamptz[], $6::text[], $7::text[],
                                    $8::json[], $9::bytea[])`,
    values: [
      stream,
      entries.map((e) => e.event.version),
      entries.map((e) => e.event.schema),
      entries.map((e) => e.event.type),
      entries.map((e) => stamp(e.event.at)),
      entries.map((e) => e.event.actor),
      entries.map((e) => e.event.command),
      entries.map((e) => e.text),
      entries.map((e) => e.hash),
    ],
  });
}

/** What the head row remembers beside the chain, for lists and for recovery. */
export interface Standing {
  readonly stage: string;
  readonly closed: boolean;
  readonly wake: number | null;
  readonly owner: StreamId | null;
}

export async function moveHead(
  connection: Connection,
  head: { stream: StreamId; version: number; hash: Buffer },
  standing: Standing,
  now: number,
): Promise<void> {
  await connection.query({
    name: 'move-head',
    text: `update stream set version = $2, hash = $3, stage = $4, closed = $5, wake_at = $6, owner = coalesce(owner, $7),
             opened_at = coalesce(opened_at, $8) where id = $1`,
    values: [
      head.stream,
      head.version,
      head.hash,
      standing.stage,
      standing.closed,
      standing.wake === null ? null : stamp(standing.wake),
      standing.owner,
      stamp(now),
    ],
  });
}

/** Remembers when a stream wakes next although nothing was written to it: what it was to wake for has come to nothing. */
export async function moveWake(connection: Connection, stream: StreamId, wake: number | null): Promise<void> {
  await connection.query({
    name: 'move-wake',
    text: 'update stream set wake_at = $2 where id = $1 and wake_at is distinct from $2',
    values: [stream, wake === null ? null : stamp(wake)],
  });
}

interface Row {
  version: number;
  schema: number;
  type: string;
  at: number;
  actor: string;
  command: string | null;
  body: string;
  hash: Buffer;
}

const PAGE = 2000;

/** A piece of a stream: its events after a version, up to another one included. */
export interface Span {
  readonly stream: StreamId;
  readonly after: number;
  readonly upTo: number;
}

/** Reads a stream in order, events after `after` up to `upTo` included, a page at a time. */
export function readEntries(
  connection: Connection | Pool,
  stream: StreamId,
  after = 0,
  upTo = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<Entry[]> {
  return readSpans(connection, [{ stream, after, upTo }]);
}

/**
 * Reads pieces of many streams, one stream after the other and each in order, a page at a time: so many queries as the
 * events fill pages, however many streams there are. No stream may be named twice.
 */
export async function* readSpans(connection: Connection | Pool, spans: readonly Span[]): AsyncGenerator<Entry[]> {
  let left = spans.filter((s) => s.after < s.upTo);
  while (left.length) {
    const { rows } = await connection.query<Row & { stream: StreamId }>({
      name: 'read-spans',
      // The inner limit lets PostgreSQL stop where the page is full, in a long stream and between short ones alike.
      text: `select s.stream, l.version, l.schema, l.type, l.at, l.actor, l.command, l.body, l.hash
             from unnest($1::text[], $2::int[], $3::int[]) with ordinality as s (stream, after, up_to, n),
             lateral (select * from ledger where ledger.stream = s.stream and version > s.after and version <= s.up_to
                      order by version limit ${PAGE}) l
             order by s.n, l.version limit ${PAGE}`,
      values: [left.map((s) => s.stream), left.map((s) => s.after), left.map((s) => Math.min(s.upTo, 2_147_483_647))],
    });
    if (rows.length) yield rows.map(entryOf);
    if (rows.length < PAGE) return;
    const { stream, version } = rows[rows.length - 1]!;
    const reached = left.findIndex((s) => s.stream === stream);
    left = [{ ...left[reached]!, after: version }, ...left.slice(reached + 1)].filter((s) => s.after < s.upTo);
  }
}

function entryOf({ hash, body: text, ...rest }: Row & { stream: StreamId }): Entry {
  return { event: { ...rest, body: JSON.parse(text) }, text, hash };
}

/** An entry's event in the newest shape of its type. */
export function current(entry: Entry): Recorded {
  return upcast(entry.event);
}

export const GENESIS = NOTHING;

import type { Instant, StreamId } from '../contracts/ids.ts';
import { upcast } from '../contracts/shapes.ts';
import type { Recorded } from '../domain/process.ts';
import { type Connection, type Pool, stamp } from './connection.ts';

/** Where a stream stands: its last version, the link of the hash chain there, and when that was. */
export interface Head {
  readonly stream: StreamId;
  readonly version: number;
  readonly hash: Buffer;
  readonly owner: StreamId | null;
  /** 0 before there is an event. */
  readonly at: Instant;
}

export interface Entry {
  readonly event: Recorded;
  /** The body's exact text, as the link covers it. */
  readonly text: string;
  readonly hash: Buffer;
}

const NOTHING = Buffer.alloc(0);

/** Where streams stand, without a lock; a stream that does not exist is left out. */
export async function headsOf(
  connection: Connection | Pool,
  streams: readonly StreamId[],
): Promise<Map<StreamId, Head>> {
  if (!streams.length) return new Map();
  const { rows } = await connection.query<Head>({
    name: 'heads',
    text: `select id as stream, version, hash, owner, coalesce(at, 'epoch') as at
           from stream where id = any($1) and version > 0`,
    values: [streams],
  });
  return new Map(rows.map((r) => [r.stream, r]));
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

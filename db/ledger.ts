import { sql } from 'kysely';
import type { Instant, StreamId } from '../contracts/ids.ts';
import { upcast } from '../contracts/shapes.ts';
import type { Recorded } from '../domain/process.ts';
import type { Connection, Pool } from './connection.ts';
import { bytes, instant, int, jsonText, many, orNull, rows, smallint, streamId, text } from './sql/kinds.ts';
import { columnsOf } from './sql/rows.ts';
import { statement } from './sql/statement.ts';

/** Where a stream stands: its last version, the link of the hash chain there, and when that was. */
export interface Head {
  readonly stream: StreamId;
  readonly version: number;
  readonly hash: Buffer;
  readonly owner: StreamId | null;
  /** Of the installation that wrote the last event, see `headText`; null before there is one. */
  readonly signature: Buffer | null;
  /** 0 before there is an event. */
  readonly at: Instant;
}

/** What of it stands under the name of the installation. */
export type SignedHead = Omit<Head, 'at'>;

export interface Entry {
  readonly event: Recorded;
  /** The body's exact text, as the link covers it. */
  readonly text: string;
  readonly hash: Buffer;
}

const NOTHING = Buffer.alloc(0);

const heads = statement('heads', { streams: many(streamId) }, (db, { streams }) =>
  db
    .selectFrom('stream')
    .select(['id as stream', 'version', 'hash', 'owner', 'signature', sql<number>`coalesce(at, 'epoch')`.as('at')])
    .where(({ eb, fn }) => eb('id', '=', fn.any(streams)))
    .where('version', '>', 0),
);

const ENTRY = {
  ...{ version: int, schema: smallint, type: text, at: instant, actor: text, command: orNull(text) },
  ...{ body: jsonText, hash: bytes },
};
const add = statement('append', { stream: text, entries: rows(ENTRY) }, (db, { stream, entries }) =>
  db
    .insertInto('ledger')
    .columns(['stream', ...columnsOf(ENTRY)])
    .expression(db.selectFrom(entries('e')).select(stream.as('stream')).selectAll()),
);

/** Where streams stand, without a lock; a stream that does not exist is left out. */
export async function headsOf(
  connection: Connection | Pool,
  streams: readonly StreamId[],
): Promise<Map<StreamId, Head>> {
  if (!streams.length) return new Map();
  const found = await heads.all(connection, { streams });
  return new Map(found.map((r) => [r.stream, r]));
}

/** Appends entries of one stream. A version that exists already makes the whole transaction fail. */
export async function append(connection: Connection, stream: StreamId, entries: readonly Entry[]): Promise<void> {
  const given = entries.map(({ event, text, hash }) => ({ ...event, body: text, hash }));
  await add.run(connection, { stream, entries: given });
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
      // By hand, since Kysely knows no "with ordinality". The inner limit lets PostgreSQL stop where the page is full, in a long stream and between short ones alike.
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

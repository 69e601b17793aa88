import { sql } from 'kysely';
import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../connection.ts';
import { boolean, int, orNull, rows, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

/** What of a stream's events is asked for: one of these rules holds of each. */
export interface EventRule {
  readonly type: string;
  /** The field of the body that must have the value; null: any event of the type. */
  readonly field: string | null;
  readonly value: string | null;
}

/** The fields by which somebody asks for what an event is about. */
const ABOUT = ['application', 'person', 'change', 'offering', 'need', 'task', 'objection', 'proposal', 'department'];

const page = statement(
  'history-page',
  {
    stream: text,
    all: boolean,
    rules: rows({ type: text, field: orNull(text), value: orNull(text) }),
    about: orNull(text),
    before: orNull(int),
    limit: int,
  },
  (db, { stream, all, rules, about, before, limit }) =>
    db
      .selectFrom('ledger as l')
      .select(['l.version', 'l.type', 'l.at', 'l.actor', 'l.command', 'l.body'])
      .select(sql<string>`encode(l.hash, 'hex')`.as('hash'))
      .where('l.stream', '=', stream)
      .where(
        sql<boolean>`(${all} or exists (select from ${rules('r')}
          where r.type = l.type and (r.field is null or l.body ->> r.field = r.value)))`,
      )
      .where(
        sql<boolean>`(${about} is null or ${about} in (${sql.join(ABOUT.map((f) => sql`l.body ->> ${sql.lit(f)}`))}))`,
      )
      .where(sql<boolean>`(${before} is null or l.version < ${before})`)
      .orderBy('l.version', 'desc')
      .limit(limit),
);

/** An event as it stands in the ledger, its private parts sealed. */
export interface HistoryRow {
  readonly version: number;
  readonly type: string;
  readonly at: Instant;
  readonly actor: string;
  readonly command: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

export interface HistoryAsked {
  readonly stream: StreamId;
  /** null: every event. */
  readonly rules: readonly EventRule[] | null;
  readonly about: string | null;
  /** The version of the last event of the page before; null: from the newest. */
  readonly before: number | null;
  readonly limit: number;
}

/** Events of a stream, newest first. One query. */
export async function historyPage(
  pool: Pool,
  { rules, ...asked }: HistoryAsked,
): Promise<{ rows: HistoryRow[]; more: boolean }> {
  const found = await page.all(pool, { ...asked, all: rules === null, rules: rules ?? [], limit: asked.limit + 1 });
  const more = found.length > asked.limit;
  if (more) found.pop();
  return { rows: found.map((row) => ({ ...row, body: JSON.parse(row.body) })), more };
}

import type { StreamId } from '../contracts/ids.ts';
import type { Outcome } from '../domain/turn/outcome.ts';
import type { Connection, Pool } from './connection.ts';
import { jsonText, many, rows, text } from './sql/kinds.ts';
import { columnsOf } from './sql/rows.ts';
import { statement } from './sql/statement.ts';

/** A command that was decided: who sent what, as a digest, and how it ended. What it said is not kept. */
export interface Decided {
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  /** Of the body as it was received, keyed with a secret of the installation. */
  readonly digest: string;
  readonly outcome: Outcome;
}

const before = statement('decided-before', { stream: text, ids: many(text) }, (db, { stream, ids }) =>
  db
    .selectFrom('command')
    .select(['id', 'type', 'actor', 'digest', 'outcome'])
    .where('stream', '=', stream)
    .where(({ eb, fn }) => eb('id', '=', fn.any(ids))),
);

const DECIDED = { id: text, type: text, actor: text, digest: text, outcome: jsonText };
const keep = statement('keep-outcomes', { stream: text, decided: rows(DECIDED) }, (db, { stream, decided }) =>
  db
    .insertInto('command')
    .columns(['stream', ...columnsOf(DECIDED)])
    .expression(db.selectFrom(decided('d')).select(stream.as('stream')).selectAll()),
);

/** The commands of a stream that were decided before, by id; the others are left out. */
export async function decidedBefore(
  connection: Connection | Pool,
  stream: StreamId,
  ids: readonly string[],
): Promise<Map<string, Decided>> {
  const found = await before.all(connection, { stream, ids });
  return new Map(found.map((r) => [r.id, { ...r, outcome: JSON.parse(r.outcome) as Outcome }]));
}

/** Remembers how commands ended, in the transaction that decides them. */
export async function keepOutcomes(
  connection: Connection,
  stream: StreamId,
  decided: readonly Decided[],
): Promise<void> {
  const given = decided.map((one) => ({ ...one, outcome: JSON.stringify(one.outcome) }));
  await keep.run(connection, { stream, decided: given });
}

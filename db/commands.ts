import type { StreamId } from '../contracts/ids.ts';
import type { Outcome } from '../domain/turn/outcome.ts';
import type { Connection, Pool } from './connection.ts';

/** A command that was decided: who sent what, as a digest, and how it ended. What it said is not kept. */
export interface Decided {
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  /** Of the body as it was received, keyed with a secret of the installation. */
  readonly digest: string;
  readonly outcome: Outcome;
}

/** The commands of a stream that were decided before, by id; the others are left out. */
export async function decidedBefore(
  connection: Connection | Pool,
  stream: StreamId,
  ids: readonly string[],
): Promise<Map<string, Decided>> {
  const { rows } = await connection.query<Omit<Decided, 'outcome'> & { outcome: string }>({
    name: 'decided-before',
    text: 'select id, type, actor, digest, outcome from command where stream = $1 and id = any($2)',
    values: [stream, ids],
  });
  return new Map(rows.map((r) => [r.id, { ...r, outcome: JSON.parse(r.outcome) as Outcome }]));
}

/** Remembers how commands ended, in the transaction that decides them. */
export async function keepOutcomes(
  connection: Connection,
  stream: StreamId,
  decided: readonly Decided[],
): Promise<void> {
  await connection.query({
    name: 'keep-outcomes',
    text: `insert into command (stream, id, type, actor, digest, outcome)
           select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::json[])`,
    values: [
      stream,
      decided.map((d) => d.id),
      decided.map((d) => d.type),
      decided.map((d) => d.actor),
      decided.map((d) => d.digest),
      decided.map((d) => JSON.stringify(d.outcome)),
    ],
  });
}

import type { CommandRef } from '../contracts/advance.ts';
import { processTypeOf, type StreamId } from '../contracts/ids.ts';
import { schemaOf } from '../contracts/shapes.ts';
import type { Connection, Pool } from './connection.ts';
import { digestOf } from './hash.ts';

/** A command on its way: what its author sent, before it is decided. */
export interface Sent {
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  readonly body: unknown;
}

/** How a command ended. A rejection is one sentence for the person who sent it. */
export type Outcome =
  | { readonly accepted: true; readonly version: number }
  | { readonly accepted: false; readonly code: string; readonly detail: string };

export interface StoredCommand {
  readonly id: string;
  readonly type: string;
  /** The version of its body's shape when it was sent. */
  readonly schema: number;
  readonly actor: string;
  readonly body: unknown;
  readonly digest: string;
  readonly outcome: Outcome | null;
}

/**
 * Stores the bodies of commands and returns what has to travel. Ids that were decided before come back with their
 * outcome instead. The commit need not wait for the disk: the commit of the decision, which does, comes after it in
 * the log; should the server stop in between, the command was never acknowledged.
 */
export async function storeCommands(
  pool: Pool,
  stream: StreamId,
  commands: readonly Sent[],
): Promise<{ refs: CommandRef[]; decided: Map<string, Outcome> }> {
  const texts = commands.map((c) => JSON.stringify(c.body));
  const digests = texts.map(digestOf);
  const { rows } = await pool.query<{ id: string; digest: string; outcome: string | null }>({
    name: 'store-commands',
    text: `with quick as (select set_config('synchronous_commit', 'off', true)),
             sent as materialized (
               select $1 as stream, * from unnest($2::text[], $3::text[], $4::smallint[], $5::text[], $6::json[], $7::text[])
                 as t (id, type, schema, actor, body, digest)),
             stored as (
               insert into command (stream, id, type, schema, actor, body, digest)
               select stream, id, type, schema, actor, body, digest from sent, quick on conflict do nothing
               returning id, digest, null::text as outcome)
           select id, digest, outcome from stored
           union all
           select c.id, c.digest, c.outcome::text from command c join sent s on s.stream = c.stream and s.id = c.id`,
    values: [
      stream,
      commands.map((c) => c.id),
      commands.map((c) => c.type),
      commands.map((c) => schemaOf(processTypeOf(stream), c.type)),
      commands.map((c) => c.actor),
      texts,
      digests,
    ],
  });
  const refs: CommandRef[] = [];
  const seen = new Set<string>();
  const decided = new Map<string, Outcome>();
  for (const row of rows) {
    seen.add(row.id);
    if (row.outcome) decided.set(row.id, JSON.parse(row.outcome) as Outcome);
    else refs.push([row.id, row.digest]);
  }
  // Stored by a sender whose commit this statement could not see yet.
  const unseen = commands.map((c) => c.id).filter((id) => !seen.has(id));
  if (unseen.length) {
    for (const [id, stored] of await loadCommands(pool, stream, unseen)) {
      if (stored.outcome) decided.set(id, stored.outcome);
      else refs.push([id, stored.digest]);
    }
  }
  return { refs, decided };
}

/** The stored commands of a stream by id. */
export async function loadCommands(
  connection: Connection | Pool,
  stream: StreamId,
  ids: readonly string[],
): Promise<Map<string, StoredCommand>> {
  const { rows } = await connection.query<
    Omit<StoredCommand, 'body' | 'outcome'> & { body: string | null; outcome: string | null }
  >({
    name: 'load-commands',
    text: 'select id, type, schema, actor, body, digest, outcome from command where stream = $1 and id = any($2)',
    values: [stream, ids],
  });
  return new Map(
    rows.map((r) => [
      r.id,
      {
        ...r,
        body: r.body === null ? null : JSON.parse(r.body),
        outcome: r.outcome === null ? null : (JSON.parse(r.outcome) as Outcome),
      },
    ]),
  );
}

/** Remembers outcomes and forgets bodies: from here on the event in the ledger is all there is. */
export async function settleCommands(
  connection: Connection,
  stream: StreamId,
  outcomes: ReadonlyMap<string, Outcome>,
): Promise<void> {
  await connection.query({
    name: 'settle-commands',
    // "materialized" hides from the planner that all are of one stream: it would read the whole stream's each time.
    text: `with o as materialized (
             select $1 as stream, * from unnest($2::text[], $3::json[]) as decided (id, outcome))
           update command set outcome = o.outcome, body = null
           from o where command.stream = o.stream and command.id = o.id`,
    values: [stream, [...outcomes.keys()], [...outcomes.values()].map((o) => JSON.stringify(o))],
  });
}

/** The outcomes that are in; a command that is not decided is left out. */
export async function outcomesOf(pool: Pool, stream: StreamId, ids: readonly string[]): Promise<Map<string, Outcome>> {
  const stored = await loadCommands(pool, stream, ids);
  const found = new Map<string, Outcome>();
  for (const [id, command] of stored) if (command.outcome) found.set(id, command.outcome);
  return found;
}

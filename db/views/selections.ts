import type { NotNull } from 'kysely';
import type { StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../connection.ts';
import { PENDING } from '../pending.ts';
import { many, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

const asked = statement('asked-about', { owner: text, about: text, person: text }, (db, { owner, about, person }) =>
  db
    .selectFrom('round as r')
    .innerJoin('task as t', 't.round', 'r.stream')
    .select(['r.stream as round', 't.id as task'])
    .where('r.owner', '=', owner)
    .where('t.about', '=', about)
    .where('t.assignee', '=', person)
    .where('t.state', 'in', [...PENDING, 'submitted'])
    .orderBy('r.opened_at', 'desc')
    .limit(1),
);

const named = statement('names-of', { people: many(text) }, (db, { people }) =>
  db
    .selectFrom('person')
    .select(['id', 'name'])
    .where(({ eb, fn }) => eb('id', '=', fn.any(people)))
    .where('name', 'is not', null)
    .$narrowType<{ name: NotNull }>(),
);

/** The latest task about an application that a person has, or has answered; undefined: none. By rows: ask the round as well. */
export async function askedAbout(
  pool: Pool,
  selection: string,
  about: string,
  person: string,
): Promise<{ readonly round: StreamId; readonly task: string } | undefined> {
  return asked.first(pool, { owner: selection, about, person }) as Promise<
    { round: StreamId; task: string } | undefined
  >;
}

/** The names of people; who is not in the directory, or was erased, is left out. One query. */
export async function namesOf(pool: Pool, people: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const rows = await named.all(pool, { people: [...new Set(people)] });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

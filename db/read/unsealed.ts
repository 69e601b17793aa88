import { ownersIn, unsealAll } from '../../domain/turn/sealing.ts';
import type { Pool } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { many, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

const shredded = statement('shredded', { owners: many(text) }, (db, { owners }) =>
  db
    .selectFrom('person_key')
    .select('person')
    .where(({ eb, fn }) => eb('person', '=', fn.any(owners)))
    .where('wrapped', 'is', null),
);

/**
 * A value with its private parts in the clear, null where their person was erased. A key that another process has
 * shredded meanwhile is noticed: what was erased is not shown once more from memory.
 */
export async function unsealed(pool: Pool, keys: KeyRing, value: unknown): Promise<unknown> {
  const owners = [...ownersIn(value)];
  if (!owners.length) return value;
  const rows = await shredded.all(pool, { owners });
  for (const { person } of rows) keys.forgetKeyOf(person);
  return unsealAll(value, await keys.hold(owners));
}

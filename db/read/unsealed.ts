import { ownersIn, unsealAll } from '../../domain/turn/sealing.ts';
import type { Pool } from '../connection.ts';
import type { KeyRing } from '../keys.ts';

/**
 * A value with its private parts in the clear, null where their person was erased. A key that another process has
 * shredded meanwhile is noticed: what was erased is not shown once more from memory.
 */
export async function unsealed(pool: Pool, keys: KeyRing, value: unknown): Promise<unknown> {
  const owners = [...ownersIn(value)];
  if (!owners.length) return value;
  const { rows } = await pool.query<{ person: string }>({
    name: 'shredded',
    text: 'select person from person_key where person = any($1) and wrapped is null',
    values: [owners],
  });
  for (const { person } of rows) keys.forgetKeyOf(person);
  return unsealAll(value, await keys.hold(owners));
}

import { cleaned, cut } from '../../contracts/cleaned.ts';
import type { Label } from '../../contracts/form.ts';
import type { Instant } from '../../contracts/ids.ts';
import type { AboutOf } from '../../contracts/notices/all.ts';
import { type Pool, transaction } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { rolesInForce } from '../views/roles.ts';
import { hintOutbox, putOutbox } from './put.ts';

/** Something that operations should know. */
export interface Alarm {
  /** The same cause has the same name, and is told once. */
  readonly name: string;
  readonly stream: string;
  readonly what: Label;
  readonly where: string;
  readonly mend: Label;
}

/** Puts a letter to each of operations into the outbox for each alarm that they were not told before. @param now procedure time */
export async function tellOperations(
  { pool, keys }: { readonly pool: Pool; readonly keys: Pick<KeyRing, 'verifier'> },
  alarms: readonly Alarm[],
  now: Instant,
): Promise<void> {
  if (!alarms.length) return;
  const operations = await rolesInForce(pool, keys, now, { role: 'operations' });
  const rows = alarms.flatMap(({ name, stream, what, where, mend }) =>
    operations.map(({ person }) => ({
      key: `${name}:${person}`,
      stream,
      person,
      template: 'operations.alarm',
      about: { what, where: cut(cleaned(where), 400), mend } satisfies AboutOf<'operations.alarm'>,
      notBefore: now,
      whileOpen: null,
    })),
  );
  if (!rows.length) return;
  await transaction(pool, (connection) => putOutbox(connection, rows));
  await hintOutbox(pool);
}

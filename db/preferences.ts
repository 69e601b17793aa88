import { sql } from 'kysely';
import type { Instant, PersonId } from '../contracts/ids.ts';
import { AT_ONCE, type Rhythm } from '../contracts/preferences.ts';
import { type Pool, transaction } from './connection.ts';
import { routeDigestsAgain } from './outbox/route.ts';
import { text } from './sql/kinds.ts';
import { asIn } from './sql/rows.ts';
import { statement } from './sql/statement.ts';

const kept = statement('rhythm-of', { person: text }, (db, { person }) =>
  db.selectFrom('preference').select('rhythm').where('person', '=', person),
);

const keep = statement('keep-rhythm', { person: text, rhythm: text }, (db, { person, rhythm }) =>
  db
    .insertInto('preference')
    .values({ person, rhythm: sql`${rhythm}::jsonb` })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(asIn('excluded', ['rhythm']))),
);

/** When somebody wants their letters; at once, unless they have said otherwise. */
export async function rhythmOf(pool: Pool, person: PersonId): Promise<Rhythm> {
  const found = await kept.first(pool, { person });
  return (found?.rhythm as Rhythm | undefined) ?? AT_ONCE;
}

/**
 * Remembers when somebody wants their letters. Those that wait for a digest wait for the next one of the new rhythm, or go out
 * at once, as they would if they were written now; `hintOutbox` comes after it.
 * @param now procedure time
 */
export async function keepRhythm(pool: Pool, person: PersonId, rhythm: Rhythm, now: Instant): Promise<void> {
  await transaction(pool, async (connection) => {
    await keep.run(connection, { person, rhythm: JSON.stringify(rhythm) });
    await routeDigestsAgain(connection, person, now);
  });
}

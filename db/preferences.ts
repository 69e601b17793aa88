import type { Instant, PersonId } from '../contracts/ids.ts';
import { AT_ONCE, type Rhythm } from '../contracts/preferences.ts';
import { type Pool, transaction } from './connection.ts';
import { routeDigestsAgain } from './outbox/route.ts';

/** When somebody wants their letters; at once, unless they have said otherwise. */
export async function rhythmOf(pool: Pool, person: PersonId): Promise<Rhythm> {
  const { rows } = await pool.query<{ rhythm: Rhythm }>({
    name: 'rhythm-of',
    text: 'select rhythm from preference where person = $1',
    values: [person],
  });
  return rows[0]?.rhythm ?? AT_ONCE;
}

/**
 * Remembers when somebody wants their letters. Those that wait for a digest wait for the next one of the new rhythm, or go out
 * at once, as they would if they were written now; `hintOutbox` comes after it.
 * @param now procedure time
 */
export async function keepRhythm(pool: Pool, person: PersonId, rhythm: Rhythm, now: Instant): Promise<void> {
  await transaction(pool, async (connection) => {
    await connection.query({
      name: 'keep-rhythm',
      text: `insert into preference (person, rhythm) values ($1, $2)
             on conflict (person) do update set rhythm = excluded.rhythm`,
      values: [person, JSON.stringify(rhythm)],
    });
    await routeDigestsAgain(connection, person, now);
  });
}

import type { Instant, PersonId } from '../contracts/ids.ts';
import { AT_ONCE, type Rhythm } from '../contracts/preferences.ts';
import { nextDigest } from '../domain/letter-moment.ts';
import { type Pool, stamp, transaction } from './connection.ts';

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
 * at once; `hintOutbox` comes after it.
 * @param now procedure time
 */
export async function keepRhythm(pool: Pool, person: PersonId, rhythm: Rhythm, now: Instant): Promise<void> {
  await transaction(pool, async (connection) => {
    const { rows } = await connection.query<{ timeZone: string }>({
      name: 'zone-of-person',
      text: 'select time_zone as "timeZone" from person where id = $1',
      values: [person],
    });
    await connection.query({
      name: 'keep-rhythm',
      text: `insert into preference (person, rhythm) values ($1, $2)
             on conflict (person) do update set rhythm = excluded.rhythm`,
      values: [person, JSON.stringify(rhythm)],
    });
    const at = rhythm.letters === 'at-once' ? now : nextDigest(rhythm, now, rows[0]?.timeZone ?? 'UTC');
    await connection.query({
      name: 'digests-again',
      text: `with moved as (
               update delivery set due_at = $2
               where person = $1 and digest and state = 'waiting' and retry_at is null and due_at > $3
               returning message)
             update outbox set not_before = $2 from moved where outbox.id = moved.message`,
      values: [person, stamp(at), stamp(now)],
    });
  });
}

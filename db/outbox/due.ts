import type { Clock } from '../clock.ts';
import { type Pool, stamp } from '../connection.ts';

/** When a channel may have something to do next, in real milliseconds since 1970 (it may be past); null: nothing waits. */
export async function nextDue(pool: Pool, channel: string, clock: Clock): Promise<number | null> {
  const { rows } = await pool.query<{ due: number | null }>({
    name: 'delivery-next-due',
    text: `select least(
             (select $1::timestamptz + (not_before - $2::timestamptz) / $3::float8 from outbox
              where pending is null order by not_before limit 1),
             (select $1::timestamptz + (due_at - $2::timestamptz) / $3::float8 from delivery
              where channel = $4 and state = 'waiting' and retry_at is null order by due_at limit 1),
             (select greatest($1::timestamptz + (due_at - $2::timestamptz) / $3::float8, retry_at) from delivery
              where channel = $4 and state = 'waiting' and retry_at is not null order by retry_at limit 1)) as due`,
    values: [stamp(clock.realOrigin), stamp(clock.procedureOrigin), clock.scale, channel],
  });
  return rows[0]?.due ?? null;
}

/** A message whose deliveries have ended with their process at least once: for the operations page. */
export interface UnfinishedMessage {
  readonly id: number;
  readonly person: string;
  readonly template: string;
  readonly state: string;
  readonly started: number;
  readonly finished: number;
}

/** Messages whose deliveries began at least `most` times more often than they ended; the worst first. */
export async function poisoned(pool: Pool, most: number): Promise<UnfinishedMessage[]> {
  const { rows } = await pool.query<UnfinishedMessage>({
    name: 'outbox-poisoned',
    text: `select id, outbox.person, template, delivery.state, attempts_started as started, attempts_finished as finished
           from delivery join outbox on id = message
           where attempts_started - attempts_finished >= $1 and delivery.state in ('waiting', 'failed')
           order by attempts_started - attempts_finished desc, id limit 100`,
    values: [most],
  });
  return rows;
}

import type { Pool } from '../../db/connection.ts';
import { type Claim, claim } from '../../db/outbox/claim.ts';
import { route } from '../../db/outbox/route.ts';

export interface RowSeed {
  readonly key: string;
  readonly person?: string;
  readonly template?: string;
  readonly stream?: string;
  readonly notBefore?: number;
  readonly whileOpen?: readonly string[] | null;
  readonly about?: object;
}

export const STREAM = 'round:selection.trainers-2027.review';

/** Puts a row into the outbox as a turn would; returns its id. */
export async function put(pool: Pool, seed: RowSeed): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    `insert into outbox (key, stream, person, template, about, not_before, while_open)
     values ($1, $2, $3, $4, $7, to_timestamp($5::float8 / 1000), $6) returning id`,
    [
      seed.key,
      seed.stream ?? STREAM,
      seed.person ?? 'E1',
      seed.template ?? 'round.reminder',
      seed.notBefore ?? 0,
      seed.whileOpen ?? null,
      seed.about ?? {},
    ],
  );
  return rows[0]!.id;
}

/** What is due is given to the mail alone, and mail claims it, one by one. */
export async function claimMail(pool: Pool, now: number, limit: number): Promise<Claim> {
  await route(pool, [{ name: 'mail' }], now);
  return claim(pool, { channel: 'mail', gathers: false, now, limit });
}

/** Gives the task a state in the projection. */
export async function putTask(pool: Pool, id: string, state: string): Promise<void> {
  await pool.query(
    `insert into task (round, id, assignee, state, due_at) values ($1, $2, 'E1', $3, now())
     on conflict (round, id) do update set state = $3`,
    [STREAM, id, state],
  );
}

export interface RowSeen {
  readonly state: string;
  readonly started: number;
  readonly finished: number;
  readonly error: string | null;
  /** Real milliseconds until the row may be claimed again, reckoned by the database's clock. */
  readonly retryIn: number | null;
}

/** What has become of a message, and how one channel fares with it. */
export async function look(pool: Pool, key: string, channel = 'mail'): Promise<RowSeen> {
  const { rows } = await pool.query<RowSeen>(
    `select outbox.state, coalesce(attempts_started, 0) as started, coalesce(attempts_finished, 0) as finished, error,
            (extract(epoch from retry_at - clock_timestamp()) * 1000)::float8 as "retryIn"
     from outbox left join delivery on message = id and channel = $2 where key = $1`,
    [key, channel],
  );
  return rows[0]!;
}

/** Time passes for the row: its lease, or its wait for the next attempt, is over. */
export async function age(pool: Pool): Promise<void> {
  await pool.query(`update delivery set retry_at = clock_timestamp() - interval '1 second' where retry_at is not null`);
}

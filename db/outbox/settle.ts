import type { Instant } from '../../contracts/ids.ts';
import { cleaned, cut } from '../../contracts/text.ts';
import { type Pool, stamp } from '../connection.ts';

/** How long to wait between attempts, and when to give up; machine time, milliseconds. */
export interface Patience {
  readonly first: number;
  readonly longest: number;
  readonly attempts: number;
}

/** 30 s, doubling up to an hour, for about a day and a half: a mail server that is away over night loses nothing. */
export const PATIENCE: Patience = { first: 30_000, longest: 3_600_000, attempts: 40 };

export interface Failure {
  /** What a person in operations reads: what failed, where, how to mend it. */
  readonly error: string;
  /** True when no further attempt can help. */
  readonly permanent: boolean;
  /** The receiver's wish; kept up to a day. */
  readonly retryAfterMs?: number | undefined;
}

/** The message has been taken by a channel. @param now procedure time */
export async function markSent(pool: Pool, id: number, now: Instant): Promise<void> {
  await pool.query({
    name: 'outbox-sent',
    text: `update outbox set state = 'sent', attempts_finished = attempts_finished + 1, retry_at = null,
                  settled_at = $2, error = null
           where id = $1 and state = 'waiting'`,
    values: [id, stamp(now)],
  });
}

/**
 * The message is not sent: it has nothing left to say, or nobody to say it to.
 * @param now procedure time
 * @param why kept with the message; null: what it asks for was answered meanwhile
 */
export async function markDropped(pool: Pool, id: number, now: Instant, why: string | null = null): Promise<void> {
  await pool.query({
    name: 'outbox-dropped',
    text: `update outbox set state = 'dropped', attempts_finished = attempts_finished + 1, retry_at = null,
                  settled_at = $2, error = $3
           where id = $1 and state = 'waiting'`,
    values: [id, stamp(now), why],
  });
}

/**
 * The attempt has failed: the message waits for the next one, or is given up with its error kept.
 * @param now procedure time
 * @returns whether it has been given up
 */
export async function markFailed(
  pool: Pool,
  message: { readonly id: number; readonly finished: number },
  failure: Failure,
  now: Instant,
  patience: Patience = PATIENCE,
): Promise<boolean> {
  const finished = message.finished + 1;
  const givenUp = failure.permanent || finished >= patience.attempts;
  await pool.query({
    name: 'outbox-failed',
    text: `update outbox set state = $2, attempts_finished = attempts_finished + 1, error = $3,
                  settled_at = case when $2 = 'failed' then $4::timestamptz end,
                  retry_at = case when $2 = 'waiting' then clock_timestamp() + $5::float8 * interval '1 millisecond' end
           where id = $1 and state = 'waiting'`,
    values: [
      message.id,
      givenUp ? 'failed' : 'waiting',
      cut(cleaned(failure.error), 2000),
      stamp(now),
      pause(finished, failure, patience),
    ],
  });
  return givenUp;
}

const DAY_MS = 86_400_000;

function pause(finished: number, failure: Failure, patience: Patience): number {
  const own = Math.min(patience.longest, patience.first * 2 ** Math.min(finished - 1, 30));
  return Math.max(own, Math.min(failure.retryAfterMs ?? 0, DAY_MS));
}

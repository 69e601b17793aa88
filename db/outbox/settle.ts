import { cleaned, cut } from '../../contracts/cleaned.ts';
import type { Instant } from '../../contracts/ids.ts';
import { DAY_MS } from '../../domain/calendar/day.ts';
import { type Pool, stamp } from '../connection.ts';
import type { Hold } from './claim.ts';

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
  /** True: whatever is said to this recipient is refused. */
  readonly ofRecipient?: boolean | undefined;
  /** `in-another`: the letter goes without it, so that it will be part of another one; `alone`: it will be one by itself. */
  readonly next?: 'in-another' | 'alone';
}

/**
 * The channel has taken the messages, which are of one claim.
 * @param now procedure time
 * @returns how many were settled: the others had been lost to somebody else, and nothing was noted; so for all that settle
 */
export function markSent(pool: Pool, holds: readonly Hold[], now: Instant): Promise<number> {
  return end(pool, holds, 'sent', now, null);
}

/**
 * They are not sent: they have nothing left to say, or nobody to say it to.
 * @param now procedure time
 * @param why kept with the message; null: what it asks for was answered meanwhile
 */
export function markDropped(
  pool: Pool,
  holds: readonly Hold[],
  now: Instant,
  why: string | null = null,
): Promise<number> {
  return end(pool, holds, 'dropped', now, why);
}

/**
 * A message is settled when one channel has taken it, or when the last of them has done with it. What channels do beside
 * each other is counted in the row of the message, under its lock.
 */
async function end(
  pool: Pool,
  holds: readonly Hold[],
  state: string,
  now: Instant,
  error: string | null,
): Promise<number> {
  const [first] = holds;
  if (!first) return 0;
  const { rowCount } = await pool.query({
    name: 'delivery-ended',
    text: `with ended as (
             update delivery set state = $4, attempts_finished = attempts_finished + 1, retry_at = null, token = null,
                                 settled_at = $5
             where message = any ($1) and channel = $2 and token = $3
             returning message)
           update outbox
           set pending = pending - 1,
               state = case when $4 = 'sent' or (state = 'waiting' and pending = 1) then $4 else state end,
               settled_at = case when state = 'waiting' and ($4 = 'sent' or pending = 1) then $5::timestamptz
                                 else settled_at end,
               error = case when $4 = 'sent' then null when state = 'waiting' then $6 else error end
           from ended where outbox.id = ended.message`,
    values: [idsOf(holds), first.channel, first.token, state, stamp(now), error === null ? null : kept(error)],
  });
  return rowCount ?? 0;
}

/** What has become of messages whose delivery has failed: how many of each, and which were given up. */
export interface Failed {
  readonly failed: number;
  readonly postponed: number;
  readonly givenUp: ReadonlySet<number>;
}

/**
 * The attempt has failed: the messages, which are of one letter, wait for the next one, together unless the failure says
 * otherwise, or are given up with the error kept. Each goes by how often it was tried itself. One of several that is given up
 * has been tried by itself before: from half of the attempts on each is, since what keeps the letter out may be in another.
 * @param now procedure time
 */
export async function markFailed(
  pool: Pool,
  holds: readonly Hold[],
  failure: Failure,
  now: Instant,
  patience: Patience = PATIENCE,
): Promise<Failed> {
  const { givenUp, alone, together } = fatesOf(holds, failure, patience);
  const failed = await end(pool, givenUp, 'failed', now, failure.error);
  const apart = await postpone(pool, alone, { ...failure, next: 'alone' }, patience);
  const postponed = apart + (await postpone(pool, together, failure, patience));
  return { failed, postponed, givenUp: new Set(idsOf(givenUp)) };
}

interface Fates {
  readonly givenUp: Hold[];
  /** Tried again, each as a letter of its own. */
  readonly alone: Hold[];
  readonly together: Hold[];
}

function fatesOf(holds: readonly Hold[], { permanent, ofRecipient }: Failure, { attempts }: Patience): Fates {
  const fates: Fates = { givenUp: [], alone: [], together: [] };
  // Whoever takes nothing at all takes it in parts no sooner.
  const mayBeAnother = holds.length > 1 && !ofRecipient;
  for (const hold of holds) {
    const finished = hold.finished + 1;
    if (permanent || (finished >= attempts && !mayBeAnother)) fates.givenUp.push(hold);
    else if (mayBeAnother && finished >= attempts / 2) fates.alone.push(hold);
    else fates.together.push(hold);
  }
  return fates;
}

async function postpone(pool: Pool, holds: readonly Hold[], failure: Failure, patience: Patience): Promise<number> {
  const [first] = holds;
  if (!first) return 0;
  const finished = Math.max(...holds.map((h) => h.finished)) + 1;
  const { rowCount } = await pool.query({
    name: 'delivery-postponed',
    text: `with postponed as (
             update delivery set attempts_finished = attempts_finished + 1, token = null,
                                 letter = case when $6::text is null then letter end, alone = alone or $6 is not distinct from 'alone',
                                 retry_at = statement_timestamp() + $4::float8 * interval '1 millisecond'
             where message = any ($1) and channel = $2 and token = $3
             returning message)
           update outbox set error = case when state = 'waiting' then $5 else error end
           from postponed where outbox.id = postponed.message`,
    values: [
      ...[idsOf(holds), first.channel, first.token, pause(finished, failure, patience), kept(failure.error)],
      failure.next ?? null,
    ],
  });
  return rowCount ?? 0;
}

/** Gives back what was claimed and not begun: it is due at once and no attempt counts; what was to be one letter stays one. */
export async function release(pool: Pool, holds: readonly Hold[]): Promise<void> {
  const [first] = holds;
  if (!first) return;
  await pool.query({
    name: 'deliveries-released',
    text: `update delivery set attempts_started = attempts_started - 1, token = null, retry_at = null
           where message = any ($1) and channel = $2 and token = $3`,
    values: [idsOf(holds), first.channel, first.token],
  });
}

function idsOf(holds: readonly Hold[]): number[] {
  return holds.map((h) => h.id);
}

function pause(finished: number, failure: Failure, patience: Patience): number {
  const own = Math.min(patience.longest, patience.first * 2 ** Math.min(finished - 1, 30));
  return Math.max(own, Math.min(failure.retryAfterMs ?? 0, DAY_MS));
}

function kept(error: string): string {
  return cut(cleaned(error), 2000);
}

import type { Instant, PersonId } from '../../contracts/ids.ts';
import { type Pool, stamp } from '../connection.ts';

/** A message that is to be delivered now; whoever holds it has it for the length of the lease. */
export interface ClaimedMessage {
  readonly id: number;
  readonly key: string;
  readonly stream: string;
  readonly person: string;
  readonly template: string;
  readonly about: Readonly<Record<string, unknown>>;
  /** Procedure time. */
  readonly notBefore: Instant;
  /** How many deliveries have ended before this one. */
  readonly finished: number;
}

export interface Claim {
  readonly claimed: readonly ClaimedMessage[];
  /** How many were dropped, because what they ask for has been answered. */
  readonly dropped: number;
  /** How many were given up, because their delivery was begun again and again and never ended. */
  readonly poisoned: number;
}

/** A claimed message that is not settled by then comes back. Longer than the slowest delivery; machine time. */
export const LEASE_MS = 5 * 60_000;

/** So many deliveries may end in the death of their process before the message is held to be the cause. */
export const MOST_UNFINISHED = 5;

/**
 * Takes up to `limit` messages whose hour has come, oldest first, and counts the attempt in the same statement, so that
 * a delivery that dies with its process is known and comes back. Messages for tasks that are no longer open are dropped
 * here, a moment before they would go out; those of a round that is held wait for the same hour of the next day. Several
 * workers may claim at once; none gets what another holds.
 * @param but people whose letters are under way, and who get no other one before that
 * @param now procedure time; leases and waiting times of retries are machine time, by the database's clock
 */
export async function claim(pool: Pool, now: Instant, limit: number, but: Iterable<PersonId> = []): Promise<Claim> {
  const { rows } = await pool.query<ClaimedMessage & { state: string }>({
    name: 'claim-outbox',
    text: CLAIM,
    values: [stamp(now), limit, LEASE_MS, MOST_UNFINISHED, [...but]],
  });
  const claimed: ClaimedMessage[] = [];
  for (const { state, ...message } of rows) if (state === 'waiting') claimed.push(message);
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return { claimed, dropped: count('dropped'), poisoned: count('failed') };
}

const CLAIM = `
  with fresh as (
    select * from outbox
    where state = 'waiting' and retry_at is null and not_before <= $1 and person <> all ($5::text[])
    order by not_before, id
    limit $2
    for update skip locked),
  back as (
    select * from outbox
    where state = 'waiting' and retry_at <= statement_timestamp() and not_before <= $1 and person <> all ($5::text[])
    order by retry_at
    limit $2
    for update skip locked),
  due as (
    select id,
           case when while_open is not null and not exists (
                       select from task
                       where round = stream and task.id = any (while_open) and task.state in ('open', 'drafted'))
                  then 'dropped'
                when while_open is not null and exists (
                       select from round where round.stream = waiting.stream and round.state = 'held')
                  then 'held'
                when attempts_started - attempts_finished >= $4::int then 'failed'
                else 'waiting' end as becomes
    from (select * from fresh union all select * from back) waiting
    order by not_before, id
    limit $2)
  update outbox
  set state = case becomes when 'held' then 'waiting' else becomes end,
      attempts_started = attempts_started + case when becomes = 'waiting' then 1 else 0 end,
      retry_at = case when becomes = 'waiting' then clock_timestamp() + $3::float8 * interval '1 millisecond' end,
      not_before = case when becomes = 'held'
        then not_before + interval '1 day' * (floor(extract(epoch from $1::timestamptz - not_before) / 86400) + 1)
        else not_before end,
      settled_at = case when becomes not in ('waiting', 'held') then $1::timestamptz end,
      error = case when becomes = 'failed'
        then 'The delivery was begun ' || attempts_started || ' times and ended the worker ' ||
             (attempts_started - attempts_finished) || ' times: look at its template and recipient, then deliver again.'
        else error end
  from due
  where outbox.id = due.id
  returning outbox.id, key, stream, person, template, about, not_before as "notBefore",
            attempts_finished as finished, becomes as state`;

import { randomUUID } from 'node:crypto';
import type { Instant } from '../../contracts/ids.ts';
import { type Connection, type Pool, stamp, transaction } from '../connection.ts';

/** A message that is to be delivered now. */
export interface ClaimedMessage {
  readonly id: number;
  readonly key: string;
  readonly stream: string;
  readonly person: string;
  readonly template: string;
  readonly about: Readonly<Record<string, unknown>>;
  /** Procedure time. */
  readonly notBefore: Instant;
}

/** The right to deliver a message by a channel, for the length of the lease: without its token nobody settles it. */
export interface Hold {
  readonly channel: string;
  readonly token: string;
  readonly id: number;
  /** How many deliveries by this channel have ended before this one. */
  readonly finished: number;
}

/**
 * `letter`: those that go together have the same one; in every further attempt it is the same again. `digest`: it was held
 * back for whoever wants theirs together.
 */
export type Claimed = ClaimedMessage & Hold & { readonly letter: string; readonly digest: boolean };

export interface Claim {
  /** Oldest first. */
  readonly claimed: readonly Claimed[];
  /** How many were dropped, because what they ask for has been answered. */
  readonly dropped: number;
  /** How many were put off by a day, because their round is held. */
  readonly held: number;
  /** How many were given up, because their delivery was begun again and again and never ended. */
  readonly poisoned: number;
}

/** What is claimed, by whom. */
export interface ClaimOptions {
  readonly channel: string;
  /** Whether what is due for one person is one letter. */
  readonly gathers: boolean;
  /** Procedure time; leases and waiting times of retries are machine time, by the database's clock. */
  readonly now: Instant;
  /** At most so many letters. */
  readonly limit: number;
}

/** A claimed message that is not settled by then comes back. Longer than the longest shift; machine time. */
export const LEASE_MS = 5 * 60_000;

/** So many deliveries may end in the death of their process before the message is held to be the cause. */
export const MOST_UNFINISHED = 5;

/** After so many that have not ended, a message goes by itself: it may be what ended them, and the others are to arrive. */
export const ALONE_AFTER = 3;

/** So many letters that are not to go out now are put aside in one go. */
const ASIDE_AT_ONCE = 5_000;

/** So many messages are one letter at most; what is more makes the next one. */
export const MOST_PARTS = 20;

/**
 * Takes messages whose hour has come, oldest first and together with what else is due for the same person, and counts the
 * attempt in the same transaction, so that a delivery that dies with its process is known and comes back. Nobody gets a message
 * while another of theirs is under way in any process: what goes to one person goes in its order. Messages for tasks that are
 * no longer open are dropped here, a moment before they would go out; those of a round that is held wait for the same hour of
 * the next day.
 */
export async function claim(pool: Pool, options: ClaimOptions): Promise<Claim> {
  return transaction(pool, (connection) => claimWithin(connection, options));
}

/** The same within a transaction. */
export async function claimWithin(
  connection: Connection,
  { channel, gathers, now, limit }: ClaimOptions,
): Promise<Claim> {
  // One claim of a channel at a time, each with a snapshot of its own: who asks at the same moment sees whom the other has taken.
  await connection.query({
    name: 'claim-alone',
    text: "select pg_advisory_xact_lock(hashtextextended('rostrum claim ' || $1, 0))",
    values: [channel],
  });
  const token = randomUUID();
  const pass = async (most: number, aside: boolean): Promise<Claim> => {
    const { rows } = await connection.query<Omit<Claimed, 'channel' | 'token'> & { state: string }>({
      name: 'claim-deliveries',
      text: CLAIM,
      values: [stamp(now), most, LEASE_MS, MOST_UNFINISHED, channel, token, gathers, MOST_PARTS, ALONE_AFTER, aside],
    });
    const claimed: Claimed[] = [];
    for (const { state, ...message } of rows) if (state === 'waiting') claimed.push({ ...message, channel, token });
    const count = (state: string) => rows.filter((row) => row.state === state).length;
    return { claimed, dropped: count('dropped'), held: count('held'), poisoned: count('failed') };
  };
  const first = await pass(limit, false);
  const left = limit - new Set(first.claimed.map((m) => m.letter)).size;
  if (left < 1 || !(first.dropped + first.held + first.poisoned)) return first;
  // What is put aside takes no place of what can go out, however much of it lies in front.
  const aside = await pass(ASIDE_AT_ONCE, true);
  return [aside, await pass(left, false)].reduce(together, first);
}

function together(a: Claim, b: Claim): Claim {
  return {
    claimed: [...a.claimed, ...b.claimed],
    dropped: a.dropped + b.dropped,
    held: a.held + b.held,
    poisoned: a.poisoned + b.poisoned,
  };
}

/** Those of whom nothing is under way by this channel. */
const FREE = `not exists (
      select from delivery other
      where other.channel = $5 and other.person = delivery.person and other.token is not null
        and other.retry_at > statement_timestamp())`;

const FRESH = `channel = $5 and state = 'waiting' and retry_at is null and due_at <= $1`;
const BACK = `channel = $5 and state = 'waiting' and retry_at <= statement_timestamp() and due_at <= $1`;

// What goes along with the first ones: whatever else is fresh for the same people, and the other parts of a letter that comes
// back. A letter is named by its first message and by its last one, so that no other set of messages has its name. With $10
// only what is not to go out now is settled.
const CLAIM = `
  with fresh as (
    select message, person, alone from delivery where ${FRESH} and ${FREE} order by due_at, message limit $2),
  back as (
    select message, letter from delivery where ${BACK} and ${FREE} order by retry_at limit $2),
  found as (
    select * from delivery where channel = $5 and message in (select message from fresh union all select message from back)
    union
    select * from delivery where ${FRESH} and $7 and not alone and person in (select person from fresh where not alone)
    union
    select * from delivery where ${BACK} and letter in (select letter from back)),
  grouped as (
    select *, coalesce(named, case when alone or suspect or not $7 then message::text else person end) as together,
           named is null as unnamed
    from (
      select *, attempts_started - attempts_finished >= $9::int as suspect,
             case when attempts_started - attempts_finished < $9::int then letter end as named
      from found) looked),
  numbered as (
    select *, row_number() over parts as part, first_value(due_at) over parts as first_due
    from grouped window parts as (partition by unnamed, together order by due_at, message)),
  chosen as (
    select * from (
      select *, dense_rank() over (order by first_due, unnamed, together) as place
      from numbered where part <= $8 or not unnamed) placed
    where place <= $2),
  due as (
    select chosen.message, chosen.due_at, chosen.named, unnamed, together, key,
           case when while_open is not null and not exists (
                       select from task
                       where round = stream and task.id = any (while_open) and task.state in ('open', 'drafted'))
                  then 'dropped'
                when while_open is not null and exists (
                       select from round where round.stream = outbox.stream and round.state = 'held')
                  then 'held'
                when attempts_started - attempts_finished >= $4::int then 'failed'
                else 'waiting' end as becomes
    from chosen join outbox on outbox.id = message),
  lettered as (
    select *, coalesce(named, first_value(key) over parts ||
                case when count(*) over parts > 1 then '+' || last_value(message) over parts else '' end) as name
    from due
    window parts as (partition by becomes, unnamed, together order by due_at, message
                     rows between unbounded preceding and unbounded following)),
  taken as (
    update delivery
    set state = case becomes when 'held' then 'waiting' else becomes end,
        token = case when becomes = 'waiting' then $6 end,
        letter = case when becomes = 'waiting' then name end,
        attempts_started = attempts_started + case when becomes = 'waiting' then 1 else 0 end,
        retry_at = case when becomes = 'waiting' then statement_timestamp() + $3::float8 * interval '1 millisecond' end,
        due_at = case when becomes = 'held'
          then lettered.due_at + interval '1 day' * (floor(extract(epoch from $1::timestamptz - lettered.due_at) / 86400) + 1)
          else lettered.due_at end,
        settled_at = case when becomes not in ('waiting', 'held') then $1::timestamptz end
    from lettered
    where delivery.message = lettered.message and delivery.channel = $5 and not ($10 and becomes = 'waiting')
    returning delivery.message, delivery.due_at, delivery.letter, delivery.digest, attempts_started, attempts_finished, becomes),
  noted as (
    update outbox
    set pending = pending - case when becomes = 'held' then 0 else 1 end,
        not_before = case when becomes = 'held' then due_at else not_before end,
        state = case when becomes <> 'held' and state = 'waiting' and pending = 1 then becomes else state end,
        settled_at = case when becomes <> 'held' and state = 'waiting' and pending = 1 then $1::timestamptz else settled_at end,
        error = case when becomes = 'failed' and state = 'waiting'
          then 'The delivery was begun ' || attempts_started || ' times and ended the worker ' ||
               (attempts_started - attempts_finished) || ' times: look at its template and recipient.'
          else error end
    from taken
    where outbox.id = taken.message and becomes <> 'waiting')
  select outbox.id, key, stream, person, template, about, not_before as "notBefore",
         attempts_finished as finished, letter, digest, becomes as state
  from taken join outbox on outbox.id = taken.message
  order by due_at, outbox.id`;

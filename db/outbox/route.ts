import type { Instant, PersonId } from '../../contracts/ids.ts';
import { noticeOf } from '../../contracts/notices/all.ts';
import { AT_ONCE, type QuietHours, type Rhythm } from '../../contracts/settings.ts';
import { letterMoment } from '../../domain/letter-moment.ts';
import { type Connection, type Pool, stamp, transaction } from '../connection.ts';

/** So many messages are given to the channels in one go; the rest follow with the next. */
export const ROUTED_AT_ONCE = 500;

/** A channel as far as it matters to whom a message is given. */
export interface Way {
  readonly name: string;
  /** Whether what is due for one person is one letter: only such a channel has digests. */
  readonly gathers?: boolean;
}

interface Unrouted {
  readonly id: number;
  readonly template: string;
  readonly notBefore: Instant;
  readonly due: Instant | null;
  readonly rhythm: Rhythm | null;
  readonly quiet: QuietHours | null;
  readonly timeZone: string | null;
}

/**
 * Gives each message whose hour has come to the channels of the installation, each of which delivers it by itself from then
 * on: at once, or when quiet hours are over, or with the next digest of whoever wants theirs together, if it can wait so long. A channel that is configured
 * later hears of later messages only.
 * @param now procedure time
 * @returns how many messages were given
 */
export async function route(pool: Pool, channels: readonly Way[], now: Instant): Promise<number> {
  return transaction(pool, async (connection) => {
    const { rows } = await connection.query<Unrouted>({
      name: 'unrouted',
      text: UNROUTED,
      values: [stamp(now), ROUTED_AT_ONCE],
    });
    if (!rows.length) return 0;
    const given = rows.flatMap((row) => {
      const moment = momentOf(row);
      return channels.map(({ name, gathers }) => {
        const at = gathers ? moment : row.notBefore;
        return { message: row.id, channel: name, due_at: stamp(at), digest: at > row.notBefore };
      });
    });
    await connection.query({ name: 'route', text: ROUTE, values: [JSON.stringify(given), channels.length] });
    return rows.length;
  });
}

function momentOf({ template, notBefore, due, rhythm, quiet, timeZone }: Unrouted): Instant {
  // What nobody knows how to write is told to operations, so the sooner the better.
  const urgency = noticeOf(template)?.urgency ?? 'at-once';
  return letterMoment({ urgency, notBefore, due }, { rhythm: rhythm ?? AT_ONCE, quiet }, timeZone ?? 'UTC');
}

/**
 * Decides anew when what waits for a digest of somebody goes out, as their rhythm has changed.
 * @param now procedure time
 */
export async function routeDigestsAgain(connection: Connection, person: PersonId, now: Instant): Promise<void> {
  const { rows } = await connection.query<Unrouted>({
    name: 'digests-waiting',
    text: DIGESTS_WAITING,
    values: [person, stamp(now)],
  });
  if (!rows.length) return;
  const moved = rows.map((row) => ({ message: row.id, due_at: stamp(momentOf({ ...row, notBefore: now })) }));
  await connection.query({
    name: 'digests-again',
    text: `with given as (select * from json_to_recordset($1) as g (message bigint, due_at timestamptz)),
           moved as (
             update delivery set due_at = given.due_at from given
             where delivery.message = given.message and digest and state = 'waiting' and retry_at is null
             returning delivery.message, delivery.due_at)
           update outbox set not_before = due_at from moved where outbox.id = moved.message`,
    values: [JSON.stringify(moved)],
  });
}

/** An instant that a letter tells, where it is one: a row that says something else there must hold up nobody. */
const told = (key: string) => `
  case when jsonb_typeof(about->'${key}') <> 'number' then null
       when (about->>'${key}')::numeric between 0 and ${Date.UTC(9999, 0)}
         then to_timestamp((about->>'${key}')::float8 / 1000) end`;

// What a letter asks for is due when the first of its tasks is that are open, or by when it wants an answer.
const LETTER = `
  outbox.id, template, not_before as "notBefore", rhythm, quiet, coalesce(setting.zone, time_zone) as "timeZone",
  coalesce((select min(due_at) from task
            where round = stream and task.id = any (while_open) and task.state in ('open', 'drafted')),
           ${told('answerBy')}, ${told('closesAt')}) as due`;
const READER = `
  left join setting on setting.person = outbox.person left join person on person.id = outbox.person`;

const DIGESTS_WAITING = `
  select ${LETTER} from delivery join outbox on outbox.id = message ${READER}
  where delivery.person = $1 and digest and delivery.state = 'waiting' and retry_at is null and delivery.due_at > $2`;

const UNROUTED = `
  select ${LETTER} from outbox ${READER}
  where pending is null and not_before <= $1
  order by not_before, outbox.id limit $2
  for update of outbox skip locked`;

// A message that waits for a digest may go out when that comes, and not before.
const ROUTE = `
  with given as (
    select * from json_to_recordset($1) as g (message bigint, channel text, due_at timestamptz, digest boolean)),
  put as (
    insert into delivery (message, channel, person, due_at, digest, alone)
    select message, channel, person, due_at, digest, about ? 'sequence' or template = 'session.link' from given join outbox on id = message)
  update outbox
  set pending = $2, not_before = soonest
  from (select message, min(due_at) as soonest from given group by message) first
  where id = message`;

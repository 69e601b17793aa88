import type { Instant } from '../../contracts/ids.ts';
import { type Pool, stamp } from '../connection.ts';

/** So many messages are given to the channels in one go; the rest follow with the next. */
export const ROUTED_AT_ONCE = 500;

/**
 * Gives each message whose hour has come to the channels of the installation, each of which delivers it by itself from then
 * on. A channel that is configured later hears of later messages only.
 * @param now procedure time
 * @returns how many messages were given
 */
export async function route(pool: Pool, channels: readonly string[], now: Instant): Promise<number> {
  const { rows } = await pool.query<{ n: number }>({
    name: 'route-outbox',
    text: `with due as (
             select id, person, not_before, about from outbox where pending is null and not_before <= $1
             order by not_before, id limit $3 for update skip locked),
           given as (
             insert into delivery (message, channel, person, due_at, alone)
             select id, channel, person, not_before, about ? 'sequence' from due cross join unnest($2::text[]) channel),
           told as (update outbox set pending = cardinality($2::text[]) from due where outbox.id = due.id)
           select count(*)::int as n from due`,
    values: [stamp(now), channels, ROUTED_AT_ONCE],
  });
  return rows[0]!.n;
}

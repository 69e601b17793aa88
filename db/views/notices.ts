import type { Instant } from '../../contracts/ids.ts';
import type { NoticeLine, NoticePage } from '../../contracts/views/operations.ts';
import { type Pool, stamp } from '../connection.ts';

export interface NoticeFilter {
  readonly state?: string | undefined;
  readonly stream?: string | undefined;
  readonly person?: string | undefined;
  readonly template?: string | undefined;
  /** The `next` of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
}

const FILTER = `($1::text is null or o.state = $1) and ($2::text is null or o.stream = $2)
  and ($3::text is null or o.person = $3) and ($4::text is null or o.template = $4)`;

/** Messages, newest first, with the counts of all that the filter lets through by `now`, in procedure time. Two queries. */
export async function noticePage(pool: Pool, filter: NoticeFilter, now: Instant): Promise<NoticePage> {
  const wanted = [filter.state ?? null, filter.stream ?? null, filter.person ?? null, filter.template ?? null];
  const [counted, page] = await Promise.all([
    pool.query<{ state: string; n: number; due: number }>({
      name: 'notice-counts',
      text: `select o.state, count(*)::int as n,
               (count(*) filter (where o.state = 'waiting' and o.not_before <= $5))::int as due
             from outbox o where ${FILTER} group by o.state`,
      values: [...wanted, stamp(now)],
    }),
    pool.query<NoticeLine>({
      name: 'notice-page',
      text: `select o.id, o.key, o.stream, o.person, p.name as "personName", o.template, o.about,
                    o.not_before as "notBefore", o.state,
                    (select coalesce(sum(attempts_started), 0)::int from delivery where message = o.id) as attempts,
                    o.settled_at as "settledAt", o.error
             from outbox o left join person p on p.id = o.person
             where ${FILTER} and ($5::bigint is null or o.id < $5) order by o.id desc limit $6`,
      values: [...wanted, filter.before ?? null, filter.limit + 1],
    }),
  ]);
  const notices = page.rows;
  const more = notices.length > filter.limit;
  if (more) notices.pop();
  return {
    counts: Object.fromEntries(counted.rows.map(({ state, n }) => [state, n])),
    due: counted.rows.reduce((sum, { due }) => sum + due, 0),
    notices,
    next: more ? notices[notices.length - 1]!.id : null,
  };
}

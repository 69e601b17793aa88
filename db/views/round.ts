import type { Instant } from '../../contracts/ids.ts';
import { troubleOf } from '../../contracts/trouble.ts';
import type { RoundView } from '../../contracts/views/round.ts';
import { type Pool, stamp } from '../connection.ts';

interface Row extends Omit<RoundView, 'title' | 'tasks' | 'trouble'> {
  title: string;
  trouble: string | null;
}

/** Which rounds are asked for; every filter that is given must hold. */
export interface RoundFilter {
  readonly id?: string | undefined;
  readonly owner?: string | undefined;
  readonly state?: string | undefined;
  /** Only rounds in which this person has, or had, a task. */
  readonly with?: string | undefined;
}

/**
 * Rounds with the counts of their tasks, newest first; at most 200. Those that have settled keep their counts, so that
 * only the tasks of those that have not are looked through. One query.
 */
export async function roundViews(pool: Pool, filter: RoundFilter, now: Instant): Promise<RoundView[]> {
  const { rows } = await pool.query<Row>({
    name: 'round-views',
    text: `with page as materialized (
             select * from round r
             where ($1::text is null or r.stream = $1) and ($2::text is null or r.owner = $2)
               and ($3::text is null or r.state = $3)
               and ($4::text is null or r.stream in (
                 select round from task where assignee = $4 and state in ('open', 'drafted')
                 union all select round from task where assignee = $4 and state not in ('open', 'drafted')))
             order by r.opened_at desc, r.stream limit 200)
           select r.stream as id, r.owner, r.purpose, r.title, r.state, r.opened_at as "openedAt", r.due_at as due,
                  r.settled_at as "settledAt", coalesce(r.counts::jsonb, t.counts, '{}') as counts,
                  coalesce(t.late, 0) as late,
                  (select trouble from stream where id = r.stream and $4::text is null) as trouble
           from page r left join lateral (
             select jsonb_object_agg(state, n) as counts, sum(late)::int as late
             from (select state, count(*)::int as n,
                          count(*) filter (where state in ('open', 'drafted') and due_at < $5)::int as late
                   from task where round = r.stream and r.counts is null group by state) by_state) t on true
           order by r.opened_at desc, r.stream`,
    values: [filter.id ?? null, filter.owner ?? null, filter.state ?? null, filter.with ?? null, stamp(now)],
  });
  return rows.map((row) => ({
    ...row,
    title: JSON.parse(row.title),
    trouble: troubleOf(row.trouble),
    tasks: Object.values(row.counts).reduce((sum, n) => sum + n, 0),
  }));
}

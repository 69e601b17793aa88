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
  /** Only rounds in which this person has, or had, a task; their own tasks alone are counted. */
  readonly with?: string | undefined;
}

/** What holds of a round whoever asks. */
const ROUND = `r.stream as id, r.owner, r.purpose, r.title, r.state, r.opened_at as "openedAt", r.due_at as due,
                  r.settled_at as "settledAt"`;
const FILTERED = `($1::text is null or r.stream = $1) and ($2::text is null or r.owner = $2)
               and ($3::text is null or r.state = $3)`;
/** Nothing becomes late while its round is on hold. */
const LATE = `t.state in ('open', 'drafted') and t.due_at < coalesce(r.held_at, $4)`;

/** Rounds that have settled keep their counts, so that only the tasks of those that have not are looked through. */
const OF_ALL = {
  name: 'round-views',
  text: `with page as materialized (
             select * from round r where ${FILTERED} order by r.opened_at desc, r.stream limit 200)
           select ${ROUND}, coalesce(r.counts::jsonb, t.counts, '{}') as counts, coalesce(t.late, 0) as late,
                  (select trouble from stream where id = r.stream) as trouble
           from page r left join lateral (
             select jsonb_object_agg(state, n) as counts, sum(late)::int as late
             from (select t.state, count(*)::int as n, count(*) filter (where ${LATE})::int as late
                   from task t where t.round = r.stream and r.counts is null group by t.state) by_state) t on true
           order by r.opened_at desc, r.stream`,
};

const OF_ONE = {
  name: 'round-views-of-one',
  text: `with mine as materialized (
             select round, state, due_at from task where assignee = $5 and state in ('open', 'drafted')
             union all select round, state, due_at from task where assignee = $5 and state not in ('open', 'drafted')),
           counted as (
             select round, jsonb_object_agg(state, n) as counts, sum(late)::int as late
             from (select t.round, t.state, count(*)::int as n, count(*) filter (where ${LATE})::int as late
                   from mine t join round r on r.stream = t.round group by t.round, t.state) by_state group by round)
           select ${ROUND}, t.counts, t.late, null as trouble
           from round r join counted t on t.round = r.stream where ${FILTERED}
           order by r.opened_at desc, r.stream limit 200`,
};

/**
 * Rounds with the counts of their tasks, newest first; at most 200. Where they are asked for `with` somebody, only
 * the tasks of this person are counted: how many others are asked may say how many have applied. One query.
 */
export async function roundViews(pool: Pool, filter: RoundFilter, now: Instant): Promise<RoundView[]> {
  const values = [filter.id ?? null, filter.owner ?? null, filter.state ?? null, stamp(now)];
  const { rows } = await pool.query<Row>(
    filter.with === undefined ? { ...OF_ALL, values } : { ...OF_ONE, values: [...values, filter.with] },
  );
  return rows.map((row) => ({
    ...row,
    title: JSON.parse(row.title),
    trouble: troubleOf(row.trouble),
    tasks: Object.values(row.counts).reduce((sum, n) => sum + n, 0),
  }));
}

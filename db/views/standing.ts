import type { RoundStanding } from '../../contracts/views/round.ts';
import { standingOf, type Tallied } from '../../domain/round/standing.ts';
import type { Pool } from '../connection.ts';

/** Whether a round has more tasks than so many. */
export async function hasMoreTasks(pool: Pool, round: string, than: number): Promise<boolean> {
  const { rows } = await pool.query({
    name: 'round-more-tasks',
    text: 'select from task where round = $1 offset $2 limit 1',
    values: [round, than],
  });
  return rows.length > 0;
}

/** How the subjects of a round stand by the field that its policy tallies; undefined when there is no such round. */
export async function roundStanding(pool: Pool, round: string): Promise<RoundStanding | undefined> {
  const { rows } = await pool.query<Partial<Tallied> & { state: RoundStanding['state'] }>({
    name: 'round-standing',
    text: `select r.state, t.about, t.sum::text, t.answers
           from round r left join lateral (
             select about, sum(value), count(value)::int as answers
             from (select about, case when json_typeof(answer -> (r.policy ->> 'tally')) = 'number'
                                      then (answer ->> (r.policy ->> 'tally'))::numeric end as value
                   from task where round = r.stream and state = 'submitted' and about is not null) given
             where value is not null group by about) t on true
           where r.stream = $1`,
    values: [round],
  });
  if (!rows[0]) return undefined;
  const tallied = rows.filter((row): row is Tallied & (typeof rows)[number] => row.about !== null);
  return { id: round, state: rows[0].state, standing: standingOf(tallied) };
}

import type { Instant } from '../../contracts/ids.ts';
import type { AgendaView } from '../../contracts/views/selection.ts';
import type { Pool } from '../connection.ts';

/** Who is written to next in a process's open rounds, and when, soonest first. One query. */
export async function agendaOf(pool: Pool, owner: string, now: Instant): Promise<AgendaView> {
  const { rows } = await pool.query<Omit<AgendaView['agenda'][number], 'title'> & { title: string }>({
    name: 'agenda-of',
    text: `select a.stream as round, r.purpose, r.title, a.person, p.name, a.at, a.rung,
                  (select count(*)::int from task t where t.round = a.stream and t.assignee = a.person
                     and t.state in ('open', 'drafted')) as "openTasks"
           from agenda a join round r on r.stream = a.stream left join person p on p.id = a.person
           where r.owner = $1 order by a.at, a.stream, a.person limit 5000`,
    values: [owner],
  });
  return { now, agenda: rows.map((row) => ({ ...row, title: JSON.parse(row.title) })) };
}

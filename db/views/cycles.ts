import type { CycleLine } from '../../contracts/views/cycle.ts';
import type { Pool } from '../connection.ts';
import { STANDING } from './procedures.ts';

interface Row extends Omit<CycleLine, 'title' | 'period'> {
  title: string;
  from: string;
  to: string;
}

/** All training-plan cycles, newest first. One query. */
export async function cycleLines(pool: Pool): Promise<CycleLine[]> {
  const { rows } = await pool.query<Row>({
    name: 'cycle-lines',
    text: `select c.stream as id, c.period_from::text as from, c.period_to::text as to, c.digest, ${STANDING}
           from cycle c join procedure p using (stream) join stream h on h.id = c.stream
           order by h.opened_at desc, c.stream`,
  });
  return rows.map(({ title, from, to, ...row }) => ({ ...row, title: JSON.parse(title), period: { from, to } }));
}

/** Somebody with open tasks in a round. */
export interface Desk {
  readonly round: string;
  readonly person: string;
}

/** Whoever has open tasks in some rounds, once a round, by id. One query. */
export async function openDesks(pool: Pool, rounds: readonly string[]): Promise<Desk[]> {
  if (!rounds.length) return [];
  const { rows } = await pool.query<Desk>({
    name: 'open-desks',
    text: `select distinct round, assignee as person from task
           where round = any($1) and state in ('open', 'drafted') order by round, assignee`,
    values: [[...rounds]],
  });
  return rows;
}

/** How far a department is with a round about its people; what was given up is missing, never zero. */
export interface Progress {
  readonly done: number;
  readonly open: number;
  readonly missing: number;
}

/** The tasks of a round by the department of the person whom they are about. One query. */
export async function progressByDepartment(pool: Pool, round: string): Promise<ReadonlyMap<string, Progress>> {
  const { rows } = await pool.query<Progress & { department: string }>({
    name: 'progress-by-department',
    text: `select p.department, count(*) filter (where t.state = 'submitted')::int as done,
                  count(*) filter (where t.state in ('open', 'drafted'))::int as open,
                  count(*) filter (where t.state not in ('submitted', 'open', 'drafted'))::int as missing
           from task t join person p on p.id = t.about_person
           where t.round = $1 and p.employed and t.state <> 'withdrawn' group by p.department`,
    values: [round],
  });
  return new Map(rows.map(({ department, ...progress }) => [department, progress]));
}

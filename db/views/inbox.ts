import type { Instant } from '../../contracts/ids.ts';
import type { Inbox, InboxTask, Me } from '../../contracts/views/inbox.ts';
import { type Pool, stamp } from '../connection.ts';

interface Row {
  round: string;
  task: string;
  purpose: string;
  title: string;
  of: string | null;
  about: string | null;
  due: number;
  late: boolean;
  state: string;
  draftRevision: number;
  minutes: number;
}

/** A person's open tasks over all rounds, by due instant; at most 2,000 of them. One query. */
export async function inboxOf(pool: Pool, person: string, now: Instant): Promise<Inbox> {
  const { rows } = await pool.query<Row>({
    name: 'inbox',
    text: `with mine as (
             select round, id, about, state, due_at from task
             where assignee = $1 and state in ('open', 'drafted') order by due_at, round, id limit 2000),
           rounds as (
             select r.stream, r.purpose, r.title, r.held_at, p.title as of, r.minutes
             from round r left join procedure p on p.stream = r.owner
             where r.stream in (select round from mine) and r.state <> 'settled')
           select m.round, m.id as task, r.purpose, r.title, r.of, m.about, m.due_at as due, m.state, r.minutes,
                  m.due_at < coalesce(r.held_at, $2) as late,
                  coalesce(d.revision, 0) as "draftRevision"
           from mine m join rounds r on r.stream = m.round
           left join draft d on d.stream = m.round and d.task = m.id and d.person = $1
           order by m.due_at, m.round, m.id`,
    values: [person, stamp(now)],
  });
  return { now, tasks: rows.map(taskOf) };
}

function taskOf({ title, of, state, ...row }: Row): InboxTask {
  return {
    ...row,
    title: JSON.parse(title),
    of: of === null ? null : JSON.parse(of),
    drafted: state === 'drafted',
  };
}

/** The person with their figures; somebody who is not in the directory has no name. One query. */
export async function personView(pool: Pool, person: string, now: Instant): Promise<Omit<Me, 'operations' | 'roles'>> {
  const { rows } = await pool.query<Omit<Me, 'operations' | 'roles'>>({
    name: 'me',
    text: `select asked.id as person, p.name, p.department, p.locale, p.time_zone as "timeZone",
                  open.tasks as "openTasks", open.late as "lateTasks"
           from (select $1::text as id) asked left join person p on p.id = asked.id,
                lateral (select count(*)::int as tasks, count(*) filter (where t.due_at < coalesce(r.held_at, $2))::int as late
                         from task t join round r on r.stream = t.round
                         where t.assignee = $1 and t.state in ('open', 'drafted')) open`,
    values: [person, stamp(now)],
  });
  return rows[0]!;
}

import type { Label } from '../../contracts/form.ts';
import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { Pool } from '../connection.ts';
import { isOverdue, PENDING } from '../pending.ts';
import { instant, many, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

const MOST = 500;

const about = statement(
  'tasks-about-people',
  { person: text, people: many(text), now: instant },
  (db, { person, people, now }) =>
    db
      .selectFrom('task as t')
      .innerJoin('round as r', 'r.stream', 't.round')
      .select(['t.round', 't.id as task', 'r.purpose', 'r.title', 't.about_person as about', 't.due_at as due'])
      .select(['t.state', 'r.minutes', isOverdue(now).as('late')])
      .where('t.assignee', '=', person)
      .where('t.state', 'in', PENDING)
      .where(({ eb, fn }) => eb('t.about_person', '=', fn.any(people)))
      .where('r.state', '<>', 'settled')
      .orderBy('t.due_at')
      .orderBy('t.round')
      .orderBy('t.id')
      .limit(MOST),
);

/** An open task of somebody that is about a person. */
export interface TaskAbout {
  readonly round: string;
  readonly task: string;
  readonly purpose: string;
  readonly title: Label;
  readonly about: PersonId;
  readonly due: Instant;
  readonly late: boolean;
  readonly drafted: boolean;
  readonly minutes: number;
}

/** What somebody owes that is about some people, by due instant; at most 500. One query. */
export async function tasksAbout(
  pool: Pool,
  person: PersonId,
  people: readonly PersonId[],
  now: Instant,
): Promise<TaskAbout[]> {
  const rows = await about.all(pool, { person, people, now });
  return rows.map(({ title, state, about, ...row }) => ({
    ...row,
    about: about!,
    title: JSON.parse(title),
    drafted: state === 'drafted',
  }));
}

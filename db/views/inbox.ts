import { type SelectQueryBuilder, sql } from 'kysely';
import type { Instant } from '../../contracts/ids.ts';
import type { Inbox, InboxTask, Me } from '../../contracts/views/inbox.ts';
import type { Pool } from '../connection.ts';
import { isOverdue, PENDING } from '../pending.ts';
import type { Tables } from '../schema.ts';
import { instant, text } from '../sql/kinds.ts';
import { type Placeholder, statement } from '../sql/statement.ts';

const inbox = statement('inbox', { person: text, now: instant }, (db, { person, now }) =>
  db
    .with('mine', (q) =>
      q
        .selectFrom('task')
        .select(['round', 'id', 'about', 'state', 'due_at'])
        .where('assignee', '=', person)
        .where('state', 'in', PENDING)
        .orderBy('due_at')
        .orderBy('round')
        .orderBy('id')
        .limit(2000),
    )
    .with('rounds', (q) =>
      q
        .selectFrom('round as r')
        .leftJoin('procedure as p', 'p.stream', 'r.owner')
        .select(['r.stream', 'r.purpose', 'r.title', 'r.held_at', 'r.minutes', 'p.title as of'])
        .where('r.stream', 'in', (q) => q.selectFrom('mine').select('round'))
        .where('r.state', '<>', 'settled'),
    )
    .selectFrom('mine as t')
    .innerJoin('rounds as r', 'r.stream', 't.round')
    .leftJoin('draft as d', (on) =>
      on.onRef('d.stream', '=', 't.round').onRef('d.task', '=', 't.id').on('d.person', '=', person),
    )
    .select(['t.round', 't.id as task', 'r.purpose', 'r.title', 'r.of', 't.about', 't.due_at as due', 't.state'])
    .select(({ fn, lit }) => [
      'r.minutes',
      isOverdue(now).as('late'),
      fn.coalesce('d.revision', lit(0)).as('draftRevision'),
    ])
    .orderBy('t.due_at')
    .orderBy('t.round')
    .orderBy('t.id'),
);

/** Courses that somebody takes part in, or teaches. */
const inCourse = (
  courses: SelectQueryBuilder<Tables & { o: Tables['offering'] }, 'o', object>,
  person: Placeholder<string>,
) =>
  courses
    .select('o.stream')
    .where(({ or, eb }) => or([eb('o.trainer', '=', person), sql<boolean>`o.people @> array[${person}]`]));

const me = statement('me', { person: text, now: instant }, (db, { person, now }) =>
  db
    .selectFrom(db.selectNoFrom(person.as('id')).as('asked'))
    .leftJoin('person as p', 'p.id', 'asked.id')
    .leftJoin('setting as s', 's.person', 'asked.id')
    .innerJoinLateral(
      (q) =>
        q
          .selectFrom('task as t')
          .innerJoin('round as r', 'r.stream', 't.round')
          .select(({ fn }) => [
            fn.countAll<number>().as('tasks'),
            fn.countAll<number>().filterWhere(isOverdue(now)).as('late'),
          ])
          .where('t.assignee', '=', person)
          .where('t.state', 'in', PENDING)
          .as('open'),
      (on) => on.onTrue(),
    )
    .select(['asked.id as person', 'p.name', 'p.department', 's.theme'])
    .select((eb) => [
      eb.fn.coalesce('s.language', 'p.locale').as('locale'),
      eb.fn.coalesce('s.zone', 'p.time_zone').as('timeZone'),
      eb
        .selectFrom('person as r')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('r.manager', '=', 'asked.id')
        .where('r.employed', '=', true)
        .as('reports'),
      eb
        .selectFrom('department as led')
        .select(({ fn }) => fn.agg<string[] | null>('array_agg', ['led.id']).as('ids'))
        .whereRef('led.head', '=', 'asked.id')
        .as('heads'),
      eb.exists(inCourse(eb.selectFrom('offering as o'), person)).as('inCourses'),
    ])
    .select(['open.tasks as openTasks', 'open.late as lateTasks']),
);

/** What is known of a person without their rights. */
export type PersonView = Omit<Me, 'operations' | 'roles' | 'home' | 'sees'>;

/** A person's open tasks over all rounds, by due instant; at most 2,000 of them. One query. */
export async function inboxOf(pool: Pool, person: string, now: Instant): Promise<Inbox> {
  const rows = await inbox.all(pool, { person, now });
  const taskOf = ({ title, of, state, ...row }: (typeof rows)[number]): InboxTask => ({
    ...row,
    title: JSON.parse(title),
    of: of === null ? null : JSON.parse(of),
    drafted: state === 'drafted',
  });
  return { now, tasks: rows.map(taskOf) };
}

/** The person with their figures; somebody who is not in the directory has no name. One query. */
export async function personView(pool: Pool, person: string, now: Instant): Promise<PersonView> {
  const { reports, heads, inCourses, theme, ...row } = (await me.first(pool, { person, now }))!;
  const relations = { reports: reports ?? 0, heads: heads ?? [], inCourses: Boolean(inCourses) };
  return { ...row, theme: (theme as Me['theme'] | null) ?? 'auto', relations };
}

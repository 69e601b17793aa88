import type { StreamId } from '../contracts/ids.ts';
import type { OrganisationEvent } from '../contracts/organisation.ts';
import type { Recorded } from '../domain/process.ts';
import type { Connection } from './connection.ts';

/** What an event of the organisation touches. */
interface Touched {
  /** Whose working days have changed. */
  readonly days: Set<string>;
  /** Who has changed otherwise: post, place in the line, whether they are employed; and who has come, or come back. */
  readonly people: Set<string>;
  readonly calendars: Set<string>;
  /** Departments or posts have changed, or people have come. */
  company: boolean;
}

/**
 * The open streams that a change of the organisation may concern:
 * - rounds in which somebody who is touched, or works by a calendar that is, holds an open task or is what one is about; and
 *   whoever opened them, where it is not only days that have changed, since tasks are handed on by the owner;
 * - courses that reckon by a calendar that is touched, or that somebody whose days or post have changed attends or teaches,
 *   or that somebody touched runs, or that somebody attends who reports to one of those touched, directly or over people who
 *   have left;
 * - every other procedure, which may look at the company as a whole, unless nothing but the days of somebody who leads nobody
 *   has changed.
 */
export async function concernedBy(connection: Connection, events: readonly Recorded[]): Promise<StreamId[]> {
  const { days, people, calendars, company } = touchedBy(events as readonly (Recorded & OrganisationEvent)[]);
  const { rows } = await connection.query<{ id: StreamId }>({
    name: 'concerned',
    text: `with recursive busy as materialized (
             select unnest($1::text[]) as id union select unnest($2::text[])
             union select id from person where calendar = any($3)),
           reports (id, employed) as (
             select id, employed from person where manager = any($1) or manager = any($2)
             union
             select p.id, p.employed from reports join person p on p.manager = reports.id where not reports.employed),
           held as materialized (
             select t.round, t.assignee = any($2) as touched from task t join busy on t.assignee = busy.id
               where t.state in ('open', 'drafted')
             union
             select t.round, true from task t where t.about_person = any($2) and t.state in ('open', 'drafted'))
           select round as id from held
           union
           select s.id from held join round r on r.stream = held.round join stream s on s.id = r.owner
             where held.touched and not s.closed
           union
           select o.stream from offering o join procedure p using (stream) where p.phase in ('running', 'paused')
             and (o.calendar = any($3) or o.trainer in (select id from busy) or o.runners && $2::text[]
               or o.people && $1::text[] or o.people && $2::text[]
               or o.people && array(select id from reports))
           union
           select p.stream from procedure p where p.kind <> 'offering' and p.phase in ('running', 'paused')
             and ($4 or cardinality($2::text[]) > 0 or cardinality($3::text[]) > 0
               or exists (select 1 from department d where d.head = any($1))
               or exists (select 1 from person p where p.manager = any($1)))`,
    values: [[...days], [...people], [...calendars], company],
  });
  return rows.map((r) => r.id);
}

function touchedBy(events: readonly OrganisationEvent[]): Touched {
  const touched: Touched = { days: new Set(), people: new Set(), calendars: new Set(), company: false };
  for (const e of events) {
    switch (e.type) {
      case 'PeopleJoined':
        touched.company = true;
        for (const { id } of e.body.people) touched.people.add(id);
        break;
      case 'PeopleChanged':
        for (const { id } of e.body.people) touched.people.add(id);
        break;
      case 'PersonLeft':
        touched.people.add(e.body.person);
        break;
      case 'DeputyNamed':
        touched.people.add(e.body.person);
        break;
      case 'AbsencesChanged':
        for (const { person } of e.body.people) touched.days.add(person);
        break;
      case 'CalendarSet':
        touched.calendars.add(e.body.calendar.id);
        break;
      case 'DepartmentsSet':
      case 'PostsSet':
        touched.company = true;
        break;
      case 'PersonErased':
      case 'FilesLetGo':
      case 'TextsLetGo':
      // Rights are asked when somebody asks: nothing is planned by them.
      case 'RoleGranted':
      case 'RoleTaken':
        break;
    }
  }
  return touched;
}

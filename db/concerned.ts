import type { StreamId } from '../contracts/ids.ts';
import type { OrganisationEvent } from '../contracts/organisation.ts';
import type { Recorded } from '../domain/process.ts';
import type { Connection } from './connection.ts';

/** What an event of the organisation touches. */
interface Touched {
  /** Whose working days have changed. */
  readonly days: Set<string>;
  /** Who has changed otherwise: post, place in the line, whether they are employed. */
  readonly people: Set<string>;
  readonly calendars: Set<string>;
  /** Departments or posts have changed, or people have come. */
  company: boolean;
}

/**
 * The open streams that a change of the organisation may concern: rounds in which somebody who is touched, or works by a
 * calendar that is, holds an open task or is what one is about; courses that they attend or teach; and every selection and
 * cycle, which look at the company as a whole, unless nothing but the days of somebody who leads nobody has changed.
 */
export async function concernedBy(connection: Connection, events: readonly Recorded[]): Promise<StreamId[]> {
  const { days, people, calendars, company } = touchedBy(events as readonly (Recorded & OrganisationEvent)[]);
  const { rows } = await connection.query<{ id: StreamId }>({
    name: 'concerned',
    text: `with busy as materialized (
             select unnest($1::text[]) as id union select unnest($2::text[])
             union select id from person where calendar = any($3))
           select distinct t.round as id from task t join busy on t.assignee = busy.id
             where t.state in ('open', 'drafted')
           union
           select distinct t.round from task t where t.about_person = any($2) and t.state in ('open', 'drafted')
           union
           select o.stream from offering o where not o.closed and (o.people && $2::text[] or o.trainer = any($2))
           union
           select s.id from stream s where s.type in ('selection', 'cycle') and not s.closed and s.version > 0
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
      case 'PeopleChanged':
        for (const { id } of e.body.people) touched.people.add(id);
        break;
      case 'PersonLeft':
        touched.people.add(e.body.person);
        break;
      case 'AbsencesRecorded':
        for (const { person } of e.body.people) touched.days.add(person);
        break;
      case 'CalendarSet':
        touched.calendars.add(e.body.calendar.id);
        break;
      case 'PeopleJoined':
      case 'DepartmentsSet':
      case 'PostsSet':
        touched.company = true;
        break;
      case 'PersonErased':
        break;
    }
  }
  return touched;
}

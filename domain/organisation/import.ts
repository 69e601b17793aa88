import type {
  ImportBody,
  ImportedPerson,
  OrganisationEvent,
  PersonRecord,
  PersonRow,
} from '../../contracts/organisation.ts';
import { personal } from '../../contracts/private.ts';
import type { Decision } from '../process.ts';
import { refuse } from '../refuse.ts';
import { faultsOfImport } from './faults.ts';
import { absencesChanged, anchorsAfter, calendarAfter, personAfter, postAfter } from './imported.ts';
import type { OrganisationState, Person } from './state.ts';

/** One event carries at most this many people or posts, so that none grows beyond a few hundred kilobytes. */
const ROWS_AN_EVENT = 500;
const POSTS_AN_EVENT = 100;

/** The events that bring the organisation to what the import says; none when it is so already. All or nothing. */
export function decideImport(state: OrganisationState, body: ImportBody): Decision<OrganisationEvent> {
  const [first, ...more] = faultsOfImport(state, body);
  if (first !== undefined) {
    return more.length > 0
      ? refuse('import-invalid/first-of', { fault: first, count: more.length + 1 })
      : refuse('import-invalid/faults', { faults: [first] });
  }
  return [
    ...(body.calendars ?? [])
      .map((calendar) => calendarAfter(state.calendars.get(calendar.id), calendar))
      .filter((calendar) => !same(calendar, state.calendars.get(calendar.id)))
      .map((calendar): OrganisationEvent => ({ type: 'CalendarSet', body: { calendar, reason: null } })),
    ...departmentEvents(state, body),
    ...postEvents(state, body),
    ...anchorEvents(state, body),
    ...peopleEvents(state, body.people ?? []),
    ...absenceEvents(state, body),
  ];
}

function departmentEvents(state: OrganisationState, body: ImportBody): OrganisationEvent[] {
  const departments = (body.departments ?? []).filter((row) => !same(row, state.departments.get(row.id)));
  return chunks(departments, ROWS_AN_EVENT).map((rows) => ({ type: 'DepartmentsSet', body: { departments: rows } }));
}

function postEvents(state: OrganisationState, body: ImportBody): OrganisationEvent[] {
  const posts = (body.posts ?? [])
    .map((row) => postAfter(state, row))
    .filter((row) => !same(row, state.posts.get(row.code)));
  return chunks(posts, POSTS_AN_EVENT).map((rows) => ({ type: 'PostsSet', body: { posts: rows } }));
}

function anchorEvents(state: OrganisationState, body: ImportBody): OrganisationEvent[] {
  const changed = anchorsAfter(body).filter((row) => !same(row, state.anchors.get(row.element)));
  return chunks(changed, POSTS_AN_EVENT).map((elements) => ({ type: 'AnchorsSet', body: { elements } }));
}

function peopleEvents(state: OrganisationState, people: readonly ImportedPerson[]): OrganisationEvent[] {
  const joined: PersonRow[] = [];
  const changed: PersonRow[] = [];
  for (const person of people) {
    const before = state.people.get(person.id);
    const after = personAfter(before, person);
    if (!before?.employed) joined.push(rowOf(person, after));
    else if (person.name !== undefined || person.email !== undefined || fieldsChanged(before, after).length > 0) {
      changed.push(rowOf(person, after));
    }
  }
  return [
    ...chunks(joined, ROWS_AN_EVENT).map((rows) => ({ type: 'PeopleJoined' as const, body: { people: rows } })),
    ...chunks(changed, ROWS_AN_EVENT).map((rows) => ({ type: 'PeopleChanged' as const, body: { people: rows } })),
  ];
}

function rowOf({ id, name, email }: ImportedPerson, after: PersonRecord): PersonRow {
  return {
    ...after,
    ...(name === undefined ? {} : { name: personal(id, name) }),
    ...(email === undefined ? {} : { email: personal(id, email) }),
  };
}

/** What an import changes of a person, beside name and address, which the state holds sealed. */
export function fieldsChanged(before: Person, after: PersonRecord): (keyof PersonRecord)[] {
  return (Object.keys(after) as (keyof PersonRecord)[]).filter((field) => !same(after[field], before[field]));
}

function absenceEvents(state: OrganisationState, body: ImportBody): OrganisationEvent[] {
  const people = absencesChanged(state, body).map(({ person, come, gone }) => ({
    person,
    come: [...come],
    gone: gone.map(({ from }) => from),
  }));
  return chunks(people, ROWS_AN_EVENT).map((rows) => ({ type: 'AbsencesChanged', body: { people: rows } }));
}

/** Equal as JSON, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && same(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < items.length; from += size) parts.push(items.slice(from, from + size));
  return parts;
}

import type { OrganisationEvent, PersonRow } from '../../contracts/organisation.ts';
import type { Recorded } from '../process.ts';
import type { HeldRole, OrganisationState, Person } from './state.ts';

/** The organisation after an event. The state it is given stays as it was: running plans still hold it. */
export function evolveOrganisation(state: OrganisationState, event: Recorded<OrganisationEvent>): OrganisationState {
  // Recorded keeps type and body apart; the ledger wrote them as the pair that they are.
  const { type, body } = event as OrganisationEvent;
  switch (type) {
    case 'PeopleJoined':
    case 'PeopleChanged':
      return { ...state, people: withRows(state.people, body.people) };
    case 'PersonLeft':
      // Whoever comes back has to be granted anew what they had.
      return withoutRoles(changePerson(state, body.person, { employed: false }), body.person);
    case 'PersonErased':
      return changePerson(state, body.person, {
        ...{ employed: false, erased: true as const, absences: [], performance: {} },
        deputy: null,
      });
    case 'DepartmentsSet':
      return { ...state, departments: withAll(state.departments, body.departments, (department) => department.id) };
    case 'PostsSet':
      return { ...state, posts: withAll(state.posts, body.posts, (post) => post.code) };
    case 'AnchorsSet':
      return { ...state, anchors: withAll(state.anchors, body.elements, ({ element }) => element) };
    case 'CalendarSet':
      return { ...state, calendars: withAll(state.calendars, [body.calendar], (calendar) => calendar.id) };
    case 'AbsencesChanged': {
      const people = new Map(state.people);
      for (const { person, come, gone } of body.people) {
        const known = people.get(person);
        if (!known) continue;
        const absences = [...known.absences.filter(({ from }) => !gone.includes(from)), ...come];
        absences.sort((a, b) => (a.from < b.from ? -1 : 1));
        people.set(person, { ...known, absences });
      }
      return { ...state, people };
    }
    case 'DeputyNamed':
      return changePerson(state, body.person, { deputy: body.deputy });
    case 'RoleGranted': {
      const { person, role, scope, until } = body;
      return withRoles(state, person, [...rolesBeside(state, body), { role, scope, until }]);
    }
    case 'RoleTaken':
      return withRoles(state, body.person, rolesBeside(state, body));
    case 'FilesLetGo':
    case 'TextsLetGo':
      return state;
  }
}

type OneRole = Pick<HeldRole, 'role' | 'scope'> & { readonly person: string };

/** What somebody has beside one role over one scope. */
function rolesBeside(state: OrganisationState, { person, role, scope }: OneRole): HeldRole[] {
  return (state.roles.get(person) ?? []).filter((held) => held.role !== role || held.scope !== scope);
}

function withRoles(state: OrganisationState, person: string, held: readonly HeldRole[]): OrganisationState {
  return held.length ? { ...state, roles: new Map(state.roles).set(person, held) } : withoutRoles(state, person);
}

function withoutRoles(state: OrganisationState, person: string): OrganisationState {
  if (!state.roles.has(person)) return state;
  const roles = new Map(state.roles);
  roles.delete(person);
  return { ...state, roles };
}

function withAll<T>(before: ReadonlyMap<string, T>, items: readonly T[], key: (item: T) => string): Map<string, T> {
  const after = new Map(before);
  for (const item of items) after.set(key(item), item);
  return after;
}

function withRows(before: ReadonlyMap<string, Person>, rows: readonly PersonRow[]): Map<string, Person> {
  const people = new Map(before);
  for (const row of rows) {
    const known = people.get(row.id);
    people.set(row.id, {
      ...row,
      // decide lets nobody in without both.
      name: (row.name ?? known?.name)!,
      email: (row.email ?? known?.email)!,
      absences: known?.absences ?? [],
      deputy: known?.deputy ?? null,
      employed: true,
    });
  }
  return people;
}

function changePerson(state: OrganisationState, id: string, change: Partial<Person>): OrganisationState {
  const person = state.people.get(id);
  if (!person) return state;
  return { ...state, people: new Map(state.people).set(id, { ...person, ...change }) };
}

import type { PersonId } from '../../contracts/ids.ts';
import type { OrganisationState, Person } from './state.ts';

type People = OrganisationState['people'];

/** Who is above a person in the line, nearest first, those who have left included. */
export function* lineAbove(people: People, person: PersonId): Generator<Person> {
  const seen = new Set<PersonId>([person]);
  let id = people.get(person)?.manager ?? null;
  while (id !== null && !seen.has(id)) {
    seen.add(id);
    const manager = people.get(id);
    if (!manager) return;
    yield manager;
    id = manager.manager;
  }
}

/** The nearest manager above who still works here; null for the head of the company and for strangers. */
export function managerOf(state: OrganisationState, person: PersonId): PersonId | null {
  for (const manager of lineAbove(state.people, person)) if (manager.employed) return manager.id;
  return null;
}

/** True when `manager` is above `person`, at any distance. Nobody is in their own line. */
export function isInLine(state: OrganisationState, manager: PersonId, person: PersonId): boolean {
  return idsAbove(state, person).has(manager);
}

const lines = new WeakMap<OrganisationState, Map<PersonId, ReadonlySet<PersonId>>>();

/** Who is above a person; thousands of tasks are looked through for whom a line keeps from them. */
function idsAbove(state: OrganisationState, person: PersonId): ReadonlySet<PersonId> {
  const known = lines.get(state) ?? new Map<PersonId, ReadonlySet<PersonId>>();
  lines.set(state, known);
  const above = known.get(person) ?? new Set([...lineAbove(state.people, person)].map((p) => p.id));
  known.set(person, above);
  return above;
}

/** True when one of two people is above the other. */
export function isInOneLine(state: OrganisationState, a: PersonId, b: PersonId): boolean {
  return isInLine(state, a, b) || isInLine(state, b, a);
}

/** The head of a department; after a head has left, whoever is next above; null when there is nobody. */
export function departmentHead(state: OrganisationState, department: string): PersonId | null {
  const head = state.departments.get(department)?.head;
  if (head === undefined) return null;
  return state.people.get(head)?.employed ? head : managerOf(state, head);
}

const reports = new WeakMap<OrganisationState, ReadonlyMap<PersonId, readonly PersonId[]>>();

/** The people who report to a manager directly, or whose own manager has left and this one is next above; by id. */
export function reportsOf(state: OrganisationState, manager: PersonId): readonly PersonId[] {
  let known = reports.get(state);
  if (!known) {
    const found = new Map<PersonId, PersonId[]>();
    for (const person of state.people.values()) {
      const above = person.employed ? managerOf(state, person.id) : null;
      if (above === null) continue;
      const team = found.get(above);
      if (team) team.push(person.id);
      else found.set(above, [person.id]);
    }
    for (const team of found.values()) team.sort();
    known = found;
    reports.set(state, found);
  }
  return known.get(manager) ?? [];
}

import type { PersonId } from '../../contracts/ids.ts';
import type { Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import type { OrganisationState } from './state.ts';

export function isEmployed(organisation: OrganisationState, person: PersonId): boolean {
  return organisation.people.get(person)?.employed === true;
}

/** Why somebody cannot be asked for anything; null: they can. */
export function refusalOfPerson(organisation: OrganisationState, person: PersonId): Rejection | null {
  const known = organisation.people.get(person);
  if (!known) return refuse('unknown-person/no-employee', { person });
  return known.employed ? null : refuse('unknown-person/has-left', { person });
}

/** The employees of some departments (none named: of all), by department, each list by id. */
export function peopleByDepartment(
  organisation: OrganisationState,
  departments: readonly string[],
): Map<string, PersonId[]> {
  const wanted = new Set(departments);
  const byDepartment = new Map<string, PersonId[]>();
  for (const person of organisation.people.values()) {
    if (!person.employed || (wanted.size && !wanted.has(person.department))) continue;
    const list = byDepartment.get(person.department);
    if (list) list.push(person.id);
    else byDepartment.set(person.department, [person.id]);
  }
  for (const list of byDepartment.values()) list.sort();
  return new Map([...byDepartment].sort(([a], [b]) => (a < b ? -1 : 1)));
}

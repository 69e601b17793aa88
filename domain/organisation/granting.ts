import { type Instant, type PersonId, SYSTEM } from '../../contracts/ids.ts';
import type { OrganisationCommandBodies, OrganisationEvent, Role } from '../../contracts/organisation.ts';
import type { Decision, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { holdersOf, isInForce, rolesOf } from './roles.ts';
import type { OrganisationState } from './state.ts';

/** At most so many people have one role at a time: alarms go to each of them. */
const MOST_HOLDERS = 200;
/** At most so many roles has one person, ended ones included. */
const MOST_ROLES = 50;

/** Roles that nobody has at the same time: whoever does things does not watch over them. */
const APART: Readonly<Partial<Record<Role, Role>>> = { operations: 'auditor', auditor: 'operations' };

/**
 * Grants a role, or gives one that is held another end. With access to the database (`SYSTEM`) it may go to somebody whom
 * the directory does not know yet, since somebody has to import it.
 */
export function grantRole(
  state: OrganisationState,
  { person: id, role, scope, until }: OrganisationCommandBodies['grantRole'],
  actor: string,
  now: Instant,
): Decision<OrganisationEvent> {
  const fault = faultOfHolder(state, id, actor) ?? faultOfScope(state, role, scope);
  if (fault) return fault;
  const held = rolesOf(state, id, now);
  if (held.some((h) => h.role === role && h.scope === scope && h.until === until)) {
    return refuse('already-so/role-like-that', { person: id, role });
  }
  if (!isInForce({ until }, state.people.get(id)?.timeZone, now)) {
    return refuse('wrong-date/role-ended', { day: until! });
  }
  const other = APART[role];
  if (other && held.some((h) => h.role === other)) {
    return refuse('not-allowed/roles-apart', { person: id, other, role });
  }
  if (until !== null && role === 'operations' && isLastOperator(state, id, now)) return lastOperator(id);
  const holders = holdersOf(state, role, now);
  if (!holders.includes(id) && holders.length >= MOST_HOLDERS) {
    return refuse('too-many/holders-enough', { most: MOST_HOLDERS, role });
  }
  if ((state.roles.get(id)?.length ?? 0) >= MOST_ROLES) {
    return refuse('too-many/roles-enough', { person: id, most: MOST_ROLES });
  }
  return [{ type: 'RoleGranted', body: { person: id, role, scope, until } }];
}

/** Takes a role from somebody who has it, in force or not. */
export function takeRole(
  state: OrganisationState,
  { person: id, role, scope }: OrganisationCommandBodies['takeRole'],
  now: Instant,
): Decision<OrganisationEvent> {
  const held = state.roles.get(id)?.some((h) => h.role === role && h.scope === scope);
  if (!held) {
    return scope === null
      ? refuse('already-so/role-not-held', { person: id, role })
      : refuse('already-so/role-not-held-over', { person: id, role, scope });
  }
  if (role === 'operations' && isLastOperator(state, id, now)) return lastOperator(id);
  return [{ type: 'RoleTaken', body: { person: id, role, scope } }];
}

/** Whether nobody else is of operations for good: then this one has to stay. */
export function isLastOperator(state: OrganisationState, id: PersonId, now: Instant): boolean {
  const isForGood = (person: PersonId) =>
    rolesOf(state, person, now).some((held) => held.role === 'operations' && held.until === null);
  return isForGood(id) && !holdersOf(state, 'operations', now).some((person) => person !== id && isForGood(person));
}

export function lastOperator(id: PersonId): Rejection {
  return refuse('last-operator/last-operator', { person: id });
}

function faultOfHolder(state: OrganisationState, id: PersonId, actor: string): Rejection | null {
  const person = state.people.get(id);
  if (person?.employed || (!person && actor === SYSTEM)) return null;
  if (person) return refuse('has-left/left-no-role', { person: id });
  return refuse('unknown-person/no-employee', { person: id });
}

function faultOfScope(state: OrganisationState, role: Role, scope: string | null): Rejection | null {
  if (scope === null) return null;
  if (role !== 'leader') {
    return refuse('not-allowed/role-whole-company', { role });
  }
  if (state.departments.has(scope)) return null;
  return refuse('not-found/no-department-scope', { department: scope });
}

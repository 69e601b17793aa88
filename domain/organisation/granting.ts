import { type Instant, type PersonId, SYSTEM } from '../../contracts/ids.ts';
import type { OrganisationCommandBodies, OrganisationEvent, Role } from '../../contracts/organisation.ts';
import { type Decision, type Rejection, reject } from '../process.ts';
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
    return reject('already-so', `${id} has the role ${role} like that already; nothing was changed.`);
  }
  if (!isInForce({ until }, state.people.get(id)?.timeZone, now)) {
    return reject('wrong-date', `The role would have ended on ${until}; give its last day as today or later.`);
  }
  const other = APART[role];
  if (other && held.some((h) => h.role === other)) {
    return reject('not-allowed', `${id} has the role ${other}, which nobody has beside ${role}; take that one first.`);
  }
  if (until !== null && role === 'operations' && isLastOperator(state, id, now)) return lastOperator(id);
  const holders = holdersOf(state, role, now);
  if (!holders.includes(id) && holders.length >= MOST_HOLDERS) {
    return reject('too-many', `${MOST_HOLDERS} people have the role ${role} already; take it from somebody first.`);
  }
  if ((state.roles.get(id)?.length ?? 0) >= MOST_ROLES) {
    return reject('too-many', `${id} has ${MOST_ROLES} roles already; take one of them first.`);
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
    const over = scope === null ? '' : ` over ${scope}`;
    return reject('already-so', `${id} does not have the role ${role}${over}; look at the list of roles.`);
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
  return reject(
    'last-operator',
    `${id} is the last of operations; grant the role operations to somebody else first, without an end.`,
  );
}

function faultOfHolder(state: OrganisationState, id: PersonId, actor: string): Rejection | null {
  const person = state.people.get(id);
  if (person?.employed || (!person && actor === SYSTEM)) return null;
  if (person) return reject('has-left', `Employee ${id} has left the company; name somebody who works here.`);
  return reject('unknown-person', `There is no employee ${id}; import the organisation or correct the id.`);
}

function faultOfScope(state: OrganisationState, role: Role, scope: string | null): Rejection | null {
  if (scope === null) return null;
  if (role !== 'leader') {
    return reject('not-allowed', `The role ${role} is for the whole company; leave out the scope.`);
  }
  if (state.departments.has(scope)) return null;
  return reject('not-found', `There is no department ${scope}; give the id of one, or leave out the scope.`);
}

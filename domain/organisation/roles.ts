import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { Role } from '../../contracts/organisation.ts';
import { dayText } from '../calendar/day.ts';
import { wallTimeOf } from '../calendar/zone.ts';
import type { HeldRole, OrganisationState } from './state.ts';

/** Where somebody works whom the directory does not know. */
const ELSEWHERE = 'UTC';

/** Whether a role holds at an instant: until the end of its last day, where the person works. */
export function isInForce({ until }: Pick<HeldRole, 'until'>, timeZone: string | undefined, now: Instant): boolean {
  return until === null || dayText(wallTimeOf(now, timeZone ?? ELSEWHERE).day) <= until;
}

/** The roles of a person that hold at an instant. */
export function rolesOf(state: OrganisationState, person: PersonId, now: Instant): readonly HeldRole[] {
  const held = state.roles.get(person);
  if (!held) return [];
  const timeZone = state.people.get(person)?.timeZone;
  return held.filter((role) => isInForce(role, timeZone, now));
}

/**
 * By which role somebody sees everything, or did: what they have seen, they do not forget with its end. Who is to count no
 * more has it taken from them. undefined: by none.
 */
export function roleThatSeesAll({ roles }: Pick<OrganisationState, 'roles'>, person: PersonId): HeldRole | undefined {
  return roles.get(person)?.find(({ role }) => role === 'operations' || role === 'auditor');
}

/** Whether there is such a role. */
export function seesAll(organisation: Pick<OrganisationState, 'roles'>, person: PersonId): boolean {
  return roleThatSeesAll(organisation, person) !== undefined;
}

/** Whoever has a role at an instant, over whatever scope, in the order in which they came to have one. */
export function holdersOf(state: OrganisationState, role: Role, now: Instant): PersonId[] {
  return [...state.roles.keys()].filter((person) => rolesOf(state, person, now).some((held) => held.role === role));
}

/** Whether somebody is of operations at an instant. */
export function isOperations(state: OrganisationState, person: PersonId, now: Instant): boolean {
  return rolesOf(state, person, now).some(({ role }) => role === 'operations');
}

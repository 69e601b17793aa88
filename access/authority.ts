import type { Instant, PersonId } from '../contracts/ids.ts';
import { rolesOf } from '../domain/organisation/roles.ts';
import type { HeldRole, OrganisationState } from '../domain/organisation/state.ts';

/** What somebody is by the facts of the organisation that hold now. A command carries none of it. */
export interface Authority {
  readonly person: PersonId;
  readonly roles: readonly HeldRole[];
  /** Runs the procedures and the installation. */
  readonly operations: boolean;
  /** Sees everything and does nothing. */
  readonly auditor: boolean;
  /** Whether they see whatever there is to see. */
  readonly all: boolean;
}

/** What somebody is in the organisation as it stands at an instant. */
export function authorityOf(organisation: OrganisationState, person: PersonId, now: Instant): Authority {
  return authorityBy(person, rolesOf(organisation, person, now));
}

/** The same by the roles of theirs that hold. */
export function authorityBy(person: PersonId, roles: readonly HeldRole[]): Authority {
  const is = (role: HeldRole['role']) => roles.some((held) => held.role === role);
  const [operations, auditor] = [is('operations'), is('auditor')];
  return { person, roles, operations, auditor, all: operations || auditor };
}

/** Whether somebody belongs to the top management of the company. */
export function isLeader({ roles }: Pick<Authority, 'roles'>): boolean {
  return roles.some(({ role, scope }) => role === 'leader' && scope === null);
}

/** The departments that somebody leads by a role over each of them. */
export function departmentsLed({ roles }: Pick<Authority, 'roles'>): string[] {
  return roles.flatMap(({ role, scope }) => (role === 'leader' && scope !== null ? [scope] : []));
}

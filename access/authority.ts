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
}

/** What somebody is in the organisation as it stands at an instant. */
export function authorityOf(organisation: OrganisationState, person: PersonId, now: Instant): Authority {
  return authorityBy(person, rolesOf(organisation, person, now));
}

/** The same by the roles of theirs that hold. */
export function authorityBy(person: PersonId, roles: readonly HeldRole[]): Authority {
  const is = (role: HeldRole['role']) => roles.some((held) => held.role === role);
  return { person, roles, operations: is('operations'), auditor: is('auditor') };
}

/** Whether somebody sees whatever there is to see. */
export function seesAll({ operations, auditor }: Pick<Authority, 'operations' | 'auditor'>): boolean {
  return operations || auditor;
}

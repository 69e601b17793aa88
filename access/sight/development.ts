import type { PersonId } from '../../contracts/ids.ts';
import { isInLine, managerOf } from '../../domain/organisation/line.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { Authority } from '../authority.ts';

/**
 * As what somebody sees another's development. `near`: what the two have said to each other as well, which whoever is further
 * above does not read.
 */
export interface DevelopmentSight {
  readonly self: boolean;
  readonly near: boolean;
}

/** The sight of somebody's development: their own, that of their line, or everybody's; null: none of it. */
export function sightOf(
  organisation: OrganisationState,
  { person: asker, all }: Pick<Authority, 'person' | 'all'>,
  person: PersonId,
): DevelopmentSight | null {
  if (!organisation.people.has(person)) return null;
  const self = asker === person;
  if (!self && !all && !isInLine(organisation, asker, person)) return null;
  return { self, near: self || all || managerOf(organisation, person) === asker };
}

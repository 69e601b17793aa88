import type { Sight } from '../../domain/offering/view.ts';
import { reportsOf } from '../../domain/organisation/line.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { Authority } from '../authority.ts';

/** As what somebody sees an offering: supervisors see those who report to them. */
export function sightOf(organisation: OrganisationState, { person, all }: Pick<Authority, 'person' | 'all'>): Sight {
  return { person, all, team: reportsOf(organisation, person) };
}

import { SYSTEM } from '../../contracts/ids.ts';
import type { OrganisationEvent } from '../../contracts/organisation.ts';
import { notice } from '../notice.ts';
import type { Consequence, Context, Recorded } from '../process.ts';
import { holdersOf } from './roles.ts';
import type { OrganisationState } from './state.ts';

/**
 * Who comes to operations, or is taken from them, is told to all others of operations whom the directory knows, at once:
 * it may be an attack, above all when it was done past the API.
 */
export function newsOfRole(
  state: OrganisationState,
  { type, body, actor }: Recorded<OrganisationEvent>,
  { now }: Pick<Context, 'now'>,
): Consequence[] {
  if (type !== 'RoleGranted' && type !== 'RoleTaken') return [];
  const { person, role } = body as { person: string; role: string };
  if (role !== 'operations') return [];
  const about = { person, by: actor === SYSTEM ? null : actor, granted: type === 'RoleGranted' };
  return holdersOf(state, 'operations', now)
    .filter((other) => other !== person && other !== actor && state.people.get(other)?.employed)
    .map((to) => notice('operations.role', to, about, { waits: false }));
}

import type { PersonId } from '../contracts/ids.ts';
import { rolesInForce } from '../db/views/roles.ts';
import type { Outcome } from '../domain/turn/outcome.ts';
import { type Access, commanding } from './organisation-commands.ts';

/**
 * Makes somebody one of operations by access to the database alone, as a fact of the organisation; all others of operations
 * are told. The directory need not know them: the first of all has yet to import it. `already-so` where they are it already.
 */
export function addOperator(access: Access, person: PersonId): Promise<Outcome> {
  return commanding(access, (send) => send('grantRole', { person, role: 'operations' }));
}

/** The employee ids of operations today. */
export async function operatorsOf({ pool, clock }: Pick<Access, 'pool' | 'clock'>): Promise<PersonId[]> {
  return (await rolesInForce(pool, clock.now(), { role: 'operations' })).map(({ person }) => person);
}

import type { PersonId } from '../contracts/ids.ts';
import type { KeyRing } from '../db/keys.ts';
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

type OperatorsParts = Pick<Access, 'pool' | 'clock'> & { readonly keys: Pick<KeyRing, 'verifier'> };

/** The employee ids of operations today. */
export async function operatorsOf({ pool, keys, clock }: OperatorsParts): Promise<PersonId[]> {
  return (await rolesInForce(pool, keys, clock.now(), { role: 'operations' })).map(({ person }) => person);
}

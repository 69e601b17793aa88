import { randomUUID } from 'node:crypto';
import { ORGANISATION, type PersonId, SYSTEM } from '../contracts/ids.ts';
import type { Clock } from '../db/clock.ts';
import type { Pool } from '../db/connection.ts';
import type { KeyRing } from '../db/keys.ts';
import { hintOutbox } from '../db/outbox/put.ts';
import { rolesInForce } from '../db/views/roles.ts';
import type { Outcome } from '../domain/turn/outcome.ts';
import { Advance } from './advance.ts';
import { engineOf } from './parts.ts';

/** A database, and what it takes to write to its ledger. */
export interface Access {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly complain: (what: string, about: object) => void;
}

const PATIENCE_MS = 20_000;

/**
 * Makes somebody one of operations by access to the database alone, as a fact of the organisation; all others of operations
 * are told. The directory need not know them: the first of all has yet to import it. `already-so` where they are it already.
 */
export async function addOperator({ pool, keys, clock, complain }: Access, person: PersonId): Promise<Outcome> {
  const advance = new Advance(engineOf({ pool, keys, time: { clock }, complain }));
  const text = JSON.stringify({ person, role: 'operations' });
  const command = { id: randomUUID(), actor: SYSTEM, type: 'grantRole', text };
  const { outcomes, mail } = await advance.decide(ORGANISATION, [command], PATIENCE_MS);
  await advance.settled();
  if (mail) await hintOutbox(pool);
  return outcomes[0]!;
}

/** The employee ids of operations today. */
export async function operatorsOf({ pool, clock }: Pick<Access, 'pool' | 'clock'>): Promise<PersonId[]> {
  return (await rolesInForce(pool, clock.now(), { role: 'operations' })).map(({ person }) => person);
}

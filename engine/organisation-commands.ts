import { randomUUID } from 'node:crypto';
import { ORGANISATION, SYSTEM } from '../contracts/ids.ts';
import type { OrganisationCommandType } from '../contracts/organisation.ts';
import type { Clock } from '../db/clock.ts';
import type { Pool } from '../db/connection.ts';
import type { KeyRing } from '../db/keys.ts';
import { hintOutbox } from '../db/outbox/put.ts';
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

/** Sends a command to the organisation. */
export type SendCommand = (type: OrganisationCommandType, body: object) => Promise<Outcome>;

/**
 * Sends commands to the organisation by access to the database alone, one after the other; once the work is done, or has
 * failed, what follows from them is written and whoever delivers letters is told.
 */
export async function commanding<T>(
  { pool, keys, clock, complain }: Access,
  work: (send: SendCommand) => Promise<T>,
): Promise<T> {
  const advance = new Advance(engineOf({ pool, keys, time: { clock }, complain }));
  let letters = false;
  try {
    return await work(async (type, body) => {
      const command = { id: randomUUID(), actor: SYSTEM, type, text: JSON.stringify(body) };
      const { outcomes, mail } = await advance.decide(ORGANISATION, [command], PATIENCE_MS);
      letters ||= mail;
      return outcomes[0]!;
    });
  } finally {
    await advance.settled();
    if (letters) await hintOutbox(pool);
  }
}

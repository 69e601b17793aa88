import type { Instant } from '../../contracts/ids.ts';
import { noticeOf } from '../../contracts/notices/all.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { ProvenEvents } from '../../db/read/proven-events.ts';
import { StreamReader } from '../../db/read/stream-reader.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import { settingsOf } from '../../db/settings.ts';
import type { Person } from '../../domain/organisation/state.ts';
import { hearersFor } from '../../domain/procedure/runners.ts';
import type { Locale } from '../../notices/reader.ts';
import { factsOf } from './facts.ts';

export interface LookupParts {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly clock: { now(): Instant };
}

/** Who gets a message and the facts that its template asks for. */
export interface Found {
  /** null: erased, or never imported. */
  readonly recipient: { name: string; email: string | null; locale: Locale; timeZone: string; left: boolean } | null;
  readonly facts: unknown;
}

/**
 * Makes the lookup of the notices worker. It returns null for a message that has nothing left to say, or that would say what
 * is not so any more, or that the recipient has no right to any more. A procedure is folded once a version, however many people hear of it.
 * @throws Error, in the lookup, when the stream that the message is about is not there; a later attempt may find it
 */
export function makeLookup({ pool, keys, clock }: LookupParts): (message: ClaimedMessage) => Promise<Found | null> {
  const reader = new StreamReader(pool, keys);
  const events = new ProvenEvents(pool, keys);
  return async (message) => {
    const organisation = await reader.organisation();
    const recipient = await recipientOf(organisation.people.get(message.person), { pool, keys });
    if (!recipient || recipient.left) return { recipient, facts: null };
    if (isForOperations(message)) {
      const at = { organisation, now: clock.now() };
      if (!hearersFor([message.person], at).includes(message.person)) return null;
    }
    const facts = await factsOf({ pool, keys, reader, events, now: clock.now(), locale: recipient.locale }, message);
    return facts === null ? null : { recipient, facts };
  };
}

/** As the ledger says it, and not a row: whoever changes that is not sent what is for others. */
async function recipientOf(
  person: Person | undefined,
  { pool, keys }: Pick<LookupParts, 'pool' | 'keys'>,
): Promise<Found['recipient']> {
  if (!person || person.erased) return null;
  const { employed } = person;
  const { language, zone } = (await settingsOf(pool, person.id)).settings;
  const sealed = { name: person.name, email: person.email };
  const { name, email } = (await unsealed(pool, keys, sealed)) as { name: string | null; email: string | null };
  return name === null
    ? null
    : {
        name,
        email,
        // What they want themselves goes before what the directory says.
        locale: language ?? person.locale,
        timeZone: zone ?? person.timeZone,
        left: !employed,
      };
}

/** Whoever lost the role between writing and delivery is told nothing by it any more; those who have it see what waits. */
function isForOperations({ template, about }: ClaimedMessage): boolean {
  return noticeOf(template)?.forOperations === true || (template === 'round.escalation' && about.as === 'owner');
}

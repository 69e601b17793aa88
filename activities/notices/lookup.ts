import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { AboutOf } from '../../contracts/notices/all.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { StreamReader } from '../../db/read/stream-reader.ts';
import { type RecipientRow, recipientRow } from '../../db/views/notice-facts.ts';
import { processOf } from '../../domain/kinds.ts';
import type { FactsOf } from '../../notices/notice.ts';
import type { Locale } from '../../notices/reader.ts';
import { archiveOf } from './archive.ts';
import { cycleArchiveOf } from './cycle-archive.ts';
import { cycleFacts } from './cycle-facts.ts';
import { offeringArchiveOf } from './offering-archive.ts';
import { offeringFacts } from './offering-facts.ts';
import { type Named, refusedOrderFacts } from './refused-order-facts.ts';
import { roundFacts } from './round-facts.ts';
import { selectionFacts } from './selection-facts.ts';
import { holdsOfCourse, holdsOfCycle, holdsOfSelection } from './still-true.ts';
import { type NamesOf, toldIn } from './told.ts';

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
 * is not so any more. Selections are
 * folded once a version, however many people hear of it.
 * @throws Error, in the lookup, when the stream that the message is about is not there; a later attempt may find it
 */
export function makeLookup({ pool, keys, clock }: LookupParts): (message: ClaimedMessage) => Promise<Found | null> {
  const reader = new StreamReader(pool);
  return async (message) => {
    const recipient = recipientOf(await recipientRow(pool, message.person));
    if (!recipient || recipient.left) return { recipient, facts: null };
    const facts = await factsOf(message, recipient.locale);
    return facts === null ? null : { recipient, facts };
  };

  async function factsOf(message: ClaimedMessage, locale: Locale): Promise<unknown> {
    if (message.template === 'operations.orderRefused') return refusedOrderFacts(message, await procedureOf(message));
    if (message.template.startsWith('round.')) {
      return roundFacts({ pool, keys, now: clock.now(), locale }, message);
    }
    if (message.template.startsWith('offering.')) {
      const offering = await reader.offering(message.stream as StreamId);
      if (!offering) throw new Error(`There is no offering ${message.stream} to write about.`);
      if (!holdsOfCourse(offering, message, clock.now())) return null;
      return offeringFacts(message, offering, offeringArchiveOf(pool, keys, message, locale));
    }
    if (message.template.startsWith('cycle.')) {
      const cycle = await reader.cycle(message.stream as StreamId);
      if (!cycle) throw new Error(`There is no cycle ${message.stream} to write about.`);
      if (!holdsOfCycle(cycle, message, clock.now())) return null;
      return cycleFacts(message, cycle, cycleArchiveOf(pool, keys, message, locale));
    }
    if (message.template.startsWith('operations.')) return operationsFacts(message);
    const state = await reader.selection(message.stream as StreamId);
    if (!state) throw new Error(`There is no selection ${message.stream} to write about.`);
    if (!holdsOfSelection(state, message)) return null;
    return selectionFacts(message, state, archiveOf(pool, keys, message, locale));
  }

  async function procedureOf({ stream }: ClaimedMessage): Promise<Named> {
    const { words, titleOf } = processOf(stream as StreamId);
    const state = (await reader.states([stream as StreamId])).get(stream as StreamId);
    const title = state === undefined ? null : titleOf?.(state);
    if (!title) throw new Error(`There is no procedure ${stream} to write about.`);
    return { state: state as Named['state'], title, page: `/${words.noun.replaceAll(' ', '-')}s` };
  }
}

/** These say all that there is to say; a letter of operations without its facts is an error of the compiler. */
const OF_OPERATIONS: {
  readonly [N in Exclude<NamesOf<'operations'>, 'operations.orderRefused'>]: (about: AboutOf<N>) => FactsOf<N>;
} = {
  'operations.alarm': (about) => about,
  'operations.role': (about) => about,
};

function operationsFacts(message: ClaimedMessage): unknown {
  const { name, about } = toldIn(OF_OPERATIONS, message);
  return (OF_OPERATIONS[name] as (about: unknown) => unknown)(about);
}

function recipientOf(row: RecipientRow | undefined): Found['recipient'] {
  if (!row || row.name === null) return null;
  const { name, email, locale, timeZone, employed } = row;
  return { name, email, locale, timeZone, left: !employed };
}

import type { Instant, StreamId } from '../../contracts/ids.ts';
import { NOTICES, type Writer } from '../../contracts/notices/all.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import type { ProvenEvents } from '../../db/read/proven-events.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import type { Locale } from '../../notices/reader.ts';
import { archiveOf } from './archive.ts';
import { cycleFacts } from './cycle-facts.ts';
import { offeringArchiveOf } from './offering-archive.ts';
import { offeringFacts } from './offering-facts.ts';
import { operationsFacts } from './operations-facts.ts';
import { procedureArchiveOf } from './procedure-archive.ts';
import { roundFacts } from './round-facts.ts';
import { selectionFacts } from './selection-facts.ts';
import { holdsOfCourse, holdsOfCycle, holdsOfSelection } from './still-true.ts';

/** What the facts of letters are looked up in. */
export interface Sources {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly reader: StreamReader;
  readonly events: ProvenEvents;
  /** Procedure time at delivery. */
  readonly now: Instant;
  readonly locale: Locale;
}

/** What a template asks for; null: nothing is left to say, or it is not so any more. @throws where it cannot be found out */
export type FactsOfKind = (sources: Sources, message: ClaimedMessage) => Promise<unknown>;

/** Whose letters have their facts where: one whose letters nobody looks up is an error of the compiler. */
const OF_HOUSE: Readonly<Record<Writer, FactsOfKind>> = {
  round: roundFacts,
  async selection(sources, message) {
    const selection = there(message, await sources.reader.selection(message.stream as StreamId));
    if (!holdsOfSelection(selection, message)) return null;
    return selectionFacts(message, selection, archiveOf(sources, message));
  },
  async offering(sources, message) {
    const offering = there(message, await sources.reader.offering(message.stream as StreamId));
    if (!holdsOfCourse(offering, message, sources.now)) return null;
    return offeringFacts(message, offering, offeringArchiveOf(sources, message));
  },
  async cycle(sources, message) {
    const { reader, now } = sources;
    const cycle = there(message, await reader.cycle(message.stream as StreamId));
    if (!holdsOfCycle(cycle, message, now)) return null;
    const at = { organisation: await reader.organisation(), now };
    return cycleFacts(message, cycle, procedureArchiveOf(sources, message), at);
  },
  operations: operationsFacts,
  // It says nothing but where it leads.
  session: async (_sources, { about }) => ({ link: NOTICES['session.link'].about.parse(about).path }),
};

const known = new Map<string, FactsOfKind>(Object.entries(OF_HOUSE));

/** Where the facts of the letters of a kind from outside are looked up. @throws where that has been said already */
export function admitFacts(kind: string, facts: FactsOfKind): void {
  if (known.has(kind)) throw new Error(`What the letters of the kind "${kind}" tell has been said already.`);
  known.set(kind, facts);
}

/** The facts of a message as they are at delivery, as its template asks for them; null: nothing is left to say. */
export function factsOf(sources: Sources, message: ClaimedMessage): Promise<unknown> {
  const kind = message.template.slice(0, message.template.indexOf('.'));
  const facts = known.get(kind);
  if (!facts) throw new Error(`Nothing says what "${message.template}" tells; deploy the version that brings it.`);
  return facts(sources, message);
}

function there<S>({ stream }: ClaimedMessage, state: S | undefined): S {
  if (state === undefined) throw new Error(`There is no ${stream} to write about.`);
  return state;
}

import { entryOf } from '../contracts/entry.ts';
import { processTypeOf, type StreamId } from '../contracts/ids.ts';
import { isKind } from '../contracts/kinds.ts';
import { processOf } from '../domain/kinds.ts';
import { type Connection, type Pool, snapshot } from './connection.ts';
import { linkOf } from './hash.ts';
import { current, type Entry, GENESIS, readEntries, type SignedHead } from './ledger.ts';
import { headText, signerOf } from './signature.ts';

/**
 * What is wrong with a stream's first broken event.
 * `changed`: its heading, body or link is not what was written; `missing`: a version is not there; `reordered`: the
 * event belongs elsewhere in the stream; `head`: the stream's own row does not agree with its last event; `signature`: all
 * fits together, but it was not this installation that wrote it last.
 */
export type FaultKind = 'changed' | 'missing' | 'reordered' | 'head' | 'signature';

export interface Fault {
  readonly stream: StreamId;
  readonly version: number;
  readonly kind: FaultKind;
  /** One sentence: what is wrong, and where. */
  readonly sentence: string;
}

/**
 * Events that are what was written, as the chain shows, and yet have not the shape of their type: a newer Rostrum wrote
 * them, or a rule let something through. Nobody has tampered with them.
 */
export interface Unreadable {
  readonly stream: StreamId;
  /** The first of them. */
  readonly version: number;
  /** How many there are in the stream, up to its first fault. */
  readonly events: number;
  /** One sentence: what is wrong with the first. */
  readonly sentence: string;
}

export interface Verification {
  readonly streams: number;
  /** Events whose link and shape were checked. */
  readonly events: number;
  /** The first fault of each broken stream. */
  readonly faults: readonly Fault[];
  /** Streams with events that cannot be read. */
  readonly unreadable: readonly Unreadable[];
  /** The public keys under which streams are signed. More than one: the master key was another one once, or somebody signs with theirs. */
  readonly signers: readonly string[];
}

export interface VerifyOptions {
  /** Absent: every stream. */
  readonly streams?: readonly StreamId[];
  /** Public keys of this installation that are known from elsewhere. Absent: any key will do, and `signers` says which there are. */
  readonly trusted?: readonly string[];
  /** Told how many events have been checked so far. */
  readonly progress?: (events: number) => void;
}

/** Walks the hash chain of streams and reports the first broken event of each, and apart from that what cannot be read. Changes nothing. */
export async function verifyLedger(
  pool: Pool,
  { streams, trusted, progress }: VerifyOptions = {},
): Promise<Verification> {
  const ids = streams ?? (await streamsToVerify(pool));
  const faults: Fault[] = [];
  const unreadable: Unreadable[] = [];
  const signers = new Set<string>();
  let events = 0;
  for (const stream of ids) {
    const odd = new Odd(stream);
    // One snapshot a stream: what is appended meanwhile is seen whole, head and event, or not at all.
    const fault = await snapshot(pool, async (connection) => {
      const { fault, signer } = await verifyStream(connection, stream, odd, (n) => {
        events += n;
        progress?.(events);
      });
      if (signer) signers.add(signer);
      return fault ?? faultOfSigner(stream, signer, trusted);
    });
    if (fault) faults.push(fault);
    if (odd.found) unreadable.push(odd.found);
  }
  return { streams: ids.length, events, faults, unreadable, signers: [...signers].sort() };
}

/** Gathers what cannot be read of a stream. */
class Odd {
  found: Unreadable | undefined;
  readonly #stream: StreamId;

  constructor(stream: StreamId) {
    this.#stream = stream;
  }

  look(entry: Entry): void {
    const why = oddityOf(entry);
    if (why === null) return;
    const { version, type } = entry.event;
    const sentence = `${this.#stream}: event ${version} (${type}) cannot be read: ${why}`;
    const first = this.found ?? { stream: this.#stream, version, events: 0, sentence };
    this.found = { ...first, events: first.events + 1 };
  }
}

/** Every stream that has a head or an event, so that neither can be left out by removing the other. */
async function streamsToVerify(pool: Pool): Promise<StreamId[]> {
  const { rows } = await pool.query<{ id: StreamId }>(
    'select id from stream where version > 0 union select distinct stream from ledger order by id',
  );
  return rows.map((r) => r.id);
}

async function verifyStream(
  connection: Connection,
  stream: StreamId,
  odd: Odd,
  count: (events: number) => void,
): Promise<{ fault: Fault | null; signer?: string | null }> {
  const head = await signedHead(connection, stream);
  let last: { version: number; hash: Buffer } = { version: 0, hash: GENESIS };
  for await (const page of readEntries(connection, stream)) {
    for (const entry of page) {
      const fault = faultOf(last, entry);
      if (fault?.kind === 'changed') return { fault: (await misplaced(connection, entry)) ?? fault };
      if (fault) return { fault };
      odd.look(entry);
      last = { version: entry.event.version, hash: entry.hash };
    }
    count(page.length);
  }
  const fault = headFault(stream, head, last);
  return fault || !head ? { fault } : { fault: null, signer: signerOf(headText(head), head.signature) };
}

async function signedHead(connection: Connection, stream: StreamId): Promise<SignedHead | undefined> {
  const { rows } = await connection.query<SignedHead>({
    name: 'signed-head',
    text: 'select id as stream, version, hash, owner, signature from stream where id = $1 and version > 0',
    values: [stream],
  });
  return rows[0];
}

/** `signer`: undefined where it was not looked at. */
function faultOfSigner(
  stream: StreamId,
  signer: string | null | undefined,
  trusted: readonly string[] | undefined,
): Fault | null {
  if (signer === undefined || (signer !== null && (trusted?.includes(signer) ?? true))) return null;
  const how =
    signer === null
      ? 'does not bear the signature that belongs to it'
      : `is signed with the key ${signer}, which is none of those that are known`;
  const who = 'whoever wrote to the stream last, or changed whose it is, did not have the master key';
  return { stream, version: 0, kind: 'signature', sentence: `${stream}: its head ${how}; ${who}.` };
}

function faultOf(last: { version: number; hash: Buffer }, { event, text, hash }: Entry): Fault | null {
  const { stream, version, type } = event;
  if (version !== last.version + 1) {
    const missing = last.version + 1;
    return {
      stream,
      version: missing,
      kind: 'missing',
      sentence: `${stream}: event ${missing} is missing; after ${last.version} comes ${version}.`,
    };
  }
  if (linkOf(last.hash, event, text).equals(hash)) return null;
  return {
    stream,
    version,
    kind: 'changed',
    sentence: `${stream}: event ${version} (${type}) is not what was written; its heading, body or link was changed.`,
  };
}

/** An event that fits the chain at another place of its stream was moved, not changed. */
async function misplaced(connection: Connection, { event, text, hash }: Entry): Promise<Fault | null> {
  let before: Buffer = GENESIS;
  for await (const page of readEntries(connection, event.stream)) {
    for (const there of page) {
      const heading = { ...event, version: there.event.version };
      // When neighbours were exchanged, the link before the place is now found at the place.
      const fits = [before, there.hash].some((previous) => linkOf(previous, heading, text).equals(hash));
      if (fits && heading.version !== event.version) {
        return {
          stream: event.stream,
          version: event.version,
          kind: 'reordered',
          sentence: `${event.stream}: event ${event.version} (${event.type}) was written as event ${heading.version}; events were reordered.`,
        };
      }
      before = there.hash;
    }
  }
  return null;
}

/** Why an event does not have the shape of its type; null when it does. */
function oddityOf(entry: Entry): string | null {
  const { stream, type } = entry.event;
  const shape = isKind(processTypeOf(stream)) ? entryOf(processOf(stream).events, type) : undefined;
  if (!shape) return 'this Rostrum knows no event of that type; update it.';
  try {
    const result = shape.safeParse(current(entry).body);
    if (result.success) return null;
    const issue = result.error.issues[0];
    return `${issue?.path.join('.') || 'its body'}: ${issue?.message ?? 'does not fit'}.`;
  } catch (error) {
    return (error as Error).message;
  }
}

function headFault(
  stream: StreamId,
  head: SignedHead | undefined,
  last: { version: number; hash: Buffer },
): Fault | null {
  const fault = (version: number, kind: FaultKind, what: string): Fault => {
    return { stream, version, kind, sentence: `${stream}: ${what}` };
  };
  if (!head)
    return fault(last.version, 'head', `${last.version} events are in the ledger, but the stream has no head.`);
  if (head.version > last.version) {
    const missing = last.version + 1;
    return fault(missing, 'missing', `event ${missing} is missing; the head says that there are ${head.version}.`);
  }
  if (head.version < last.version) {
    return fault(last.version, 'head', `the head stops at event ${head.version}, the ledger at ${last.version}.`);
  }
  if (head.hash.equals(last.hash)) return null;
  return fault(last.version, 'head', `the link in the head is not that of event ${last.version}.`);
}

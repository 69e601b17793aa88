import type { StreamId } from '../contracts/ids.ts';
import { processOf } from '../domain/kinds.ts';
import type { Connection, Pool } from './connection.ts';
import { linkOf } from './hash.ts';
import type { KeyRing } from './keys.ts';
import { current, type Entry, GENESIS, type Head, headsOf, readSpans, type SignedHead } from './ledger.ts';
import { headText } from './signature.ts';
import { readSnapshots, type Snapshot } from './snapshots.ts';

/** A stream folded up to a version, with the chain's link there. */
export interface Folded {
  readonly stream: StreamId;
  state: unknown;
  version: number;
  hash: Buffer;
  /** Whose it was when that was proven last; null: nobody's, or not known. */
  owner: StreamId | null;
  /** The version of the snapshot that exists, 0 for none. */
  snapshot: number;
  /** How much text it was made from, in characters: by that whoever keeps folds knows what it takes to keep this one. */
  weight: number;
}

/** A stream that is to be folded up to where its row says that it stands. */
export interface Wanted extends SignedHead {
  /** A fold of it, of this version or an earlier one, that is folded on and changed; absent: it is folded anew. */
  readonly have?: Folded | undefined;
}

/**
 * Folds many streams, each up to where it stands: from the fold that is at hand, or else from its snapshot when there is one
 * to be believed, or else from the beginning. It takes one query for all snapshots, and so many for the events as they
 * fill pages, however many streams there are. No stream may be named twice. A fold at hand that the ledger does not go on
 * from, since a database that was restored has lost what it was made of, is as good as none.
 *
 * What was read is believed only if each event is linked to the one before it, and the installation has signed where that
 * ends: whoever writes to the database without the master key decides nothing and opens nothing.
 * @param keys null: nothing is proven, and nobody is to be let in by it
 * @throws Forged
 */
export async function foldMany(
  connection: Connection | Pool,
  keys: Pick<KeyRing, 'verifier'> | null,
  wanted: readonly Wanted[],
): Promise<Map<StreamId, Folded>> {
  const folds = await begun(connection, keys, wanted);
  const spans = wanted.map(({ stream, version }) => ({ stream, after: folds.get(stream)!.version, upTo: version }));
  const unproven = new Set(wanted.filter((w) => w.have).map((w) => w.stream));
  const strange = new Set<StreamId>();
  for await (const page of readSpans(connection, spans)) {
    for (const entry of page) {
      const folded = folds.get(entry.event.stream)!;
      const first = unproven.delete(folded.stream);
      if ((first || keys) && !strange.has(folded.stream) && !isNext(folded, entry)) {
        if (!first) throw new Forged(folded.stream);
        strange.add(folded.stream);
      }
      if (!strange.has(folded.stream)) add(folded, entry);
    }
  }
  for (const { stream, after } of spans) {
    const folded = folds.get(stream)!;
    if (folded.version > after) processOf(stream).caughtUp?.(folded.state);
  }
  if (keys) {
    for (const [i, head] of wanted.entries()) {
      const folded = folds.get(head.stream)!;
      // A fold at hand was proven, or written, when it came to hand.
      const same = head.have && spans[i]!.after === head.version && folded.owner === head.owner;
      if (same || strange.has(head.stream)) continue;
      prove(keys, head, folded);
      folded.owner = head.owner;
    }
  }
  if (!strange.size) return folds;
  const anew = wanted.filter((w) => strange.has(w.stream)).map(({ have: _, ...head }) => head);
  return new Map([...folds, ...(await foldMany(connection, keys, anew))]);
}

/** Somebody who does not have the master key has written to a stream. */
export class Forged extends Error {
  override name = 'Forged';

  constructor(stream: StreamId) {
    super(
      `What the ledger says of ${stream} was not written by this installation: see what is wrong with it by rostrum ledger verify, and put it back from a backup.`,
    );
  }
}

/** @throws Forged, where the installation has not signed what was read */
export function prove(
  { verifier }: Pick<KeyRing, 'verifier'>,
  head: SignedHead,
  folded: Pick<Folded, 'version' | 'hash'>,
): void {
  if (head.version === 0) return;
  if (!isAt(folded, head) || !verifier.isSigned(headText(head), head.signature)) throw new Forged(head.stream);
}

/** Whether an entry's link in the chain begins where a fold ends. */
function isNext(folded: Folded, { event, text, hash }: Entry): boolean {
  const { body: _, ...heading } = event;
  return linkOf(folded.hash, heading, text).equals(hash);
}

/** The link of an entry that comes after another one. @throws Forged, where it is not the one that stands there */
export function linked(before: Buffer, { event, text, hash }: Entry): Buffer {
  const { body: _, ...heading } = event;
  if (!linkOf(before, heading, text).equals(hash)) throw new Forged(event.stream);
  return hash;
}

/** Whether a fold is what a stream stands at: the same version, and the same history. */
export function isAt(
  folded: Pick<Folded, 'version' | 'hash'> | undefined,
  { version, hash }: Pick<Head, 'version' | 'hash'>,
): boolean {
  return folded !== undefined && folded.version === version && folded.hash.equals(hash);
}

/** A fold to go on from, if it is of the stream's past or present, and not of what a database has lost. */
export function startFrom(folded: Folded | undefined, head: Pick<Head, 'version' | 'hash'>): Folded | undefined {
  return folded && (folded.version < head.version || isAt(folded, head)) ? folded : undefined;
}

/** The folds to go on from. */
async function begun(
  connection: Connection | Pool,
  keys: Pick<KeyRing, 'verifier'> | null,
  wanted: readonly Wanted[],
): Promise<Map<StreamId, Folded>> {
  const anew = wanted.filter((w) => !w.have && w.version > 0);
  const upTo = anew.map(({ stream, version }) => ({
    stream,
    stateVersion: processOf(stream).stateVersion,
    upTo: version,
  }));
  const snapshots = keys ? await readSnapshots(connection, keys, upTo) : new Map<StreamId, Snapshot>();
  return new Map(wanted.map(({ stream, have }) => [stream, have ?? beginning(stream, snapshots.get(stream))]));
}

function beginning(stream: StreamId, snapshot: Snapshot | undefined): Folded {
  if (!snapshot) return unfolded(stream);
  const { version, hash, frozen, weight } = snapshot;
  return { stream, state: processOf(stream).thaw(frozen), version, hash, owner: null, snapshot: version, weight };
}

/** A stream that nothing was ever written to. */
export function unfolded(stream: StreamId): Folded {
  return {
    stream,
    state: processOf(stream).initial(stream),
    version: 0,
    hash: GENESIS,
    owner: null,
    snapshot: 0,
    weight: 0,
  };
}

/** The same fold once more, to be folded on while somebody looks at the one that is given. */
export function copyOf(folded: Folded): Folded {
  return { ...folded, state: processOf(folded.stream).copy(folded.state) };
}

function add(folded: Folded, entry: Entry): void {
  folded.state = processOf(folded.stream).evolve(folded.state, current(entry));
  folded.version = entry.event.version;
  folded.hash = entry.hash;
  folded.weight += entry.text.length;
}

/** Streams as the ledger says they stand, folded anew; one that nothing was ever written to is at its beginning. */
export async function foldNow(
  connection: Connection | Pool,
  keys: Pick<KeyRing, 'verifier'>,
  streams: readonly StreamId[],
): Promise<Map<StreamId, Folded>> {
  const heads = await headsOf(connection, streams);
  const beginning = (stream: StreamId) => ({ stream, version: 0, hash: GENESIS, owner: null, signature: null });
  return foldMany(
    connection,
    keys,
    streams.map((stream) => heads.get(stream) ?? beginning(stream)),
  );
}

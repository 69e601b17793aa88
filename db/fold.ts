import type { StreamId } from '../contracts/ids.ts';
import { processOf } from '../domain/kinds.ts';
import type { Connection, Pool } from './connection.ts';
import { linkOf } from './hash.ts';
import { current, type Entry, GENESIS, type Head, headsOf, readSpans } from './ledger.ts';
import { readSnapshots, type Snapshot } from './snapshots.ts';

/** A stream folded up to a version, with the chain's link there. */
export interface Folded {
  readonly stream: StreamId;
  state: unknown;
  version: number;
  hash: Buffer;
  /** The version of the snapshot that exists, 0 for none. */
  snapshot: number;
  /** How much text it was made from, in characters: by that whoever keeps folds knows what it takes to keep this one. */
  weight: number;
}

/** A stream that is to be folded up to a version. */
export interface Wanted {
  readonly stream: StreamId;
  readonly version: number;
  /** A fold of it, of this version or an earlier one, that is folded on and changed; absent: it is folded anew. */
  readonly have?: Folded | undefined;
}

/**
 * Folds many streams, each up to its version: from the fold that is at hand, or else from its snapshot when there is one
 * to be believed, or else from the beginning. It takes one query for all snapshots, and so many for the events as they
 * fill pages, however many streams there are. No stream may be named twice. A fold at hand that the ledger does not go on
 * from, since a database that was restored has lost what it was made of, is as good as none.
 */
export async function foldMany(
  connection: Connection | Pool,
  wanted: readonly Wanted[],
): Promise<Map<StreamId, Folded>> {
  const folds = await begun(connection, wanted);
  const spans = wanted.map(({ stream, version }) => ({ stream, after: folds.get(stream)!.version, upTo: version }));
  const unproven = new Set(wanted.filter((w) => w.have).map((w) => w.stream));
  const strange = new Set<StreamId>();
  for await (const page of readSpans(connection, spans)) {
    for (const entry of page) {
      const folded = folds.get(entry.event.stream)!;
      if (unproven.delete(folded.stream) && !isNext(folded, entry)) strange.add(folded.stream);
      if (!strange.has(folded.stream)) add(folded, entry);
    }
  }
  for (const { stream, after } of spans) {
    const folded = folds.get(stream)!;
    if (folded.version > after) processOf(stream).caughtUp?.(folded.state);
  }
  if (!strange.size) return folds;
  const anew = wanted.filter((w) => strange.has(w.stream)).map(({ stream, version }) => ({ stream, version }));
  return new Map([...folds, ...(await foldMany(connection, anew))]);
}

/** Whether an entry's link in the chain begins where a fold ends. */
function isNext(folded: Folded, { event, text, hash }: Entry): boolean {
  const { body: _, ...heading } = event;
  return linkOf(folded.hash, heading, text).equals(hash);
}

/** Whether a fold is what a stream stands at: the same version, and the same history. */
export function isAt(folded: Folded | undefined, { version, hash }: Pick<Head, 'version' | 'hash'>): boolean {
  return folded !== undefined && folded.version === version && folded.hash.equals(hash);
}

/** A fold to go on from, if it is of the stream's past or present, and not of what a database has lost. */
export function startFrom(folded: Folded | undefined, head: Pick<Head, 'version' | 'hash'>): Folded | undefined {
  return folded && (folded.version < head.version || isAt(folded, head)) ? folded : undefined;
}

/** The folds to go on from. */
async function begun(connection: Connection | Pool, wanted: readonly Wanted[]): Promise<Map<StreamId, Folded>> {
  const anew = wanted.filter((w) => !w.have && w.version > 0);
  const snapshots = await readSnapshots(
    connection,
    anew.map(({ stream, version }) => ({ stream, stateVersion: processOf(stream).stateVersion, upTo: version })),
  );
  return new Map(wanted.map(({ stream, have }) => [stream, have ?? beginning(stream, snapshots.get(stream))]));
}

function beginning(stream: StreamId, snapshot: Snapshot | undefined): Folded {
  if (!snapshot) return unfolded(stream);
  const { version, hash, frozen, weight } = snapshot;
  return { stream, state: processOf(stream).thaw(frozen), version, hash, snapshot: version, weight };
}

/** A stream that nothing was ever written to. */
export function unfolded(stream: StreamId): Folded {
  return { stream, state: processOf(stream).initial(stream), version: 0, hash: GENESIS, snapshot: 0, weight: 0 };
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
  streams: readonly StreamId[],
): Promise<Map<StreamId, Folded>> {
  const heads = await headsOf(connection, streams);
  return foldMany(
    connection,
    streams.map((stream) => ({ stream, version: heads.get(stream)?.version ?? 0 })),
  );
}

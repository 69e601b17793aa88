import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { type Connection, isOfDatabase, type Pool } from '../../db/connection.ts';
import { type Folded, foldMany, linked, prove } from '../../db/fold.ts';
import type { KeyRing } from '../../db/keys.ts';
import { current, GENESIS, headsOf, readEntries } from '../../db/ledger.ts';
import { type Difference, type Found, Shadow } from '../../db/projections/shadow.ts';
import { PROJECTION_TABLES } from '../../db/projections/tables.ts';
import { processOf } from '../../domain/kinds.ts';
import { emptyOrganisation } from '../../domain/organisation/organisation.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { Context, Recorded } from '../../domain/process.ts';
import { projectionOf } from '../../engine/projections.ts';

export interface Rebuild {
  readonly streams: number;
  readonly events: number;
  /** Rows in which the live projections were not what the ledger says; at most `MOST_TOLD` a table. */
  readonly differences: readonly Difference[];
  /** A sentence for each stream that cannot be folded or unsealed, and whose rows were therefore left as they are. */
  readonly unreadable: readonly string[];
}

export interface RebuildOptions {
  readonly keys: KeyRing;
  /** `rewrite`: the projections are what the ledger says afterwards; `compare`: nothing changes. */
  readonly mode: 'rewrite' | 'compare';
  readonly progress?: (events: number) => void;
}

const MOST_TOLD = 20;

/** A comparison looks at so many events in one moment, or at one stream that has more. */
const EVENTS_A_LOOK = 5000;
const STREAMS_A_LOOK = 100;

/**
 * Folds every stream from its first event, without snapshots, and makes its projections anew beside the live ones. A
 * comparison looks at some streams at a time, each time at one moment, and keeps nobody waiting. A rewrite puts what was
 * made into the place of what is wrong, one stream after the other, and only that stream's commands wait meanwhile.
 */
export function rebuild(pool: Pool, options: RebuildOptions): Promise<Rebuild> {
  return Shadow.during(pool, async (shadow) => {
    const maker = new Maker(shadow.connection, options.keys, options.progress);
    const streams = await streamsInOrder(shadow.connection);
    const { events, found } = await (options.mode === 'compare' ? compare : rewrite)(shadow, maker, streams);
    return { streams: streams.length, events, differences: told(found), unreadable: [...maker.unreadable.values()] };
  });
}

interface Standing {
  readonly id: StreamId;
  readonly version: number;
}

/** The organisation first, since all the others are read in its light. */
async function streamsInOrder(connection: Connection): Promise<Standing[]> {
  const { rows } = await connection.query<Standing>(
    'select id, version from stream where version > 0 order by id <> $1, id',
    [ORGANISATION],
  );
  return rows;
}

interface Outcome {
  readonly events: number;
  readonly found: readonly Found[];
}

async function compare(shadow: Shadow, maker: Maker, streams: readonly Standing[]): Promise<Outcome> {
  const first = await differencesOf(shadow, maker, streams);
  const { events } = maker;
  // When the organisation has just changed, plans are as they were before until their streams have had a turn.
  const suspect = new Set(first.map((f) => f.stream));
  const again = streams.filter((s) => suspect.has(s.id));
  return { events, found: [...(await differencesOf(shadow, maker, again)), ...(await shadow.strays(MOST_TOLD))] };
}

async function differencesOf(shadow: Shadow, maker: Maker, streams: readonly Standing[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const some of looks(streams)) {
    const differences = await shadow.look(async () => {
      const made: StreamId[] = [];
      for (const stream of some) if (await maker.make(stream)) made.push(stream);
      return shadow.differences(made, MOST_TOLD);
    });
    found.push(...differences);
  }
  return found;
}

/** Short streams are looked at together. */
function* looks(streams: readonly Standing[]): Generator<StreamId[]> {
  let some: StreamId[] = [];
  let events = 0;
  for (const { id, version } of streams) {
    if (some.length && (events + version > EVENTS_A_LOOK || some.length === STREAMS_A_LOOK)) {
      yield some;
      some = [];
      events = 0;
    }
    some.push(id);
    events += version;
  }
  if (some.length) yield some;
}

async function rewrite(shadow: Shadow, maker: Maker, streams: readonly Standing[]): Promise<Outcome> {
  const found: Found[] = [];
  for (const { id } of streams) {
    const wrong = await shadow.hold(id, async () => {
      const made = await maker.make(id);
      const differences = made ? await shadow.differences([id], MOST_TOLD) : [];
      for (const table of new Set(differences.map((d) => d.table))) await shadow.adopt(table, id);
      return differences;
    });
    found.push(...wrong);
  }
  const strays = await shadow.strays(MOST_TOLD);
  for (const table of new Set(strays.map((s) => s.table))) await shadow.deleteStrays(table);
  return { events: maker.events, found: [...found, ...strays] };
}

/** The first of each table, by their keys. */
function told(found: readonly Found[]): Difference[] {
  return PROJECTION_TABLES.flatMap((table) =>
    found
      .filter((f) => f.table === table)
      .sort((a, b) => (a.row < b.row ? -1 : 1))
      .slice(0, MOST_TOLD)
      .map(({ stream: _stream, ...difference }) => difference),
  );
}

/** Makes the projections of one stream after the other. */
class Maker {
  events = 0;
  readonly unreadable = new Map<StreamId, string>();
  readonly #connection: Connection;
  readonly #keys: KeyRing;
  readonly #progress: ((events: number) => void) | undefined;
  #organisation: Folded | undefined;

  constructor(connection: Connection, keys: KeyRing, progress?: (events: number) => void) {
    this.#connection = connection;
    this.#keys = keys;
    this.#progress = progress;
  }

  /** False, with a sentence among the unreadable ones, when what the ledger says of the stream makes no sense. */
  async make(stream: StreamId): Promise<boolean> {
    try {
      await this.#make(stream);
      return true;
    } catch (error) {
      if (isOfDatabase(error)) throw error;
      this.unreadable.set(stream, `${stream} cannot be folded: ${(error as Error).message}`);
      return false;
    }
  }

  async #make(stream: StreamId): Promise<void> {
    const process = processOf(stream);
    let state = process.initial(stream);
    let [version, now] = [0, 0];
    let hash: Buffer = GENESIS;
    const head = (await headsOf(this.#connection, [stream])).get(stream);
    for await (const page of readEntries(this.#connection, stream)) {
      for (const entry of page) hash = linked(hash, entry);
      const events = page.map(current);
      for (const event of events) state = process.evolve(state, event);
      ({ version, at: now } = events[events.length - 1]!);
      await this.#project(stream, state, events);
      this.events += events.length;
      this.#progress?.(this.events);
    }
    // What somebody else has written is not made into what views are opened by.
    if (head) prove(this.#keys, head, { version, hash });
    if (stream === ORGANISATION)
      this.#organisation = { stream, state, version, hash, owner: null, snapshot: 0, weight: 0 };
    // Plans are made by looking, not by an event: this look makes them, and the projection writes them down. Whatever
    // watches others has none.
    if (process.watches(state).length === 0) process.status(state, await this.#contextAt(now));
    await this.#project(stream, state, []);
  }

  /** Waits for every write, so that the one that fails is the one that is told of. */
  async #project(stream: StreamId, state: unknown, events: readonly Recorded[]): Promise<void> {
    const writes: Promise<unknown>[] = [];
    const defer = (write: Promise<unknown>) => {
      write.catch(() => undefined);
      writes.push(write);
    };
    await projectionOf(stream)(state, events, { connection: this.#connection, defer, keys: this.#keys });
    await Promise.all(writes);
  }

  /** The organisation as it stands in the transaction that is under way. */
  async #contextAt(now: number): Promise<Context> {
    const head = (await headsOf(this.#connection, [ORGANISATION])).get(ORGANISATION);
    if (head && head.version !== this.#organisation?.version) {
      const have = this.#organisation && { ...this.#organisation };
      this.#organisation = (await foldMany(this.#connection, this.#keys, [{ ...head, have }])).get(ORGANISATION);
    }
    const organisation = (this.#organisation?.state as OrganisationState | undefined) ?? emptyOrganisation();
    return { now, organisation, child: () => undefined, secretOf: (purpose) => this.#keys.secretOf(purpose) };
  }
}

import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { type Connection, type Pool, transaction } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import { current, readEntries } from '../../db/ledger.ts';
import { type Difference, differences, keepCopy } from '../../db/projections/difference.ts';
import { PROJECTIONS } from '../../db/projections/tables.ts';
import { emptyOrganisation } from '../../domain/organisation/organisation.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { Context, Recorded } from '../../domain/process.ts';
import { kindOf } from '../advance/processes.ts';

export interface Rebuild {
  readonly streams: number;
  readonly events: number;
  /** Rows in which the live projections were not what the ledger says; at most `MOST_TOLD` a table. */
  readonly differences: readonly Difference[];
}

export interface RebuildOptions {
  readonly keys: KeyRing;
  /** `rewrite`: the projections are what the ledger says afterwards; `compare`: nothing changes. */
  readonly mode: 'rewrite' | 'compare';
  readonly progress?: (events: number) => void;
}

const MOST_TOLD = 20;

/** Undoes a comparison. */
class Undo extends Error {}

/**
 * Folds every stream from its first event, without snapshots, and writes all projections anew, in one transaction.
 * `advance` waits meanwhile; readers see the old rows until the end. A comparison is the same work, undone.
 */
export async function rebuild(pool: Pool, options: RebuildOptions): Promise<Rebuild> {
  let result: Rebuild | undefined;
  try {
    await transaction(pool, async (connection) => {
      result = await rebuildIn(connection, options);
      if (options.mode === 'compare') throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return result!;
}

async function rebuildIn(connection: Connection, { keys, progress }: RebuildOptions): Promise<Rebuild> {
  // Taken before anything is read: it waits for whoever holds a stream, and keeps everybody else from taking one.
  await connection.query('lock table stream in exclusive mode');
  for (const table of PROJECTIONS) {
    await keepCopy(connection, table);
    await connection.query(`delete from ${table}`);
  }
  const maker = new Maker(connection, keys, progress);
  const streams = await streamsInOrder(connection);
  for (const stream of streams) await maker.make(stream);
  const found: Difference[] = [];
  for (const table of PROJECTIONS) found.push(...(await differences(connection, table, MOST_TOLD)));
  return { streams: streams.length, events: maker.events, differences: found };
}

/** The organisation first, since all the others are read in its light. */
async function streamsInOrder(connection: Connection): Promise<StreamId[]> {
  const { rows } = await connection.query<{ id: StreamId }>(
    'select id from stream where version > 0 order by id <> $1, id',
    [ORGANISATION],
  );
  return rows.map((r) => r.id);
}

/** Makes the projections of one stream after the other. */
class Maker {
  events = 0;
  readonly #connection: Connection;
  readonly #keys: KeyRing;
  readonly #progress: ((events: number) => void) | undefined;
  #organisation: OrganisationState = emptyOrganisation();

  constructor(connection: Connection, keys: KeyRing, progress?: (events: number) => void) {
    this.#connection = connection;
    this.#keys = keys;
    this.#progress = progress;
  }

  async make(stream: StreamId): Promise<void> {
    const { process } = kindOf(stream);
    let state = process.initial(stream);
    let now = 0;
    for await (const page of readEntries(this.#connection, stream)) {
      const events = page.map(current);
      for (const event of events) state = process.evolve(state, event);
      now = events[events.length - 1]!.at;
      await this.#project(stream, state, events);
      this.events += events.length;
      this.#progress?.(this.events);
    }
    if (stream === ORGANISATION) this.#organisation = state as OrganisationState;
    // Plans are made by looking, not by an event: this look makes them, and the projection writes them down.
    process.status(state, await this.#contextOf(process.watches(state), now));
    await this.#project(stream, state, []);
  }

  /** Waits for every write, so that the one that fails is the one that is told of. */
  async #project(stream: StreamId, state: unknown, events: readonly Recorded[]): Promise<void> {
    const writes: Promise<unknown>[] = [];
    const defer = (write: Promise<unknown>) => {
      write.catch(() => undefined);
      writes.push(write);
    };
    await kindOf(stream).project(state, events, { connection: this.#connection, defer, keys: this.#keys });
    await Promise.all(writes);
  }

  async #contextOf(watched: readonly StreamId[], now: number): Promise<Context> {
    const children = new Map<StreamId, unknown>();
    for (const child of watched) {
      const { process } = kindOf(child);
      let state = process.initial(child);
      let seen = 0;
      for await (const page of readEntries(this.#connection, child)) {
        for (const entry of page) state = process.evolve(state, current(entry));
        seen += page.length;
      }
      if (seen) children.set(child, state);
    }
    return { now, organisation: this.#organisation, child: (id) => children.get(id) };
  }
}

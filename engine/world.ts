import type { Instant, StreamId } from '../contracts/ids.ts';
import type { Connection } from '../db/connection.ts';
import { type Folded, foldMany } from '../db/fold.ts';
import { type Head, headsOf } from '../db/ledger.ts';
import { type Held, lateBelow, lockStreams } from '../db/standing.ts';
import type { Late, Need, Stood, Supply } from '../domain/turn/world.ts';
import type { Engine } from './parts.ts';

/** A fold in the hands of one turn, as the turn sees it. */
class Hand implements Stood {
  readonly folded: Folded;
  readonly owner: StreamId | null;
  /** When its latest event was recorded by others. */
  readonly at: Instant;

  constructor(folded: Folded, { owner, at }: Head) {
    this.folded = folded;
    this.owner = owner;
    this.at = at;
  }

  get stream(): StreamId {
    return this.folded.stream;
  }

  get state(): unknown {
    return this.folded.state;
  }

  set state(state: unknown) {
    this.folded.state = state;
  }

  get version(): number {
    return this.folded.version;
  }

  set version(version: number) {
    this.folded.version = version;
  }
}

/** Supplies one turn with what it needs, out of the database and the folds at hand. */
export class World {
  /** The rows of the streams that are locked. */
  readonly held = new Map<StreamId, Held>();
  readonly #engine: Engine;
  readonly #connection: Connection;
  readonly #main: StreamId;
  readonly #hands = new Map<StreamId, Hand>();
  readonly #taken = new Set<StreamId>();

  constructor(engine: Engine, connection: Connection, main: StreamId) {
    this.#engine = engine;
    this.#connection = connection;
    this.#main = main;
  }

  async supply(need: Need): Promise<Supply> {
    switch (need.need) {
      case 'lock': {
        const { held } = await lockStreams(this.#connection, need.streams);
        for (const row of held.values()) this.held.set(row.stream, row);
        return this.hands([...held.values()]);
      }
      case 'read':
        return this.hands([...(await headsOf(this.#connection, need.streams)).values()]);
      case 'late':
        return this.#late(need.now);
      case 'keys':
        await this.#engine.keys.ready(need.people);
        return undefined;
    }
  }

  /** Folds streams up to where they stand, in a number of queries that does not grow with theirs. */
  async hands(heads: readonly Head[]): Promise<Map<StreamId, Stood>> {
    const wanted: { stream: StreamId; version: number; have: Folded | undefined }[] = [];
    for (const { stream, version, hash } of heads) {
      const found = this.#hands.get(stream)?.folded ?? (await this.#take(stream));
      const differs = found && (found.version > version || (found.version === version && !found.hash.equals(hash)));
      wanted.push({ stream, version, have: differs ? undefined : found });
    }
    const folds = await foldMany(this.#connection, wanted);
    const found = new Map<StreamId, Stood>();
    for (const head of heads) {
      const hand = new Hand(folds.get(head.stream)!, head);
      this.#hands.set(head.stream, hand);
      found.set(head.stream, hand);
    }
    return found;
  }

  folded(stream: StreamId): Folded {
    return this.#hands.get(stream)!.folded;
  }

  /** Gives the folds back: as they are after a commit, or not at all when the turn has failed. */
  release(committed: boolean): Folded[] {
    const folds = committed ? [...this.#hands.values()].map((h) => h.folded) : [];
    const byStream = new Map(folds.map((f) => [f.stream, f]));
    for (const stream of this.#taken) this.#engine.cache.giveBack(stream, byStream.get(stream));
    this.#taken.clear();
    return folds;
  }

  async #take(stream: StreamId): Promise<Folded | undefined> {
    const { folded, held } = await this.#engine.cache.take(stream);
    if (held) this.#taken.add(stream);
    return folded;
  }

  async #late(now: Instant): Promise<readonly Late[]> {
    return lateBelow(this.#connection, this.#main, now);
  }
}

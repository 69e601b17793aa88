import type { Instant, StreamId } from '../contracts/ids.ts';
import type { Connection } from '../db/connection.ts';
import { copyOf, type Folded, foldMany, isAt, startFrom, type Wanted } from '../db/fold.ts';
import type { HeldKeys } from '../db/keys.ts';
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
  readonly trouble: boolean;
  readonly #was: number;

  constructor(folded: Folded, { owner, at, trouble }: Head & Partial<Pick<Held, 'trouble'>>) {
    this.folded = folded;
    this.owner = owner;
    this.at = at;
    this.trouble = trouble != null;
    this.#was = folded.version;
  }

  /** Whether the turn has folded it on. */
  get hasMoved(): boolean {
    return this.folded.version !== this.#was;
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

/** How a turn ended: written down; to be taken again from the beginning, by no rule's fault; or by a failure. */
export type Ending = 'committed' | 'again' | 'failed';

/**
 * Supplies one turn with what it needs, out of the database and the folds at hand. Rows come before folds: a fold is taken
 * by whoever has locked its stream, and shared by whoever only looks at it.
 */
export class World {
  /** The rows of the streams that are locked. */
  readonly held = new Map<StreamId, Held>();
  /** The keys of the people whom this turn is about. */
  readonly keys: HeldKeys;
  readonly #engine: Engine;
  readonly #connection: Connection;
  readonly #main: StreamId;
  readonly #hands = new Map<StreamId, Hand>();
  readonly #taken = new Set<StreamId>();
  readonly #watched = new Map<StreamId, Folded>();

  constructor(engine: Engine, connection: Connection, main: StreamId) {
    this.#engine = engine;
    this.keys = engine.keys.held();
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
        return this.#read(need.streams);
      case 'anew':
        return this.#anew(need.streams);
      case 'late':
        return this.#late(need.now);
      case 'keys':
        await this.keys.ready(need.owners);
        return undefined;
    }
  }

  /** What is in hand stays as it is. */
  async #anew(streams: readonly StreamId[]): Promise<Map<StreamId, Stood>> {
    const rows = streams.map((stream) => this.held.get(stream)!);
    const folds = await foldMany(this.#connection, this.#engine.keys, rows);
    return new Map(rows.map((row) => [row.stream, new Hand(folds.get(row.stream)!, row)]));
  }

  /** Folds streams that are locked up to where they stand, in a number of queries that does not grow with theirs. */
  async hands(heads: readonly Head[]): Promise<Map<StreamId, Stood>> {
    const wanted: Wanted[] = [];
    for (const head of heads) {
      this.#unwatch(head.stream);
      wanted.push({ ...head, have: startFrom(await this.#take(head.stream), head) });
    }
    const folds = await foldMany(this.#connection, this.#engine.keys, wanted);
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

  /**
   * Gives the folds back that are as the ledger has them, and the right to the others. Those that are left out follow with
   * the next call.
   */
  release(ending: Ending, except: readonly Folded[] = []): void {
    for (const stream of [...this.#watched.keys()]) this.#unwatch(stream);
    const left = new Set(except.map((f) => f.stream));
    for (const stream of this.#taken) {
      if (left.has(stream)) continue;
      const hand = this.#hands.get(stream);
      const isSound = ending === 'committed' || (ending === 'again' && !hand?.hasMoved);
      this.#engine.cache.giveBack(stream, isSound ? hand?.folded : undefined);
      this.#taken.delete(stream);
    }
  }

  /** The folds of the streams that are locked. */
  get folds(): Folded[] {
    return [...this.#hands.values()].map((h) => h.folded);
  }

  /**
   * Streams as they stand, to be looked at. The folds at hand are held on to before it is asked how the streams stand: so
   * they are never ahead of the answer, and somebody who writes at the same time costs a copy, but never a fold from the
   * beginning.
   */
  async #read(streams: readonly StreamId[]): Promise<Map<StreamId, Stood>> {
    const { cache } = this.#engine;
    for (const [stream, folded] of await cache.watch(streams)) this.#watched.set(stream, folded);
    const heads = await headsOf(this.#connection, streams);
    const behind: Wanted[] = [];
    for (const head of heads.values()) {
      const folded = this.#watched.get(head.stream);
      if (isAt(folded, head) || this.#watchesAnother(head)) continue;
      const have = startFrom(folded, head);
      behind.push({ ...head, have: have && copyOf(have) });
    }
    for (const folded of (await foldMany(this.#connection, this.#engine.keys, behind)).values()) {
      this.#unwatch(folded.stream);
      cache.share(folded);
      this.#watched.set(folded.stream, folded);
    }
    return new Map([...heads.values()].map((head) => [head.stream, new Hand(this.#watched.get(head.stream)!, head)]));
  }

  /** Whether somebody of this process has folded a stream on meanwhile, to where it stands: that fold is looked at then. */
  #watchesAnother(head: Head): boolean {
    const { cache } = this.#engine;
    const folded = cache.watchNow(head.stream);
    if (!folded) return false;
    if (!isAt(folded, head)) {
      cache.unwatch(folded);
      return false;
    }
    this.#unwatch(head.stream);
    this.#watched.set(head.stream, folded);
    return true;
  }

  #unwatch(stream: StreamId): void {
    const folded = this.#watched.get(stream);
    if (folded) this.#engine.cache.unwatch(folded);
    this.#watched.delete(stream);
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

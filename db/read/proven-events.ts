import type { StreamId } from '../../contracts/ids.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Pool } from '../connection.ts';
import { Forged, isAt, linked, prove } from '../fold.ts';
import type { KeyRing } from '../keys.ts';
import { current, GENESIS, headsOf, readEntries, type SignedHead } from '../ledger.ts';

type Keys = Pick<KeyRing, 'verifier'>;

/** Where a stream stood when its links were proven, and what had happened in it until then of the types that were asked for. */
interface Reading {
  readonly version: number;
  readonly hash: Buffer;
  readonly events: readonly Recorded[];
  /** In characters of their text. */
  readonly weight: number;
}

/** Its weight is about what keeping it takes, so that readings which found nothing are bounded as well. */
const NOTHING_READ: Reading = { version: 0, hash: GENESIS, events: [], weight: 2000 };

/**
 * What has happened in a stream, of some types and oldest first, each linked to the one before and the last signed by the
 * installation; empty for a stream that is not there. All of it is read: only for what is rarely asked.
 * @throws Forged where somebody without the master key has written to it
 */
export async function provenEvents(
  pool: Pool,
  keys: Keys,
  stream: StreamId,
  types: readonly string[],
): Promise<readonly Recorded[]> {
  const head = (await headsOf(pool, [stream])).get(stream);
  return (await readOn(pool, keys, NOTHING_READ, { stream, types, head })).events;
}

interface Asked {
  readonly stream: StreamId;
  readonly types: readonly string[];
  readonly head: SignedHead | undefined;
}

async function readOn(pool: Pool, keys: Keys, from: Reading, { stream, types, head }: Asked): Promise<Reading> {
  let { version, hash, weight } = from;
  const found: Recorded[] = [];
  // A stream that is not there is looked for like any other: nobody learns by the time that it takes whether it is.
  for await (const page of readEntries(pool, stream, version, head?.version ?? 1)) {
    for (const entry of page) {
      version = entry.event.version;
      hash = linked(hash, entry);
      if (!types.includes(entry.event.type)) continue;
      found.push(current(entry));
      weight += entry.text.length;
    }
  }
  if (head) prove(keys, head, { version, hash });
  return { version, hash, events: [...from.events, ...found], weight };
}

/** How much is kept, in characters of the events that were asked for. */
const BUDGET = 10_000_000;
/** The link of each so many events of a stream is kept, once it is proven. */
const BETWEEN_LINKS = 500;
/** Of so many streams. */
const MOST_STREAMS = 1000;

/**
 * Reads proven events for many who ask for the same ones, one stream and one kind at a time: what was proven once is not
 * read again, however often the stream grows meanwhile. What is kept is bounded by the text of the events.
 */
export class ProvenEvents {
  readonly #pool: Pool;
  readonly #keys: Keys;
  readonly #budget: number;
  /** The one that was used last comes last. */
  readonly #readings = new Map<string, { done: Reading; underWay: Promise<void> }>();
  /** Links that the installation has signed, by stream and version. */
  readonly #links = new Map<StreamId, Map<number, Buffer>>();

  /** @param budget how much to keep, in characters of events */
  constructor(pool: Pool, keys: Keys, budget = BUDGET) {
    this.#pool = pool;
    this.#keys = keys;
    this.#budget = budget;
  }

  /** Reads like `provenEvents`; of a stream that has grown since, only what has come. */
  async all(stream: StreamId, types: readonly string[]): Promise<readonly Recorded[]> {
    const key = `${stream} ${types.join()}`;
    const kept = this.#readings.get(key) ?? { done: NOTHING_READ, underWay: Promise.resolve() };
    const goOn = async () => {
      kept.done = await this.#goOn(kept.done, stream, types);
    };
    // Whoever asks meanwhile goes on from what is being read.
    kept.underWay = kept.underWay.then(goOn, goOn);
    this.#readings.delete(key);
    this.#readings.set(key, kept);
    await kept.underWay;
    this.#forget();
    return kept.done.events;
  }

  async #goOn(done: Reading, stream: StreamId, types: readonly string[]): Promise<Reading> {
    const head = (await headsOf(this.#pool, [stream])).get(stream);
    if (head && isAt(done, head)) return done;
    const asked = { stream, types, head };
    if (head && done.version > 0 && done.version < head.version) {
      try {
        return await readOn(this.#pool, this.#keys, done, asked);
      } catch (error) {
        // A database that was restored goes on from another past than the one that is kept.
        if (!(error instanceof Forged)) throw error;
      }
    }
    return readOn(this.#pool, this.#keys, NOTHING_READ, asked);
  }

  /** Lets go of what was used longest ago; the last reading stays, however much it is. */
  #forget(): void {
    let weight = [...this.#readings.values()].reduce((sum, { done }) => sum + done.weight, 0);
    for (const [key, { done }] of this.#readings) {
      if (weight <= this.#budget || this.#readings.size === 1) return;
      this.#readings.delete(key);
      weight -= done.weight;
    }
  }

  /**
   * The first event of a type from a version on that fits. It is read as far as the next link that is known to be the
   * installation's: where the stream ends, for whoever comes first, and a few hundred events on for all others.
   * @param from the version of an event that is there
   * @throws Forged where somebody without the master key has written to it
   */
  async first(
    stream: StreamId,
    type: string,
    from: number,
    fits: (body: unknown) => boolean,
  ): Promise<Recorded | undefined> {
    const head = (await headsOf(this.#pool, [stream])).get(stream);
    if (!head) return undefined;
    const known = this.#links.get(stream) ?? new Map<number, Buffer>();
    const passed = new Map<number, Buffer>();
    // The link of the one before is part of what is signed, so that it need not be reckoned.
    let version = Math.max(0, Math.min(from, head.version) - 2);
    let hash: Buffer | undefined = from < 2 ? GENESIS : undefined;
    let found: Recorded | undefined;
    const between = [...known.keys()].filter((v) => v > version + 1 && v < head.version).sort((a, b) => a - b);
    for (const end of [...between, head.version]) {
      for await (const page of readEntries(this.#pool, stream, version, end)) {
        for (const entry of page) {
          version = entry.event.version;
          hash = hash === undefined ? entry.hash : linked(hash, entry);
          if (version % BETWEEN_LINKS === 0) passed.set(version, hash);
          if (!found && version >= from && entry.event.type === type) {
            const event = current(entry);
            if (fits(event.body)) found = event;
          }
        }
      }
      if (end === head.version) prove(this.#keys, head, { version, hash: hash ?? GENESIS });
      else if (version !== end || !hash?.equals(known.get(end)!)) known.delete(end);
      else if (!found) continue;
      else break;
    }
    if (version === head.version) passed.set(version, head.hash);
    this.#keepLinks(stream, known, passed);
    return found;
  }

  #keepLinks(stream: StreamId, known: Map<number, Buffer>, passed: ReadonlyMap<number, Buffer>): void {
    const last = Math.max(...passed.keys(), ...known.keys());
    for (const [version, hash] of passed) known.set(version, hash);
    for (const version of known.keys()) if (version % BETWEEN_LINKS > 0 && version !== last) known.delete(version);
    this.#links.delete(stream);
    this.#links.set(stream, known);
    const [oldest] = this.#links.keys();
    if (this.#links.size > MOST_STREAMS) this.#links.delete(oldest!);
  }
}

import { MB } from '../access/door.ts';
import { Problem, SOON } from './problem.ts';

/** What may be on its way in at one time: bodies, and their bytes, of one person and of all. */
interface Room {
  readonly bodies: number;
  readonly bytes: number;
}

/** Bodies up to this size, in bytes, have room by their number: what people answer never waits for what others are slow to send. */
const SMALL = 64 * 1024;
const OF_ONE: Room = { bodies: 100, bytes: 80 * MB };
const OF_ALL: Room = { bodies: 2000, bytes: 256 * MB };

const TOO_MUCH = 'Too much of yours is on its way already; wait until it is here, then send the next one.';
const FULL = 'Too much is on its way from everybody just now; send it again in a moment.';

/** What is on its way in. */
export class Arriving {
  readonly #of = new Map<string, { bodies: number; bytes: number }>();
  readonly #all = { bodies: 0, bytes: 0 };

  /** Makes room for a body. @returns what gives the room back @throws Problem where there is none */
  begin(person: string, bytes: number): () => void {
    const own = this.#of.get(person) ?? { bodies: 0, bytes: 0 };
    if (!fits(own, bytes, OF_ONE)) throw new Problem('too-much-at-once', TOO_MUCH, SOON);
    if (!fits(this.#all, bytes, OF_ALL)) throw new Problem('engine-unavailable', FULL, SOON);
    this.#of.set(person, own);
    for (const room of [own, this.#all]) add(room, 1, bytes);
    return () => {
      for (const room of [own, this.#all]) add(room, -1, -bytes);
      if (own.bodies === 0) this.#of.delete(person);
    };
  }
}

function fits({ bodies, bytes }: Room, more: number, most: Room): boolean {
  // One body fits always, however large a path lets it be.
  return bodies < most.bodies && (bodies === 0 || more <= SMALL || bytes + more <= most.bytes);
}

function add(room: { bodies: number; bytes: number }, bodies: number, bytes: number): void {
  room.bodies += bodies;
  room.bytes += bytes;
}

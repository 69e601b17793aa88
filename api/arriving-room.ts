import { MB } from '../access/door.ts';
import { Problem, SOON } from './problem.ts';

/** What may be on its way in at one time: bodies, and their bytes, of one person and of all. */
interface Room {
  readonly bodies: number;
  readonly bytes: number;
}

/** Bodies up to this size, in bytes, have room by their number: what people answer never waits for what others are slow to send. */
export const SMALL = 64 * 1024;
const OF_ONE: Room = { bodies: 100, bytes: 80 * MB };
const OF_ALL: Room = { bodies: 2000, bytes: 256 * MB };

const TOO_MUCH = 'Too much of yours is on its way already; wait until it is here, then send the next one.';
const FULL = 'Too much is on its way from everybody just now; send it again in a moment.';

/** A body on its way in. */
export interface Arrival {
  /** Told of bytes that have come. @throws Problem when those of everybody fill the room */
  came(bytes: number): void;
  /** Gives the room back. */
  over(): void;
}

/** What is on its way in. */
export class Arriving {
  readonly #of = new Map<string, { bodies: number; bytes: number }>();
  readonly #all = { bodies: 0, bytes: 0 };

  /**
   * Makes room for a body. Of the person's room it takes what it may become; of everybody's what has come of it and a little
   * ahead, so that what is announced and not sent keeps nobody out.
   * @throws Problem where there is none
   */
  begin(person: string, bytes: number): Arrival {
    const own = this.#of.get(person) ?? { bodies: 0, bytes: 0 };
    let [come, held] = [0, Math.min(bytes, SMALL)];
    if (!fits(own, bytes, bytes, OF_ONE)) throw new Problem('too-much-at-once', TOO_MUCH, SOON);
    if (!fits(this.#all, bytes, held, OF_ALL)) throw new Problem('engine-unavailable', FULL, SOON);
    this.#of.set(person, own);
    add(own, 1, bytes);
    add(this.#all, 1, held);
    return {
      came: (more) => {
        come += more;
        const further = Math.min(bytes, come + SMALL) - held;
        if (this.#all.bodies > 1 && this.#all.bytes + further > OF_ALL.bytes) {
          throw new Problem('engine-unavailable', FULL, SOON);
        }
        held += further;
        add(this.#all, 0, further);
      },
      over: () => {
        add(own, -1, -bytes);
        add(this.#all, -1, -held);
        if (own.bodies === 0) this.#of.delete(person);
      },
    };
  }
}

/** Whether a body of so many bytes fits that takes so much of the room now. */
function fits({ bodies, bytes }: Room, ofBody: number, now: number, most: Room): boolean {
  // One body fits always, however large a path lets it be.
  return bodies < most.bodies && (bodies === 0 || ofBody <= SMALL || bytes + now <= most.bytes);
}

function add(room: { bodies: number; bytes: number }, bodies: number, bytes: number): void {
  room.bodies += bodies;
  room.bytes += bytes;
}

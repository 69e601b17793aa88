import { MB } from '../access/door.ts';
import { problem, SOON } from './problem.ts';

/** What may be on its way in at one time: bodies, and their bytes, of one person and of all. */
interface Room {
  readonly bodies: number;
  readonly bytes: number;
}

/** Bodies up to this size, in bytes, have room by their number: what people answer never waits for what others are slow to send. */
export const SMALL = 64 * 1024;
const OF_ALL: Room = { bodies: 2000, bytes: 256 * MB };
/** Nobody has more than a quarter of the bytes. */
const OF_ONE: Room = { bodies: 100, bytes: OF_ALL.bytes / 4 };

/** To this part the room may fill before more is demanded of those who send; and how much more at the end. */
const AT_EASE = 0.5;
const MOST_PACE = 16;

/** A body on its way in. */
export interface Arrival {
  /** Told of bytes that have come. @throws Problem when those of everybody fill the room */
  came(bytes: number): void;
  /** Gives the room back. */
  over(): void;
}

/** What one person has on its way. */
interface Own {
  bodies: number;
  /** What it may become. */
  bytes: number;
  /** What it takes of everybody's room. */
  held: number;
  readonly on: Set<Body>;
}

interface Body {
  readonly since: number;
  come: number;
  readonly end: () => void;
}

/** What is on its way in. */
export class Arriving {
  readonly #of = new Map<string, Own>();
  readonly #all = { bodies: 0, bytes: 0 };

  /**
   * How many times its usual pace a body has to come at: once while there is room, and more the less there is, so that
   * whoever sends slowly does not hold what others need.
   */
  get pace(): number {
    const filled = Math.max(this.#all.bytes / OF_ALL.bytes, this.#all.bodies / OF_ALL.bodies);
    return MOST_PACE ** Math.min(1, Math.max(0, (filled - AT_EASE) / (1 - AT_EASE)));
  }

  /**
   * Makes room for a body. Of the person's room it takes what it may become; of everybody's what has come of it and a little
   * ahead, so that what is announced and not sent keeps nobody out. Where everybody's is full, whoever has less on its way than
   * others gets in all the same: the slowest body of those who have most is broken off for it by its `breakOff`.
   * @throws Problem where there is none
   */
  begin(person: string, bytes: number, breakOff: () => void = () => undefined): Arrival {
    const own = this.#of.get(person) ?? { bodies: 0, bytes: 0, held: 0, on: new Set() };
    let held = Math.min(bytes, SMALL);
    if (!fits(own, bytes, bytes, OF_ONE)) throw problem('too-much-at-once/arriving', {}, SOON);
    while (!fits(this.#all, bytes, held, OF_ALL))
      if (!this.#makeRoom(own, held)) throw problem('engine-unavailable/arriving', {}, SOON);
    this.#of.set(person, own);
    own.bodies++;
    own.bytes += bytes;
    this.#take(own, 1, held);
    const body = { since: performance.now(), come: 0, end: () => end(true) };
    own.on.add(body);
    const end = (isBrokenOff: boolean) => {
      if (!own.on.delete(body)) return;
      own.bodies--;
      own.bytes -= bytes;
      this.#take(own, -1, -held);
      if (own.bodies === 0) this.#of.delete(person);
      if (isBrokenOff) breakOff();
    };
    return {
      came: (more) => {
        body.come += more;
        const further = Math.min(bytes, body.come + SMALL) - held;
        if (!own.on.has(body)) return;
        while (this.#all.bodies > 1 && this.#all.bytes + further > OF_ALL.bytes)
          if (!this.#makeRoom(own, further)) throw problem('engine-unavailable/arriving', {}, SOON);
        held += further;
        this.#take(own, 0, further);
      },
      over: () => end(false),
    };
  }

  /** Breaks a body off of somebody who has more than this one would have with so many bytes more. @returns whether there was one */
  #makeRoom(own: Own, further: number): boolean {
    const isCrowded = this.#all.bodies >= OF_ALL.bodies;
    const weight = (of: Own) => (isCrowded ? of.bodies : of.held);
    const most = Math.max(...[...this.#of.values()].map(weight));
    if (most <= weight(own) + (isCrowded ? 1 : further)) return false;
    const now = performance.now();
    const pace = ({ come, since }: Body) => come / (now - since + 1);
    const theirs = [...this.#of.values()]
      .filter((of) => of !== own && weight(of) === most)
      .flatMap(({ on }) => [...on]);
    theirs.reduce((slowest, body) => (pace(body) < pace(slowest) ? body : slowest)).end();
    return true;
  }

  #take(own: Own, bodies: number, bytes: number): void {
    own.held += bytes;
    this.#all.bodies += bodies;
    this.#all.bytes += bytes;
  }
}

/** Whether a body of so many bytes fits that takes so much of the room now. */
function fits({ bodies, bytes }: Room, ofBody: number, now: number, most: Room): boolean {
  // One body fits always, however large a path lets it be.
  return bodies < most.bodies && (bodies === 0 || ofBody <= SMALL || bytes + now <= most.bytes);
}

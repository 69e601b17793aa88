import type { FastifyReply, FastifyRequest } from 'fastify';
import { MB } from '../access/door.ts';
import { sendProblem } from './errors.ts';
import type { Api } from './parts.ts';
import { Problem, SOON } from './problem.ts';

/** What may be on its way in at one time: bodies, and their bytes, of one person and of all. */
export interface Room {
  readonly bodies: number;
  readonly bytes: number;
}

const OF_ONE: Room = { bodies: 100, bytes: 80 * MB };
const OF_ALL: Room = { bodies: 2000, bytes: 256 * MB };

/** Whoever sends a body sends its first bytes by then, and has the rest there at this pace. */
const FIRST_MS = 15_000;
const BYTES_A_SECOND = 32 * 1024;

const TOO_SLOW = 'The body came too slowly and was not waited for; send it again over a better connection.';
const TOO_MUCH = 'Too much of yours is on its way already; wait until it is here, then send the next one.';
const FULL = 'Too much is on its way from everybody just now; send it again in a moment.';

/** What is on its way in. */
class Arriving {
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
  return bodies < most.bodies && (bodies === 0 || bytes + more <= most.bytes);
}

function add(room: { bodies: number; bytes: number }, bodies: number, bytes: number): void {
  room.bodies += bodies;
  room.bytes += bytes;
}

/**
 * Cuts off whoever sends slower than any line is, refused or not. `firstMs`: how long whoever sends nothing is waited for. Register
 * it before whatever may refuse a request.
 */
export function cutOffTheSlow(app: Api, firstMs = FIRST_MS): void {
  app.addHook('onRequest', (request, reply, done) => {
    const bytes = sizeOf(request);
    if (bytes > 0) {
      const late = setTimeout(() => cutOff(request, reply), firstMs + (1000 * bytes) / BYTES_A_SECOND);
      onceArrived(request, () => clearTimeout(late));
    }
    done();
  });
}

/** What is left of so small a body may come after its refusal. */
const READ_OUT = 256 * 1024;
/** So long whoever still sends what was refused has to read why, in milliseconds. */
const READING_MS = 1_000;

/**
 * Reads no more of a large body than was read when it was answered: a refusal costs nobody the bytes behind it. The connection is
 * closed a second later, since the next request on it would come behind them.
 */
export function stopReadingWhatIsRefused(app: Api): void {
  app.addHook('onResponse', (request, _reply, done) => {
    const { raw } = request;
    if (!raw.complete && sizeOf(request, Number.POSITIVE_INFINITY) > READ_OUT) {
      raw.socket.pause();
      setTimeout(() => raw.destroy(), READING_MS);
    }
    done();
  });
}

/**
 * Counts what is on its way in by person, so that nobody fills the memory with half sent bodies. Register it behind what knows
 * who asks.
 */
export function makeRoomForBodies(app: Api): void {
  const arriving = new Arriving();
  app.addHook('preParsing', (request, _reply, _payload, done) => {
    try {
      const bytes = sizeOf(request);
      if (bytes > 0) onceArrived(request, arriving.begin(request.person, bytes));
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}

/** Told once a body is there, or will not come. */
function onceArrived({ raw }: FastifyRequest, tell: () => void): void {
  const over = () => {
    raw.off('end', over).off('close', over);
    tell();
  };
  raw.once('end', over).once('close', over);
}

/** How large a body is, or may be where its sender does not say. */
function sizeOf({ headers, routeOptions }: FastifyRequest, most = routeOptions.bodyLimit ?? 0): number {
  if (headers['transfer-encoding'] !== undefined) return most;
  return Math.min(Number(headers['content-length'] ?? 0), most);
}

function cutOff(request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.complete) return;
  if (reply.sent) return void request.raw.destroy();
  reply.raw.once('finish', () => request.raw.destroy());
  void sendProblem(new Problem('too-slow', TOO_SLOW, { connection: 'close' }), request, reply);
}

import { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MB } from '../access/door.ts';
import { hasHungUp, onceLeft } from './hanging-up.ts';
import type { Api } from './parts.ts';
import { problem, SOON } from './problem.ts';

/** Answers up to this size, in bytes, always have room: each needs a connection of its own, and what that takes is no less. */
const SMALL = 64 * 1024;
/** So many bytes are on their way out at a time to one person, and to all. */
const OF_ONE = 80 * MB;
const OF_ALL = 512 * MB;
/** Whoever takes nothing of an answer for so long is not waited for, in milliseconds. */
const TAKES_NOTHING_MS = 20_000;

/** They are about what was asked for, and not about a refusal. */
const OF_WHAT_IS_SENT = ['content-length', 'content-disposition', 'etag'];

/**
 * Counts what is on its way out by person, of strangers by their address, so that nobody fills the memory with answers that they
 * do not read; and hangs up on whoever takes nothing. `waitsMs`: how long they are waited for.
 */
export function makeRoomForAnswers(app: Api, waitsMs = TAKES_NOTHING_MS): void {
  const leaving = new Leaving();
  app.addHook('onSend', (request, reply, payload, done) => {
    const bytes = sizeOf(payload);
    if (bytes <= SMALL || hasHungUp(request, reply)) return done();
    try {
      onceLeft(request, reply, leaving.begin(nameOf(request), bytes));
    } catch (error) {
      for (const name of OF_WHAT_IS_SENT) reply.removeHeader(name);
      return done(error as Error);
    }
    hangUpOnWhoTakesNothing(request, reply, waitsMs);
    done();
  });
}

/** What is on its way out. */
class Leaving {
  readonly #of = new Map<string, number>();
  #all = 0;

  /**
   * Makes room for an answer; one has room always, however large.
   * @returns gives the room back
   * @throws Problem where there is none
   */
  begin(person: string, bytes: number): () => void {
    const own = this.#of.get(person) ?? 0;
    if (own && own + bytes > OF_ONE) throw problem('too-much-at-once/leaving', {}, SOON);
    if (this.#all && this.#all + bytes > OF_ALL) throw problem('engine-unavailable/leaving', {}, SOON);
    this.#add(person, bytes);
    return () => this.#add(person, -bytes);
  }

  #add(person: string, bytes: number): void {
    this.#all += bytes;
    const own = (this.#of.get(person) ?? 0) + bytes;
    if (own) this.#of.set(person, own);
    else this.#of.delete(person);
  }
}

function nameOf({ person, ip }: FastifyRequest): string {
  return person || `from ${ip}`;
}

function sizeOf(payload: unknown): number {
  if (typeof payload === 'string') return payload.length;
  return ArrayBuffer.isView(payload) ? payload.byteLength : 0;
}

/**
 * A socket knows when nothing of what it was given has gone out for some time. Where there is none, somebody else passes the answer on,
 * and looks to that.
 */
function hangUpOnWhoTakesNothing({ raw: { socket } }: FastifyRequest, { raw }: FastifyReply, waitsMs: number): void {
  if (!(socket instanceof Socket)) return;
  raw.setTimeout(waitsMs, () => socket.destroy());
  raw.once('finish', () => {
    // Unless Node waits for the next request by now, the connection waits for us, and we may take longer.
    if (socket.timeout === waitsMs) socket.setTimeout(0);
  });
}

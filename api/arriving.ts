import type { FastifyReply, FastifyRequest } from 'fastify';
import { Arriving } from './arriving-room.ts';
import { sendProblem } from './errors.ts';
import type { Api } from './parts.ts';
import { Problem } from './problem.ts';

/** Whoever sends a body sends its first bytes by then, and has the rest there at this pace. */
const FIRST_MS = 15_000;
const BYTES_A_SECOND = 32 * 1024;

const TOO_SLOW = 'The body came too slowly and was not waited for; send it again over a better connection.';
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

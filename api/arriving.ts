import { Transform } from 'node:stream';
import type { FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import { type Arrival, type Arriving, SMALL } from './arriving-room.ts';
import { sendProblem } from './errors.ts';
import { hasHungUp } from './hanging-up.ts';
import type { Api } from './parts.ts';
import { countedBy } from './place-of.ts';
import { problem } from './problem.ts';

/**
 * So often it is looked at what has come of a body, in milliseconds; by each look it has come at this pace, or it is there. The
 * fuller the room, the higher the pace.
 */
const LOOK_MS = 10_000;
const BYTES_A_SECOND = 32 * 1024;

/**
 * Cuts off whoever sends slower than any line is, refused or not, however much they have announced. `lookMs`: how often that is
 * looked at. Register it before whatever may refuse a request.
 */
export function cutOffTheSlow(app: Api, arriving: Pick<Arriving, 'pace'>, lookMs = LOOK_MS): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (sizeOf(request) > 0) watch(request, reply, arriving, lookMs);
    done();
  });
}

function watch(request: FastifyRequest, reply: FastifyReply, arriving: Pick<Arriving, 'pace'>, lookMs: number): void {
  const { raw } = request;
  const { socket } = raw;
  const least = (BYTES_A_SECOND * lookMs) / 1000;
  let [seen, pace] = [socket.bytesRead, arriving.pace];
  const look = () => {
    const come = socket.bytesRead - seen;
    seen = socket.bytesRead;
    // Nobody could have known a higher one before.
    const demanded = least * Math.min(pace, arriving.pace);
    pace = arriving.pace;
    // What has come and was not read yet waits for us, not we for it.
    if (come >= demanded || raw.readableLength > 0) return;
    clearInterval(looks);
    cutOff(request, reply, 'too-slow/body');
  };
  // What came while the process was busy is read first.
  const looks = setInterval(() => setImmediate(look), lookMs);
  onceArrived(request, () => clearInterval(looks));
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
 * Counts what is on its way in by person, of strangers by their address, so that nobody fills the memory with half sent bodies. Register it behind what knows
 * who asks.
 */
export function makeRoomForBodies(app: Api, arriving: Arriving): void {
  app.addHook('preParsing', (request, reply, payload, done) => {
    const bytes = sizeOf(request);
    // Of whoever has hung up meanwhile nothing comes any more.
    if (bytes === 0 || request.raw.destroyed || hasHungUp(request, reply)) return done();
    try {
      const arrival = arriving.begin(countedBy(request), bytes, () => cutOff(request, reply, 'too-slow/made-room'));
      onceArrived(request, arrival.over);
      if (bytes <= SMALL) return done();
      const through = counted(payload, arrival);
      // What nobody wanted to read is in nobody's way: the next request comes behind it.
      reply.raw.once('finish', () => through.resume());
      done(null, through);
    } catch (error) {
      done(error as Error);
    }
  });
}

/** The same bytes, told of as they come. What has no room any more ends with that. */
function counted(payload: RequestPayload, { came }: Arrival): Transform {
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        came(chunk.length);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
  // A pipeline would hang up before anybody could be told why.
  through.on('error', () => payload.resume());
  payload.on('error', (error) => through.destroy(error));
  return payload.pipe(through);
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

function cutOff(request: FastifyRequest, reply: FastifyReply, why: 'too-slow/body' | 'too-slow/made-room'): void {
  if (request.raw.complete || request.raw.destroyed) return;
  if (reply.sent) return void request.raw.destroy();
  reply.raw.once('finish', () => request.raw.destroy());
  void sendProblem(problem(why, {}, { connection: 'close' }), request, reply);
}

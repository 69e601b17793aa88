import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { problems } from '../commands.ts';
import { hasHungUp, onceLeft } from '../hanging-up.ts';
import { LargeBody } from '../large-bodies.ts';
import type { Api } from '../parts.ts';
import { problem } from '../problem.ts';
import type { Apart, Lane } from './lanes.ts';
import type { Asked, Reader } from './words.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Where it is read, apart from everybody else's requests; absent: it is small, and read at once. */
    apart?: Lane;
  }
}

/** They are about one connection, or are reckoned anew. */
const OF_ONE_WAY = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
  'expect',
  'host',
]);

const TAKES_BODY = new Set(['POST', 'PUT', 'PATCH']);

/**
 * Routes that say so are handed over once their sender is known and their body is there. Register it before the routes.
 * @throws Error for a route that needs no token: strangers would keep a thread busy, and take turns before people do; and
 *   for one that takes a table of whatever size and does not say, by `demand`, who may send it
 */
export function handOverWhatIsLarge(app: Api, apart: Apart | undefined): void {
  app.addHook('onRoute', (route: RouteOptions) => {
    const lane = route.config?.apart;
    if (!lane) return;
    if (route.config?.open)
      throw new Error(`${route.url} is open to strangers, so it is not read apart; let it be small.`);
    if (lane === 'tables' && TAKES_BODY.has(route.method as string) && !route.config?.demand)
      throw new Error(`${route.url} takes tables from everybody; let it say whom it takes them from.`);
    const schema = route.schema as { response?: object } | undefined;
    if (schema) schema.response = { ...schema.response, ...problems(422, 429, 503) };
    if (apart) route.preHandler = (request, reply) => handOver(apart[lane], request, reply);
  });
}

/** Has another thread answer a request. Its answer is given as it is. @throws Problem when there is none to be had */
export async function handOver(reader: Reader, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (hasHungUp(request, reply)) return reply.hijack();
  const gone = new AbortController();
  onceLeft(request, reply, () => gone.abort());
  const answered = await reader.ask(askedBy(request), request.person, gone.signal);
  if (!answered) return reply.hijack();
  const { status, headers, body } = answered;
  reply.code(status).headers(kept(headers));
  return body.length ? reply.send(Buffer.from(body.buffer, body.byteOffset, body.byteLength)) : reply.send();
}

function askedBy({ method, url, headers, body }: FastifyRequest): Asked {
  demandPlain(url);
  const bytes = body instanceof LargeBody ? body.bytes : body instanceof Buffer ? body : undefined;
  // Of an answer without its body the body is made as well, since its length is told.
  const read = method === 'HEAD' ? 'GET' : method;
  return { method: read, url, headers: kept(headers), body: bytes?.byteLength ? bytes : undefined };
}

/** Whoever reads a path once more takes a backslash for a slash and leaves out `.` and `..`: it would lead elsewhere. */
function demandPlain(url: string): void {
  const path = url.replace(/[?#].*$/s, '');
  const leadsElsewhere = /\\|%5c/i.test(path) || path.split('/').some((part) => /^(\.|%2e){1,2}$/i.test(part));
  if (!leadsElsewhere) return;
  throw problem('input-invalid/path-dots', {});
}

function kept<Value>(headers: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_ONE_WAY.has(name)));
}

import rateLimit from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { MINUTE_MS } from '../domain/calendar/day.ts';
import { problems } from './commands.ts';
import type { Limits } from './limits.ts';
import type { Api } from './parts.ts';
import { countedBy } from './place-of.ts';
import { problem } from './problem.ts';

/** So many people are counted; whoever was counted longest ago is forgotten. */
const MOST_COUNTED = 50_000;

/**
 * Refuses whoever asks too often, before anything else is done for them, and says when to ask again. Strangers are counted by
 * their address. Register it before the routes.
 */
export async function limitRequests(app: Api, limits: Limits | undefined): Promise<void> {
  app.addHook('onRoute', describe);
  if (!limits) return;
  await app.register(rateLimit, {
    global: true,
    hook: 'onRequest',
    timeWindow: MINUTE_MS,
    cache: MOST_COUNTED,
    max: (request) => limits[kindOf(request)],
    keyGenerator: (request) => `${kindOf(request)} ${countedBy(request)}`,
    errorResponseBuilder: (_request, { ttl }) =>
      problem('too-many-requests/minute', { seconds: Math.ceil(ttl / 1000) }),
    // The figures are of no use to anybody who asks as often as people do.
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });
}

/**
 * Counts a request whose sender is not known, or may not ask, and so never comes to where the others are counted: a stranger by
 * their address. Costs nothing whoever is let in.
 * @throws Problem when there were too many
 */
export async function countRefused(app: Api, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (app.hasDecorator('rateLimit')) await app.rateLimit().call(app, request, reply);
}

/**
 * Counts what comes as a list as often as if each had come by itself; the request itself is counted before. A list is taken whole
 * wherever one more is: its sender waits behind it.
 */
export async function countList(app: Api, request: FastifyRequest, length: number): Promise<void> {
  if (!app.hasDecorator('createRateLimit')) return;
  const count = app.createRateLimit();
  for (let further = 1; further < length; further++) await count(request);
}

/** Every path may answer so. */
function describe(route: RouteOptions): void {
  const schema = route.schema as { response?: object } | undefined;
  if (!schema) return;
  const takesBody = [route.method].flat().some((method) => method !== 'GET' && method !== 'HEAD');
  schema.response = { ...schema.response, ...(takesBody ? problems(400, 408, 413, 415, 429) : problems(400, 429)) };
}

function kindOf({ method }: Pick<FastifyRequest, 'method'>): keyof Limits {
  return method === 'GET' || method === 'HEAD' ? 'reads' : 'writes';
}

import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { StreamReader } from '../db/read/stream-reader.ts';
import { handOverWhatIsLarge } from './apart/hand-over.ts';
import { answerWithProblem, sendProblem } from './errors.ts';
import { LargeBody, withLargeBodies } from './large-bodies.ts';
import { openApi } from './openapi.ts';
import type { Api, ApiParts } from './parts.ts';
import { notFound, Problem } from './problem.ts';
import { Roles } from './roles.ts';
import { cycleRoutes } from './routes/cycles.ts';
import { fileRoutes } from './routes/files.ts';
import { meRoutes } from './routes/me.ts';
import { offeringRoutes } from './routes/offerings.ts';
import { operationsRoutes } from './routes/operations.ts';
import { organisationRoutes } from './routes/organisation.ts';
import { peopleRoutes } from './routes/people.ts';
import { roundRoutes } from './routes/rounds.ts';
import { selectionRoutes } from './routes/selections.ts';
import { submitRoute } from './routes/submit.ts';
import { SignIn } from './sign-in.ts';
import { Streams } from './streams.ts';

/** The largest body that a path takes unless it says otherwise, in bytes. */
const BODY_LIMIT = 64 * 1024;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for the few paths that need no token. */
    open?: boolean;
  }
}

/** The HTTP API, ready to listen or to be tried without a port. */
export async function buildApi(parts: ApiParts): Promise<Api> {
  const app: Api = Fastify({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 300 },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    // What it is put together from waits for nothing: only a machine that is slow would ever be too late.
    pluginTimeout: 0,
  }).withTypeProvider<ZodTypeProvider>();
  app.removeContentTypeParser('text/plain');
  withLargeBodies(app, parts.apart !== undefined);
  app.setValidatorCompiler<z.ZodType>((route) => {
    const validate = validatorCompiler(route);
    return (data) => (data instanceof LargeBody ? { value: data } : validate(data));
  });
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerWithProblem(parts.complain ?? (() => undefined)));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      notFound(
        `There is no path ${request.method} ${request.url.replace(/\?.*$/s, '')}; GET /api/openapi.json lists all.`,
      ),
      request,
      reply,
    ),
  );
  const roles = new Roles(parts.operations);
  const streams = new Streams(parts.pool);
  signInFirst(app, new SignIn(parts.pool, roles, parts.devTokens));
  handOverWhatIsLarge(app, parts.apart);
  await openApi(app, parts.publicUrl);
  submitRoute(app, parts, streams);
  const reader = new StreamReader(parts.pool);
  roundRoutes(app, parts, roles, streams, reader);
  selectionRoutes(app, parts, roles, streams, reader);
  await cycleRoutes(app, parts, roles, streams, reader);
  await offeringRoutes(app, parts, roles, streams, reader);
  meRoutes(app, parts, roles);
  organisationRoutes(app, parts, roles, streams, reader);
  peopleRoutes(app, parts);
  operationsRoutes(app, parts, roles);
  await fileRoutes(app, parts, roles);
  app.get('/health', { schema: { hide: true }, config: { open: true } }, async () => {
    await parts.pool.query('select 1');
    await parts.deciding?.().catch(() => {
      const detail = 'Commands are not decided at the moment; try again in a moment.';
      throw new Problem('engine-unavailable', detail, { 'retry-after': '2' });
    });
    return { ok: true };
  });
  await app.ready();
  return app;
}

/** Whoever knows the token is who the request is from; only paths marked open do without. */
function signInFirst(app: Api, signIn: SignIn): void {
  app.decorateRequest('person', '');
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.routeOptions.config.open || request.is404) return done();
    let who: string | Promise<string>;
    try {
      who = signIn.who(request.headers.authorization);
    } catch (error) {
      return done(error as Error);
    }
    if (typeof who === 'string') {
      request.person = who;
      return done();
    }
    who.then(
      (person) => {
        request.person = person;
        done();
      },
      (error: Error) => done(error),
    );
  });
}

import type { IncomingHttpHeaders } from 'node:http';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { firstFaults } from '../contracts/first-faults.ts';
import { isAskedAgain } from './access.ts';
import { cutOffTheSlow, makeRoomForBodies, stopReadingWhatIsRefused } from './arriving.ts';
import { Arriving } from './arriving-room.ts';
import type { Demand } from './demand.ts';
import { answerWithProblem, type Complain, pathAsked, sendProblem } from './errors.ts';
import { HEADERS } from './headers.ts';
import { LargeBody, withLargeBodies } from './large-bodies.ts';
import { makeRoomForAnswers } from './leaving.ts';
import { refuseWhatIsNoRequest } from './no-request.ts';
import type { Api } from './parts.ts';
import { Problem, problem } from './problem.ts';
import { noteRefusals } from './refusals.ts';
import type { SessionCookie } from './session/cookie.ts';
import { demandScope } from './session/scope.ts';
import type { Signed, SignIn } from './sign-in.ts';
import { countRefused } from './too-often.ts';
import { refuseUnknownFields } from './unknown-fields.ts';

/** The largest body that a path takes unless it says otherwise, in bytes. */
const BODY_LIMIT = 64 * 1024;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for the few paths that need no token. */
    open?: boolean;
    /** Who may ask it, where the path and the sender tell: asked before a byte of the body is read or handed over. */
    demand?: Demand;
  }
}

/** Whoever has not sent a whole request, or its head, by then is cut off, in milliseconds; and how often that is looked at. */
const REQUEST_WITHIN_MS = 300_000;
const HEAD_WITHIN_MS = 10_000;
const LOOKED_AT_EACH_MS = 5_000;

/** What every request goes through on its way to a path. */
export interface ShellParts {
  readonly signIn: SignIn;
  /** By which browsers are known; absent: they are not. */
  readonly cookie?: SessionCookie;
  readonly complain: Complain;
  /** Told of who was refused; absent: nobody is. */
  readonly note?: Complain | undefined;
  /** Addresses and networks of the proxies whose word is taken for where a request comes from; absent: of none. */
  readonly proxies?: readonly string[] | undefined;
  /** Whether paths that are read apart are handed over as bytes. */
  readonly handsOver: boolean;
  /** How long whoever sends nothing of a body, or takes nothing of an answer, is waited for, in milliseconds; absent: as long as people need. */
  readonly slowestMs?: number | undefined;
}

/** An API without any path: bodies are read, problems told, and people known by their token or cookie. */
export function shellOf({ signIn, cookie, complain, note, proxies, handsOver, slowestMs }: ShellParts): Api {
  const app: Api = Fastify({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 300 },
    // Whoever asks through a proxy may write the whole address (RFC 9112, 3.2.2).
    rewriteUrl: ({ url = '/' }) => url.replace(/^https?:\/\/[^/?#]*\/?/i, '/'),
    requestTimeout: REQUEST_WITHIN_MS,
    http: { headersTimeout: HEAD_WITHIN_MS, connectionsCheckingInterval: LOOKED_AT_EACH_MS },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    // What it is put together from waits for nothing: only a machine that is slow would ever be too late.
    pluginTimeout: 0,
    trustProxy: proxies?.length ? [...proxies] : false,
    clientErrorHandler: refuseWhatIsNoRequest,
    frameworkErrors: (error, request, reply) => {
      void refusedBeforeItsPath({ app, signIn, error, request, reply }).then((problem) =>
        sendProblem(problem, request, reply),
      );
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(HEADERS);
    done();
  });
  refuseUnknownFields(app);
  if (note) noteRefusals(app, note);
  app.removeContentTypeParser('text/plain');
  app.addHook('preParsing', (request, _reply, _payload, done) => done(faultOfCoding(request.headers)));
  withLargeBodies(app, handsOver);
  app.setValidatorCompiler<z.ZodType>((route) => {
    const validate = validatorCompiler({ ...route, schema: firstFaults(route.schema) });
    return (data) => (data instanceof LargeBody ? { value: data } : validate(data));
  });
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerWithProblem(complain, note));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(problem('not-found/no-path', { method: request.method, path: pathAsked(request) }), request, reply),
  );
  const arriving = new Arriving();
  cutOffTheSlow(app, arriving, slowestMs);
  stopReadingWhatIsRefused(app);
  signInFirst(app, signIn, cookie);
  makeRoomForBodies(app, arriving);
  makeRoomForAnswers(app, slowestMs);
  return app;
}

/** A request that is refused before there is a path to it. */
interface Pathless {
  readonly app: Api;
  readonly signIn: SignIn;
  readonly error: { readonly code?: string };
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What cannot be read as any path is counted, and told to those who are known only, like everything else. */
async function refusedBeforeItsPath({ app, signIn, error: { code }, request, reply }: Pathless): Promise<Problem> {
  let unknown: unknown;
  try {
    request.person = (await signIn.who(request)).person;
  } catch (error) {
    unknown = error;
  }
  try {
    await countRefused(app, request, reply);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  if (unknown instanceof Problem) return unknown;
  return code === 'FST_ERR_BAD_URL'
    ? problem('input-invalid/path-percent', {})
    : problem('input-invalid/path-part-long', {});
}

function faultOfCoding({ 'content-encoding': coding = 'identity' }: IncomingHttpHeaders): Problem | null {
  if (['', 'identity'].includes(coding.trim().toLowerCase())) return null;
  return problem('wrong-media-type/compressed', {});
}

/**
 * Whoever knows the token, or has the cookie, is who the request is from; only paths marked open do without. Whoever may not ask is told so at
 * once: what they send costs nobody more than the bytes.
 */
function signInFirst(app: Api, signIn: SignIn, cookie: SessionCookie | undefined): void {
  app.decorateRequest('person', '');
  app.decorateRequest('session', undefined);
  app.decorateRequest('program', undefined);
  app.decorateRequest('cameBy', undefined);
  app.addHook('onRequest', (request, reply, done) => {
    const { open, demand, access } = request.routeOptions.config;
    if (open || request.is404) return done();
    const known = ({ person, session, cameBy, renewed, program }: Signed) => {
      request.person = person;
      request.session = session;
      request.cameBy = cameBy;
      request.program = program?.id;
      if (program) demandScope(request, program);
      if (renewed && cookie) reply.header('set-cookie', cookie.given(renewed.token, renewed.seconds));
      return demand?.(request);
    };
    const refuse = (error: Error) => {
      if (!(error instanceof Problem)) return done(error);
      countRefused(app, request, reply).then(() => done(error), done);
    };
    let waits: Promise<void> | undefined;
    try {
      const who = signIn.who(request, access && isAskedAgain(access));
      waits = 'then' in who ? who.then(known) : known(who);
    } catch (error) {
      return refuse(error as Error);
    }
    if (!waits) return done();
    waits.then(() => done(), refuse);
  });
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  Sessions as SessionsView,
  SignedIn,
  SignedOut,
  SignIn as SignInBody,
  type SignInWay,
  Ways,
} from '../../contracts/views/session.ts';
import { endSession, endSignIns, sessionsOf } from '../../db/sessions.ts';
import { peopleToTryOut } from '../../db/views/people.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { notFound, Problem } from '../problem.ts';
import type { SessionCookie } from '../session/cookie.ts';
import { demandNotElsewhere } from '../session/same-origin.ts';
import type { Sessions } from '../session/sessions.ts';
import type { SignIn } from '../sign-in.ts';

/** By what people are known. */
export interface Desk {
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
}

/** Whoever tries Rostrum out chooses among so many people. */
const MOST_TO_TRY = 60;

/** Signing in and out, and where one is signed in. */
export function sessionRoutes(app: Api, parts: ApiParts, desk: Desk): void {
  signInRoutes(app, parts, desk);
  deviceRoutes(app, parts, desk);
}

function signInRoutes(app: Api, parts: ApiParts, desk: Desk): void {
  const { pool, devTokens, publicUrl } = parts;
  app.get(
    '/api/session/ways',
    {
      config: { access: { view: 'ways' } },
      schema: { tags: ['session'], summary: 'How to sign in here', response: { 200: Ways, ...problems(401) } },
    },
    async () => ({ people: devTokens ? await peopleToTryOut(pool, MOST_TO_TRY) : null }),
  );
  app.post(
    '/api/session',
    {
      config: { access: { view: 'sign-in' } },
      schema: {
        tags: ['session'],
        summary: 'Signs in: the browser is given a cookie',
        body: SignInBody,
        response: { 200: SignedIn, ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => {
      demandNotElsewhere(request, publicUrl);
      const { dev, stay } = request.body;
      if (!devTokens) throw new Problem('unauthenticated', 'Nobody may be anybody here; sign in with your account.');
      await desk.signIn.demandThere(dev);
      return { ...(await signedIn(parts, desk, request, reply, { person: dev, way: 'dev', stays: stay })), path: '/' };
    },
  );
  app.delete(
    '/api/session',
    {
      config: { access: { view: 'sessions' } },
      schema: {
        tags: ['session'],
        summary: 'Signs out: the session ends, and the cookie goes',
        response: { 200: SignedOut, ...problems(401, 403) },
      },
    },
    async (request, reply) => {
      const token = desk.cookie.read(request.headers);
      if (token === undefined || !request.session) return { sessions: 0 };
      await desk.sessions.end(token);
      reply.header('set-cookie', desk.cookie.taken());
      return { sessions: 1 };
    },
  );
}

/** Begins a session in the place of the one that the browser has, if it has one. */
async function signedIn(
  { note }: Pick<ApiParts, 'note'>,
  { sessions, cookie }: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  who: { readonly person: string; readonly way: SignInWay; readonly stays: boolean },
): Promise<Omit<SignedIn, 'path'>> {
  const before = cookie.read(request.headers);
  if (before !== undefined) await sessions.end(before);
  const begun = await sessions.begin({ ...who, userAgent: request.headers['user-agent'] });
  note?.('Signed in', { person: who.person, way: who.way, ip: request.ip });
  reply.header('set-cookie', cookie.given(begun.token, begun.seconds));
  return { person: who.person, until: begun.until };
}

function deviceRoutes(app: Api, { pool, realNow = Date.now }: ApiParts, { sessions, cookie }: Desk): void {
  const access = { view: 'sessions' } as const;
  app.get(
    '/api/me/sessions',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Where I am signed in',
        response: { 200: SessionsView, ...problems(401) },
      },
    },
    async ({ person, session }) => {
      const lines = await sessionsOf(pool, person, realNow());
      return { sessions: lines.map((line) => ({ ...line, current: line.id === session })) };
    },
  );
  app.delete(
    '/api/me/sessions',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Signs me out everywhere',
        response: { 200: SignedOut, ...problems(401, 403) },
      },
    },
    async ({ person, session }, reply) => {
      const ended = await endSignIns(pool, person);
      sessions.forget();
      if (session) reply.header('set-cookie', cookie.taken());
      return { sessions: ended };
    },
  );
  app.delete(
    '/api/me/sessions/:id',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Signs me out on one device',
        params: z.object({ id: z.uuid('must be the id of a session, as GET /api/me/sessions tells it') }),
        response: { 200: SignedOut, ...problems(400, 401, 403, 404) },
      },
    },
    async ({ person, session, params: { id } }, reply) => {
      if (!(await endSession(pool, id, person)))
        throw notFound('You are signed in nowhere by that session; look again.');
      sessions.forget();
      if (id === session) reply.header('set-cookie', cookie.taken());
      return { sessions: 1 };
    },
  );
}

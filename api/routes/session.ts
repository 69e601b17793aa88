import { z } from 'zod';
import { PersonId } from '../../contracts/ids.ts';
import {
  Sessions as SessionsView,
  SignedIn,
  SignedOut,
  SignIn as SignInBody,
  Ways,
} from '../../contracts/views/session.ts';
import { transaction } from '../../db/connection.ts';
import { useLink, voidLinksOf } from '../../db/links.ts';
import { isOurLink, linkDigestOf } from '../../db/opaque-token.ts';
import { dropToken } from '../../db/program-tokens.ts';
import { endSession, endSessionsOf, endSignIns, sessionsOf } from '../../db/sessions.ts';
import { peopleToTryOut } from '../../db/views/people.ts';
import { MINUTE_MS } from '../../domain/calendar/day.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { placeOf } from '../place-of.ts';
import { problem } from '../problem.ts';
import { admit, type SignInDesk } from '../session/desk.ts';
import { deviceOf } from '../session/device.ts';
import { stayDaysOf, USUAL } from '../session/limits.ts';
import { demandNotElsewhere } from '../session/same-origin.ts';
import { Slowing } from '../session/slowing.ts';
import { companyRoutes } from './company.ts';
import { faultOfLink, linkBy, linkRoutes } from './links.ts';
import { pairingRoutes } from './pairing.ts';
import { tokenRoutes } from './tokens.ts';

/** Whoever tries Rostrum out chooses among so many people. */
const MOST_TO_TRY = 60;

/** Whoever sends what nobody was given: a person seldom, who guesses often. */
const GUESSES = { free: 10, firstMs: 1_000, longestMs: 5 * 60_000, forgottenMs: 3_600_000 };

/** Whoever ends other sessions has signed in so lately that it is they who sit there, and not whoever has found their machine open. */
const LATELY_MS = 10 * MINUTE_MS;

/** Signing in and out, and where one is signed in. */
export function sessionRoutes(app: Api, parts: ApiParts, desk: SignInDesk): void {
  signInRoutes(app, parts, desk);
  signOutRoutes(app, parts, desk);
  endingRoute(app, parts, desk);
  linkRoutes(app, parts, desk);
  tokenRoutes(app, parts, desk);
  pairingRoutes(app, parts, desk);
  companyRoutes(app, parts, desk);
}

function signInRoutes(app: Api, parts: ApiParts, desk: SignInDesk): void {
  const { pool, keys, devTokens, publicUrl, mailLinks: links = true, realNow: now = Date.now } = parts;
  const guesses = new Slowing(GUESSES, now);
  app.get(
    '/api/session/ways',
    {
      config: { access: { view: 'ways' } },
      schema: { tags: ['session'], summary: 'How to sign in here', response: { 200: Ways, ...problems(401) } },
    },
    async () => ({
      links,
      company: parts.company ? { name: parts.company.name, path: '/api/session/oidc' } : null,
      people: devTokens ? await peopleToTryOut(pool, MOST_TO_TRY) : null,
      stayDays: stayDaysOf(parts.sessionLimits ?? USUAL),
    }),
  );
  app.post(
    '/api/session',
    {
      config: { access: { view: 'sign-in' } },
      schema: {
        tags: ['session'],
        summary: 'Signs in: the browser is given a cookie',
        description: 'A link can be used once. Whoever sends tokens that nobody was given waits longer each time.',
        body: SignInBody,
        response: { 200: SignedIn, ...problems(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      demandNotElsewhere(request, publicUrl);
      const { body, ip } = request;
      const { stay: stays } = body;
      if ('dev' in body) {
        if (!devTokens) throw problem('unauthenticated/nobody-anybody', {});
        await desk.signIn.demandThere(body.dev);
        return { ...(await admit(desk, request, reply, { person: body.dev, way: 'dev', stays })), path: '/' };
      }
      // Only what nobody was sent is a guess: nobody's link waits for what others guess beside them.
      const isGuess = !isOurLink(keys, body.token);
      if (isGuess) guesses.demand(placeOf(request));
      const link = links ? await linkBy({ pool, keys }, body.token) : undefined;
      const given = { token: linkDigestOf(keys, body.token), now: now(), ...deviceOf(request.headers['user-agent']) };
      const used = link && (await useLink(pool, given));
      if (!used) {
        if (isGuess) guesses.count(placeOf(request));
        desk.note('Not signed in by a link', { ip });
        throw links ? faultOfLink(link, now()) : problem('link-not-good/no-links', {});
      }
      await desk.signIn.demandThere(used.person);
      return { ...(await admit(desk, request, reply, { person: used.person, way: 'link', stays })), path: used.path };
    },
  );
}

/** Somebody has lost a device, or is not to come in any more before it is recorded that they have left. */
function endingRoute(app: Api, { pool }: ApiParts, { sessions, programs, note }: SignInDesk): void {
  app.post(
    '/api/people/:id/sign-out',
    {
      config: { access: { view: 'sign-ins' } },
      schema: {
        tags: ['session'],
        summary: 'Signs somebody out everywhere: sessions, links of letters and tokens of programs have ended',
        params: z.object({ id: PersonId }),
        response: { 200: z.object({ person: PersonId }), ...problems(400, 401, 403) },
      },
    },
    async ({ person: by, params: { id: person } }) => {
      await transaction(pool, (connection) => endSignIns(connection, person));
      await Promise.all([sessions.ended(), programs.ended()]);
      note('Signed out by operations', { person, by });
      return { person };
    },
  );
}

function signOutRoutes(app: Api, { pool, realNow = Date.now }: ApiParts, desk: SignInDesk): void {
  const { sessions, cookie, programs } = desk;
  const access = { view: 'sessions' } as const;
  const demandLately = async (person: string, session: string | undefined) => {
    const now = realNow();
    const own = session && (await sessionsOf(pool, person, now)).find(({ id }) => id === session);
    if (own && now - own.begunAt > LATELY_MS)
      throw problem('sign-in-again/sessions', { minutes: LATELY_MS / MINUTE_MS });
  };
  app.delete(
    '/api/session',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Signs out: the session ends, and the cookie goes; a program takes its own token out of use',
        response: { 200: SignedOut, ...problems(401, 403) },
      },
    },
    async (request, reply) => {
      if (request.program) {
        await dropToken(pool, request.program, request.person);
        await programs.ended();
        return { sessions: 0, links: 0 };
      }
      const token = cookie.read(request.headers);
      if (token === undefined || !request.session) return { sessions: 0, links: 0 };
      await sessions.end(token);
      reply.header('set-cookie', cookie.taken());
      return { sessions: 1, links: 0 };
    },
  );
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
        summary: 'Signs me out everywhere; links in letters that I have not used cannot be used any more',
        description: `Whoever asks by the session of a browser has signed in there less than ${LATELY_MS / MINUTE_MS} minutes ago, or signs in once more before.`,
        response: { 200: SignedOut, ...problems(401, 403) },
      },
    },
    async ({ person, session }, reply) => {
      await demandLately(person, session);
      const [ended, links] = [await endSessionsOf(pool, person), await voidLinksOf(pool, person, realNow())];
      await sessions.ended();
      if (session) reply.header('set-cookie', cookie.taken());
      return { sessions: ended, links };
    },
  );
  app.delete(
    '/api/me/sessions/:id',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Signs me out on one device',
        description: `Another device than this one only within ${LATELY_MS / MINUTE_MS} minutes of a sign-in here.`,
        params: z.object({ id: z.uuid('must be the id of a session, as GET /api/me/sessions tells it') }),
        response: { 200: SignedOut, ...problems(400, 401, 403, 404) },
      },
    },
    async ({ person, session, params: { id } }, reply) => {
      if (id !== session) await demandLately(person, session);
      if (!(await endSession(pool, id, person))) throw problem('not-found/no-session', {});
      await sessions.ended();
      if (id === session) reply.header('set-cookie', cookie.taken());
      return { sessions: 1, links: 0 };
    },
  );
}

import { sayEnded } from '../db/news.ts';
import { StreamReader } from '../db/read/stream-reader.ts';
import { withAccess } from './access.ts';
import { handOverWhatIsLarge } from './apart/hand-over.ts';
import { Listeners } from './events/listeners.ts';
import { openApi } from './openapi.ts';
import { pages } from './pages.ts';
import type { Api, ApiParts } from './parts.ts';
import { problem } from './problem.ts';
import { Roles } from './roles.ts';
import { applicationDraftRoutes } from './routes/application-drafts.ts';
import { cycleRoutes } from './routes/cycles.ts';
import { deskRoutes } from './routes/desk.ts';
import { eventRoutes } from './routes/events.ts';
import { feedRoutes } from './routes/feed.ts';
import { fileRoutes } from './routes/files.ts';
import { findRoutes } from './routes/find.ts';
import { historyRoutes } from './routes/history.ts';
import { meRoutes } from './routes/me.ts';
import { myCourseRoutes } from './routes/my-courses.ts';
import { offeringRoutes } from './routes/offerings.ts';
import { operationsRoutes } from './routes/operations.ts';
import { organisationRoutes } from './routes/organisation.ts';
import { overviewRoutes } from './routes/overview.ts';
import { peopleRoutes } from './routes/people.ts';
import { kindRoutes } from './routes/procedures.ts';
import { roundRoutes } from './routes/rounds.ts';
import { selectionRoutes } from './routes/selections.ts';
import { sessionRoutes } from './routes/session.ts';
import { submitRoute } from './routes/submit.ts';
import { teamRoutes } from './routes/team.ts';
import { cookieOf } from './session/cookie.ts';
import { USUAL } from './session/limits.ts';
import { Programs } from './session/programs.ts';
import { Sessions } from './session/sessions.ts';
import { Vouching } from './session/vouching.ts';
import { shellOf } from './shell.ts';
import { SignIn } from './sign-in.ts';
import { Streams } from './streams.ts';
import { limitRequests } from './too-often.ts';

/** The HTTP API, ready to listen or to be tried without a port. */
export async function buildApi(parts: ApiParts): Promise<Api> {
  const roles = new Roles(parts);
  const { complain = () => undefined, note, proxies, apart, pool, publicUrl } = parts;
  const demanded = parts.company?.demanded.map(({ role }) => role) ?? [];
  const vouching = new Vouching({ roles, demanded, devTokens: parts.devTokens });
  const tellEnded = () =>
    sayEnded(pool).catch((error: unknown) => complain('It could not be told that somebody was signed out', { error }));
  const known = { pool, keys: parts.keys, vouching, now: parts.realNow ?? Date.now, tellEnded };
  const sessions = new Sessions({
    ...known,
    limits: parts.sessionLimits ?? USUAL,
    exchanges: !parts.isBeside,
    note: note ?? (() => undefined),
  });
  const programs = new Programs(known);
  const cookie = cookieOf(publicUrl);
  const { devTokens } = parts;
  const signIn = new SignIn({ pool, roles, devTokens, programs, browsers: { sessions, cookie, publicUrl } });
  const handsOver = apart !== undefined;
  const app = shellOf({ signIn, cookie, complain, note, proxies, handsOver, slowestMs: parts.slowestMs });
  await limitRequests(app, parts.limits);
  const streams = new Streams(parts.pool);
  withAccess(app, roles);
  handOverWhatIsLarge(app, apart);
  await openApi(app, publicUrl, cookie.name);
  if (parts.pages !== undefined) await pages(app, parts.pages);
  submitRoute(app, parts, streams);
  const reader = new StreamReader(parts.pool, parts.keys);
  roundRoutes(app, parts, roles, streams, reader);
  selectionRoutes(app, parts, roles, reader);
  applicationDraftRoutes(app, parts, streams, reader);
  await cycleRoutes(app, parts, roles, reader);
  await offeringRoutes(app, parts, roles, reader);
  meRoutes(app, parts, roles);
  sessionRoutes(app, parts, { signIn, sessions, programs, cookie, note: note ?? (() => undefined) });
  deskRoutes(app, parts, reader);
  teamRoutes(app, parts, roles, reader);
  overviewRoutes(app, parts, roles, reader);
  historyRoutes(app, parts, roles, reader);
  findRoutes(app, parts, roles, reader);
  myCourseRoutes(app, parts, roles, reader);
  feedRoutes(app, parts, reader);
  organisationRoutes(app, parts, reader);
  peopleRoutes(app, parts, roles, reader);
  operationsRoutes(app, parts);
  eventRoutes(app, roles, listenersOf(parts));
  await fileRoutes(app, parts, roles);
  kindRoutes(app, parts, roles, streams, reader);
  app.get('/health', { schema: { hide: true }, config: { access: { view: 'health' } } }, async () => {
    await parts.pool.query('select 1');
    await parts.deciding?.().catch(() => {
      throw problem('engine-unavailable/not-deciding', {}, { 'retry-after': '2' });
    });
    return { ok: true };
  });
  await app.ready();
  return app;
}

/** Who listens for news at a process, unless it is said otherwise. */
const LISTENING = { ofOne: 5, inAll: 500, beatsEachMs: 15_000 };

function listenersOf({
  news,
  pool,
  keys,
  clock,
  listening,
  sessionLimits,
  realNow,
  complain,
}: ApiParts): Listeners | undefined {
  if (!news) return undefined;
  const limits = { ...LISTENING, ...listening };
  return new Listeners({
    ...{ pool, keys, line: news, limits, sessions: sessionLimits ?? USUAL },
    now: () => clock.now(),
    realNow: realNow ?? Date.now,
    complain: complain ?? (() => undefined),
  });
}

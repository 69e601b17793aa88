import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { GivenToken, NewToken, Tokens } from '../../contracts/views/program-token.ts';
import { newToken, PROGRAM_PREFIX } from '../../db/opaque-token.ts';
import { dropToken, makeToken, tokensOf } from '../../db/program-tokens.ts';
import { DAY_MS } from '../../domain/calendar/day.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { problem } from '../problem.ts';
import type { SignInDesk } from '../session/desk.ts';
import { demandTokenRoom } from '../session/token-room.ts';

/** What my programs are known by. */
export function tokenRoutes(
  app: Api,
  { pool, keys, realNow: now = Date.now }: ApiParts,
  { programs, note }: SignInDesk,
): void {
  const access = { view: 'tokens' } as const;
  app.get(
    '/api/me/tokens',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'The tokens of my programs',
        response: { 200: Tokens, ...problems(401, 403) },
      },
    },
    async ({ person }) => ({ tokens: await tokensOf(pool, person, now()) }),
  );
  app.post(
    '/api/me/tokens',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Makes a token for a program of mine; it is shown this once',
        body: NewToken,
        response: { 200: GivenToken, ...problems(400, 401, 403, 409) },
      },
    },
    async ({ person, cameBy, body, ip }) => {
      await demandTokenRoom(pool, person, now());
      const { token, digest } = newToken(keys, person, PROGRAM_PREFIX);
      const { days, ...given } = body;
      const [id, madeAt] = [randomUUID(), now()];
      const until = madeAt + days * DAY_MS;
      await makeToken(pool, { ...given, ...cameBy!, id, person, token: digest, now: madeAt, until });
      note('A token was made', { person, token: id, ip });
      return { ...given, id, person, token, madeAt, seenAt: null, until };
    },
  );
  app.delete(
    '/api/me/tokens/:id',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Takes a token of mine out of use',
        params: z.object({ id: z.uuid('must be the id of a token, as GET /api/me/tokens tells it') }),
        response: { 200: Tokens, ...problems(400, 401, 403, 404) },
      },
    },
    async ({ person, params: { id } }) => {
      if (!(await dropToken(pool, id, person))) throw problem('not-found/no-token', {});
      await programs.ended();
      return { tokens: await tokensOf(pool, person, now()) };
    },
  );
}

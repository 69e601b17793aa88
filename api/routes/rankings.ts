import { z } from 'zod';
import { Version } from '../../contracts/figure.ts';
import { ApplicationCode } from '../../contracts/selection/commands.ts';
import { ExplanationView } from '../../contracts/views/selection.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { storedRanking } from '../../db/views/ranking.ts';
import { reviewRoundsOf } from '../../domain/selection/scores.ts';
import { explanationOf } from '../../views/selection/explanation.ts';
import { readRanked } from '../../views/selection/reading.ts';
import { PathId, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { problem } from '../problem.ts';
import type { Roles } from '../roles.ts';
import { streamOf } from '../streams.ts';

const tags = ['selection'];
const params = z.object({ id: PathId });

/** The ranking, byte for byte, and why each application stands where it stands. */
export function rankingRoutes(app: Api, { pool }: ApiParts, roles: Roles, reader: StreamReader): void {
  app.get(
    '/api/selections/:id/ranking',
    {
      config: { access: { view: 'ranking' }, apart: 'looks' },
      schema: {
        tags,
        summary: 'The ranking as it was recorded, byte for byte; its digest is the ETag',
        params,
        querystring: z.object({ number: Version.optional() }),
        response: {
          200: z.unknown().describe('The recorded bytes'),
          304: z.undefined(),
          ...problems(400, 401, 403, 404),
        },
      },
    },
    async ({ person, params: { id }, query, headers }, reply) => {
      const stream = streamOf('selection', id);
      await readRanked(reader, stream, await roles.of(person));
      const ranking = await storedRanking(pool, stream, query.number);
      if (!ranking) throw noRanking(id, query.number);
      reply.header('etag', `"${ranking.digest}"`);
      if (headers['if-none-match'] === `"${ranking.digest}"`) return reply.code(304).send();
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('x-ranking-number', ranking.number)
        .send(Buffer.from(ranking.bytes));
    },
  );
  app.get(
    '/api/selections/:id/explain',
    {
      config: { access: { view: 'explanation' }, apart: 'looks' },
      schema: {
        tags,
        summary: 'Why an application stands where it stands, and before or behind another',
        params,
        querystring: z.object({
          application: ApplicationCode,
          against: ApplicationCode.optional(),
          locale: z.enum(['en', 'zh-CN']).default('en'),
        }),
        response: { 200: ExplanationView, ...problems(400, 401, 403, 404) },
      },
    },
    async ({ person, params: { id }, query }) => {
      const state = await readRanked(reader, streamOf('selection', id), await roles.of(person));
      if (!state.ranking) throw noRanking(id);
      return explanationOf(state, await reader.rounds(reviewRoundsOf(state)), query);
    },
  );
}

const noRanking = (selection: string, number?: number) =>
  number === undefined
    ? problem('not-found/no-ranking', { selection })
    : problem('not-found/no-ranking-numbered', { selection, number });

import { z } from 'zod';
import { OverviewView, SupportView } from '../../contracts/views/me/overview.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { RoundProgress } from '../../views/cycle/progress.ts';
import { overviewSeen } from '../../views/overview/reading.ts';
import { supportSeen } from '../../views/overview/support.ts';
import { PathId, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { streamOf } from '../streams.ts';

/** What leaders see on one screen, and what they alone see of their own support. */
export function overviewRoutes(app: Api, { pool, keys, clock }: ApiParts, roles: Roles, reader: StreamReader): void {
  const progress = new RoundProgress(pool);
  app.get(
    '/api/me/overview',
    {
      config: { access: { view: 'overview' }, apart: 'looks' },
      schema: {
        tags: ['me'],
        summary: 'One screen: what is asked of me, what was promised and measured, who took part, what is still open',
        description:
          'Of the newest cycle, unless `cycle` names another; as much of it as the asker sees there. What fewer people are behind than the terms say is hidden, with the reason.',
        querystring: z.object({ cycle: PathId.optional() }),
        response: { 200: OverviewView, ...problems(400, 401, 404) },
      },
    },
    async ({ person, query: { cycle } }) => {
      const asked = { cycle: cycle === undefined ? undefined : streamOf('cycle', cycle) };
      return overviewSeen({ pool, reader }, progress, asked, await roles.of(person), clock.now());
    },
  );
  app.get(
    '/api/me/support',
    {
      config: { access: { view: 'support' } },
      schema: {
        tags: ['me'],
        summary: 'What I have done for the training of others; nobody else is shown it',
        response: { 200: SupportView, ...problems(401) },
      },
    },
    async ({ person }) => supportSeen({ pool, keys }, person, clock.now()),
  );
}

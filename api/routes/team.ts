import { z } from 'zod';
import { PersonId } from '../../contracts/ids.ts';
import { Code } from '../../contracts/organisation.ts';
import { TeamLateView, TeamView } from '../../contracts/views/people/team.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { lateSeen } from '../../views/people/late.ts';
import { teamSeen } from '../../views/people/team.ts';
import { PathId, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { streamOf } from '../streams.ts';

/** What managers see of their people. */
export function teamRoutes(app: Api, { pool, keys, clock }: ApiParts, roles: Roles, reader: StreamReader): void {
  app.get(
    '/api/me/team',
    {
      config: { access: { view: 'team' }, apart: 'looks' },
      schema: {
        tags: ['me'],
        summary:
          'The people who report to me: what their posts require, how they are rated, what the plan does about it, and what waits for me',
        description:
          'Of the newest cycle that is about them, unless `cycle` names another; `of` names somebody below me in the line, whose team it is then. Above 15 people are shown by post; `post` opens one.',
        querystring: z.object({ cycle: PathId.optional(), of: PersonId.optional(), post: Code.optional() }),
        response: { 200: TeamView, ...problems(400, 401, 404) },
      },
    },
    async ({ person, query: { cycle, of, post } }) => {
      const asked = { cycle: cycle === undefined ? undefined : streamOf('cycle', cycle), of, post };
      return teamSeen({ pool, reader }, asked, await roles.of(person), clock.now());
    },
  );
  app.get(
    '/api/me/team/late/:round',
    {
      config: { access: { view: 'team-late' } },
      schema: {
        tags: ['me'],
        summary: 'Who of my people is late in a round: what was tried, and whom to talk to',
        description: 'Of the answers about which I was written to as a manager, those that are still open.',
        params: z.object({ round: PathId }),
        response: { 200: TeamLateView, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params: { round } }) =>
      lateSeen({ pool, keys, reader }, streamOf('round', round), person, clock.now()),
  );
}

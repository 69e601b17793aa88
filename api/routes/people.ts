import { z } from 'zod';
import { PersonId } from '../../contracts/ids.ts';
import { line } from '../../contracts/text.ts';
import { Directory } from '../../contracts/views/operations.ts';
import { DevelopmentView } from '../../contracts/views/people/development.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { findPeople } from '../../db/views/people.ts';
import { developmentSeen } from '../../views/people/development.ts';
import { PathId, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { streamOf } from '../streams.ts';

const MOST_FOUND = 20;

/** People: the directory, for whoever has to name somebody, and how one of them develops. */
export function peopleRoutes(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader): void {
  directory(app, parts);
  development(app, parts, roles, reader);
}

function directory(app: Api, { pool }: ApiParts): void {
  app.get(
    '/api/people',
    {
      config: { access: { view: 'people' } },
      schema: {
        tags: ['people'],
        summary: 'People whose name or employee id contains a text',
        querystring: z.object({ query: line(100) }),
        response: { 200: Directory, ...problems(400, 401) },
      },
    },
    async ({ query }) => ({ people: await findPeople(pool, query.query, MOST_FOUND) }),
  );
}

function development(app: Api, { pool, keys, clock }: ApiParts, roles: Roles, reader: StreamReader): void {
  app.get(
    '/api/people/:person/development',
    {
      config: { access: { view: 'development' }, apart: 'looks' },
      schema: {
        tags: ['people'],
        summary:
          'One person: what the post requires and how they are rated, the development plan with its signatures, courses before and after',
        description:
          'Of the newest cycle that is about them, unless `cycle` names another. One sees one’s own ratings once all of them are over.',
        params: z.object({ person: PersonId }),
        querystring: z.object({ cycle: PathId.optional() }),
        response: { 200: DevelopmentView, ...problems(400, 401, 404) },
      },
    },
    async ({ person: asker, params: { person }, query: { cycle } }) => {
      const asked = { person, cycle: cycle === undefined ? undefined : streamOf('cycle', cycle) };
      return developmentSeen({ pool, keys, reader }, asked, await roles.of(asker), clock.now());
    },
  );
}

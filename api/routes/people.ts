import { z } from 'zod';
import { line } from '../../contracts/text.ts';
import { Directory } from '../../contracts/views/operations.ts';
import { findPeople } from '../../db/views/people.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';

const MOST_FOUND = 20;

/** The directory, for whoever has to name somebody: a delegate, a nominee. */
export function peopleRoutes(app: Api, { pool }: ApiParts): void {
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

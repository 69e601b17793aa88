import { z } from 'zod';
import { line } from '../../contracts/text.ts';
import { FindView } from '../../contracts/views/find.ts';
import { TrainersView } from '../../contracts/views/trainers.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { found } from '../../views/find/find.ts';
import { trainersSeen } from '../../views/trainers/trainers.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';

/** What is looked for by name, and who may be asked to teach. */
export function findRoutes(app: Api, { pool, clock }: ApiParts, roles: Roles, reader: StreamReader): void {
  app.get(
    '/api/find',
    {
      config: { access: { view: 'find' }, apart: 'pieces' },
      schema: {
        tags: ['me'],
        summary:
          'People, procedures, courses and applications that are called like a text, of those that the asker may see',
        description: 'Chinese and Latin letters alike, anywhere in a name; eight of each kind at most.',
        querystring: z.object({ q: line(100) }),
        response: { 200: FindView, ...problems(400, 401) },
      },
    },
    async ({ person, query: { q } }) => found({ pool, reader }, q, await roles.of(person), clock.now()),
  );
  app.get(
    '/api/trainers',
    {
      config: { access: { view: 'trainers' }, apart: 'looks' },
      schema: {
        tags: ['people'],
        summary: 'The team of trainers: topics, who, until when, hours and ratings; what nobody covers',
        response: { 200: TrainersView, ...problems(401) },
      },
    },
    async ({ person }) => trainersSeen({ pool, reader }, await roles.of(person), clock.now()),
  );
}

import { z } from 'zod';
import { OfferingList, OfferingView } from '../../contracts/views/offering.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { offeringLines } from '../../db/views/offerings.ts';
import { offeringSeen } from '../../views/offering/reading.ts';
import { PathId, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { streamOf } from '../streams.ts';
import { offeringFileRoutes } from './offering-files.ts';

const tags = ['offering'];

/** Offerings of courses: looking at them, and every command that people may send to them. */
export async function offeringRoutes(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader): Promise<void> {
  list(app, parts, roles);
  view(app, parts, roles, reader);
  await offeringFileRoutes(app, parts, roles, reader);
}

function list(app: Api, { pool }: ApiParts, roles: Roles): void {
  app.get(
    '/api/offerings',
    {
      config: { access: { view: 'offerings' }, apart: 'looks' },
      schema: {
        tags,
        summary: 'Offerings by their first day: for operations all, for others those they teach or are on the list of',
        querystring: z.object({ cycle: PathId.optional() }),
        response: { 200: OfferingList, ...problems(400, 401) },
      },
    },
    async ({ person, query: { cycle } }) => ({
      offerings: await offeringLines(pool, person, {
        cycle: cycle === undefined ? undefined : streamOf('cycle', cycle),
        own: !(await roles.of(person)).all,
      }),
    }),
  );
}

function view(app: Api, { pool }: ApiParts, roles: Roles, reader: StreamReader): void {
  app.get(
    '/api/offerings/:id',
    {
      config: { access: { view: 'offering' }, apart: 'pieces' },
      schema: {
        tags,
        summary: 'An offering: days, place, seats, and what concerns the asker',
        params: z.object({ id: PathId }),
        response: { 200: OfferingView, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params: { id } }) =>
      offeringSeen({ pool, reader }, streamOf('offering', id), await roles.of(person)),
  );
}

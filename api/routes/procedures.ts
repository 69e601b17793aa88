import { z } from 'zod';
import type { ProcessType } from '../../contracts/ids.ts';
import { kindNames, wordsOf } from '../../contracts/kinds.ts';
import { ProcedureList, ProcedureView } from '../../contracts/views/procedure.ts';
import { AgendaView } from '../../contracts/views/selection.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { agendaOf } from '../../db/views/agenda.ts';
import { isOpenedByPeople, procedureSeen, proceduresSeen } from '../../views/procedure/reading.ts';
import { commandRoutes, openingRoute, PathId, pathOf, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { type Streams, streamOf } from '../streams.ts';
import { previewRoute } from './preview.ts';
import { whatIfRoute } from './what-if.ts';

const tags = ['procedure'];
const params = z.object({ id: PathId });

/**
 * What there is for every kind of process: its commands and what would follow from them; procedures are opened and listed, and have a
 * plain view where there is none of their own yet.
 */
export function kindRoutes(app: Api, parts: ApiParts, roles: Roles, streams: Streams, reader: StreamReader): void {
  list(app, parts, roles);
  for (const kind of kindNames()) {
    const { procedure } = wordsOf(kind);
    if (procedure && isOpenedByPeople(kind)) {
      openingRoute(app, parts, kind);
      previewRoute(app, parts, reader, kind);
    }
    if (kind !== 'organisation') whatIfRoute(app, parts, reader, kind);
    if (procedure) agenda(app, parts, kind);
    if (procedure && !app.hasRoute({ method: 'GET', url: pathOf(kind) })) view(app, parts, roles, reader, kind);
    commandRoutes(app, parts, streams, kind);
  }
}

function list(app: Api, parts: ApiParts, roles: Roles): void {
  app.get(
    '/api/procedures',
    {
      config: { access: { view: 'procedures' } },
      schema: {
        tags,
        summary: 'Procedures of every kind, newest first, at most 2,000',
        querystring: z.object({
          kind: z.string().max(20).optional().describe('Only of this kind, such as selection'),
          open: z.enum(['true', 'false']).default('false').describe('Only those that are not over'),
        }),
        response: { 200: ProcedureList, ...problems(400, 401) },
      },
    },
    async ({ person, query: { kind, open } }) => ({
      procedures: await proceduresSeen(
        parts,
        { kind, open: open === 'true' },
        await roles.of(person),
        parts.clock.now(),
      ),
    }),
  );
}

function agenda(app: Api, { pool, clock }: ApiParts, kind: ProcessType): void {
  app.get(
    `${pathOf(kind)}/agenda`,
    {
      config: { access: { view: 'agenda' } },
      schema: {
        tags: [kind],
        summary: 'Who is written to next, and when',
        params,
        response: { 200: AgendaView, ...problems(400, 401, 403, 404) },
      },
    },
    async ({ params: { id } }) => agendaOf(pool, streamOf(kind, id), clock.now()),
  );
}

/** The view of a kind that has none of its own. */
function view(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader, kind: ProcessType): void {
  const { noun } = wordsOf(kind);
  app.get(
    pathOf(kind),
    {
      config: { access: { view: 'procedure' }, apart: 'pieces' },
      schema: {
        tags: [kind],
        summary: `A ${noun}: its stage, its timetable and its open rounds`,
        params,
        response: { 200: ProcedureView, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params: { id } }) =>
      procedureSeen({ ...parts, reader }, streamOf(kind, id), await roles.of(person), parts.clock.now()),
  );
}

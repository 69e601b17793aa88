import { z } from 'zod';
import { SelectionView } from '../../contracts/views/selection.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { selectionSeen } from '../../views/selection/reading.ts';
import { PathId, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { streamOf } from '../streams.ts';
import { applicationRoutes } from './applications.ts';
import { rankingRoutes } from './rankings.ts';

const tags = ['selection'];
const params = z.object({ id: PathId });

/** Selections of internal trainers: opening them, looking at them, and every command that they know. */
export function selectionRoutes(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader): void {
  views(app, parts, roles, reader);
  applicationRoutes(app, parts, roles, reader);
  rankingRoutes(app, parts, roles, reader);
}

function views(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader): void {
  app.get(
    '/api/selections/:id',
    {
      config: { access: { view: 'selection' }, apart: 'pieces' },
      schema: {
        tags,
        summary: 'A selection: its stage, timetable, measures and criteria, and what concerns the asker',
        params,
        response: { 200: SelectionView, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params: { id } }) =>
      selectionSeen({ ...parts, reader }, streamOf('selection', id), await roles.of(person), parts.clock.now()),
  );
}

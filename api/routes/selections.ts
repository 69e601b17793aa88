import { z } from 'zod';
import { troubleOf } from '../../contracts/trouble.ts';
import { SelectionView } from '../../contracts/views/selection.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { troubleIn } from '../../db/streams.ts';
import { namesOf } from '../../db/views/selections.ts';
import { openRounds } from '../../domain/procedure/rounds.ts';
import { PathId, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { peopleShown, selectionView } from '../selection/view.ts';
import { notFoundStream, streamOf } from '../streams.ts';
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

function views(app: Api, { pool }: ApiParts, roles: Roles, reader: StreamReader): void {
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
    async ({ person, params: { id } }) => {
      const stream = streamOf('selection', id);
      const state = await reader.selection(stream);
      if (!state) throw notFoundStream(stream);
      const who = await roles.of(person);
      const [names, rounds, trouble] = await Promise.all([
        namesOf(pool, peopleShown(state)),
        reader.rounds(who.all ? openRounds(state).map((r) => r.id) : []),
        who.all ? troubleIn(pool, stream) : null,
      ]);
      return selectionView(state, who, { names, rounds, trouble: troubleOf(trouble) });
    },
  );
}

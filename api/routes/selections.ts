import { z } from 'zod';
import { SELECTION_DOORS } from '../../access/commands/selection.ts';
import { SELECTION_COMMANDS } from '../../contracts/selection/commands.ts';
import { SelectionTerms } from '../../contracts/selection/terms.ts';
import { troubleOf } from '../../contracts/trouble.ts';
import { AgendaView, SelectionList, SelectionView } from '../../contracts/views/selection.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { troubleIn } from '../../db/streams.ts';
import { agendaOf } from '../../db/views/agenda.ts';
import { namesOf, selectionLines } from '../../db/views/selections.ts';
import { openRounds } from '../../domain/procedure/rounds.ts';
import { commandRoutes, openingRoute, PathId, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { peopleShown, selectionView } from '../selection/view.ts';
import { notFoundStream, type Streams, streamOf } from '../streams.ts';
import { applicationRoutes } from './applications.ts';
import { rankingRoutes } from './rankings.ts';
import { whatIfRoute } from './what-if.ts';

const tags = ['selection'];
const params = z.object({ id: PathId });

/** Selections of internal trainers: opening them, looking at them, and every command that they know. */
export function selectionRoutes(app: Api, parts: ApiParts, roles: Roles, streams: Streams, reader: StreamReader): void {
  openingRoute(app, parts, roles, {
    kind: 'selection',
    path: '/api/selections',
    terms: SelectionTerms,
    door: SELECTION_DOORS.open,
    plural: 'selections',
  });
  whatIfRoute(app, parts, roles, reader, { kind: 'selection', path: '/api/selections/:id', doors: SELECTION_DOORS });
  views(app, parts, roles, reader);
  applicationRoutes(app, parts, roles, reader);
  rankingRoutes(app, parts, roles, reader);
  commandRoutes(app, parts, roles, streams, {
    kind: 'selection',
    path: '/api/selections/:id',
    commands: SELECTION_COMMANDS,
    doors: SELECTION_DOORS,
  });
}

function views(app: Api, { pool, clock }: ApiParts, roles: Roles, reader: StreamReader): void {
  app.get(
    '/api/selections',
    { schema: { tags, summary: 'All selections, newest first', response: { 200: SelectionList, ...problems(401) } } },
    async () => ({ selections: await selectionLines(pool) }),
  );
  app.get(
    '/api/selections/:id',
    {
      config: { apart: 'pieces' },
      schema: {
        tags,
        summary: 'A selection: its stage, timetable, measures and criteria, and what concerns the asker',
        description: 'For everybody; how it stands inside is for operations.',
        params,
        response: { 200: SelectionView, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params: { id } }) => {
      const stream = streamOf('selection', id);
      const state = await reader.selection(stream);
      if (!state) throw notFoundStream(stream);
      const operations = roles.isOperations(person);
      const [names, rounds, trouble] = await Promise.all([
        namesOf(pool, peopleShown(state)),
        reader.rounds(operations ? openRounds(state).map((r) => r.id) : []),
        operations ? troubleIn(pool, stream) : null,
      ]);
      return selectionView(state, { person, operations }, { names, rounds, trouble: troubleOf(trouble) });
    },
  );
  app.get(
    '/api/selections/:id/agenda',
    {
      config: { demand: roles.operationsTo('see the agenda') },
      schema: {
        tags,
        summary: 'Who is written to next, and when',
        description: 'For operations.',
        params,
        response: { 200: AgendaView, ...problems(400, 401, 403, 404) },
      },
    },
    async ({ params: { id } }) => agendaOf(pool, streamOf('selection', id), clock.now()),
  );
}

import { z } from 'zod';
import { CYCLE_COMMANDS, CycleTerms } from '../../contracts/cycle.ts';
import { Accepted, Envelope } from '../../contracts/views/command.ts';
import type { StreamReader } from '../../db/read/fold.ts';
import { commandRoutes, PathId, problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { CYCLE_DOORS } from '../permissions.ts';
import type { Roles } from '../roles.ts';
import { commandIdOf, send } from '../sender.ts';
import { type Streams, streamOf } from '../streams.ts';

const tags = ['cycle'];

/** Training-plan cycles: opening them, looking at them, and every command that they know. */
export function cycleRoutes(app: Api, parts: ApiParts, roles: Roles, streams: Streams, _reader: StreamReader): void {
  opening(app, parts, roles);
  commandRoutes(app, parts, roles, streams, {
    kind: 'cycle',
    path: '/api/cycles/:id',
    commands: CYCLE_COMMANDS,
    doors: CYCLE_DOORS,
  });
}

function opening(app: Api, { gateway }: ApiParts, roles: Roles): void {
  app.post(
    '/api/cycles',
    {
      bodyLimit: CYCLE_DOORS.open.bodyLimit!,
      schema: {
        tags,
        operationId: 'cycle_open',
        summary: CYCLE_DOORS.open.does,
        description: 'For operations.',
        body: z.object({ id: PathId, terms: CycleTerms, ...Envelope }),
        response: { 200: Accepted, ...problems(400, 401, 403, 409, 413, 422, 503) },
      },
    },
    async (request) => {
      roles.demandOperations(request.person, 'open cycles');
      const { id, terms, commandId } = request.body;
      return send(gateway, streamOf('cycle', id), {
        type: 'open',
        actor: request.person,
        body: terms,
        commandId: commandIdOf(request, commandId),
      });
    },
  );
}

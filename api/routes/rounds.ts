import { z } from 'zod';
import { ROUND_DOORS } from '../../access/commands/round.ts';
import { StreamId } from '../../contracts/ids.ts';
import { MOST_TASKS, RoundPolicy, RoundSpec, TaskSpec } from '../../contracts/round.ts';
import { Accepted, Envelope } from '../../contracts/views/command.ts';
import { RoundList, RoundStanding, RoundView } from '../../contracts/views/round.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { hasMoreTasks, roundStanding } from '../../db/views/standing.ts';
import { notFoundStream } from '../../views/refused.ts';
import { roundSeen, roundsSeen } from '../../views/round/reading.ts';
import { handOver } from '../apart/hand-over.ts';
import { PathId, problems } from '../commands.ts';
import { LargeBody } from '../large-bodies.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { commandIdOf, send, sendLarge } from '../sender.ts';
import { type Streams, streamOf } from '../streams.ts';
import { sittingRoutes } from './sittings.ts';
import { taskRoutes } from './tasks.ts';

const tags = ['round'];
const ofRound = z.object({ id: PathId });

/** Rounds: opening them, looking at them, and every command that they know. */
export function roundRoutes(app: Api, parts: ApiParts, roles: Roles, streams: Streams, reader: StreamReader): void {
  opening(app, parts);
  views(app, parts, roles);
  standing(app, parts);
  sittingRoutes(app, parts, streams, reader);
  taskRoutes(app, parts, roles, streams, reader);
}

/** A round that a person opens belongs to no other process. */
const OpenBody = z.object({
  id: PathId,
  spec: RoundSpec.extend({ owner: z.null().default(null), policy: RoundPolicy.prefault({}) }),
  tasks: z.array(TaskSpec).max(MOST_TASKS),
  ...Envelope,
});

function opening(app: Api, { gateway }: ApiParts): void {
  app.post(
    '/api/rounds',
    {
      bodyLimit: ROUND_DOORS.open.bodyLimit!,
      config: { access: { kind: 'round', sends: 'open' }, large: true },
      schema: {
        tags,
        operationId: 'round_open',
        summary: ROUND_DOORS.open.does,
        body: OpenBody,
        response: { 200: Accepted, ...problems(400, 401, 403, 409, 413, 422, 429, 503) },
      },
    },
    async (request) => {
      if ((request.body as unknown) instanceof LargeBody) {
        const large = { kind: 'round', stream: undefined, type: 'open', wrapping: 'round' } as const;
        return sendLarge(gateway, request, request.body as unknown as LargeBody, large);
      }
      const { id, spec, tasks, commandId } = request.body;
      return send(gateway, streamOf('round', id), {
        type: 'open',
        actor: request.person,
        body: { spec, tasks },
        commandId: commandIdOf(request, commandId),
      });
    },
  );
}

function views(app: Api, { pool, clock }: ApiParts, roles: Roles): void {
  app.get(
    '/api/rounds',
    {
      config: { access: { view: 'rounds' } },
      schema: {
        tags,
        summary: 'Rounds with their counts, newest first',
        querystring: z.object({
          owner: StreamId.optional(),
          state: z.enum(['open', 'held', 'settled']).optional(),
        }),
        response: { 200: RoundList, ...problems(400, 401) },
      },
    },
    async ({ person, query }) => ({ rounds: await roundsSeen(pool, query, await roles.of(person), clock.now()) }),
  );
  app.get(
    '/api/rounds/:id',
    {
      config: { access: { view: 'round' } },
      schema: {
        tags,
        summary: 'Where a round stands',
        params: ofRound,
        response: { 200: RoundView, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params }) => roundSeen(pool, streamOf('round', params.id), await roles.of(person), clock.now()),
  );
}

/** The standing of a round with more tasks is reckoned where nobody else waits. */
const MANY_TASKS = 10_000;

function standing(app: Api, { pool, apart }: ApiParts): void {
  app.get(
    '/api/rounds/:id/standing',
    {
      config: { access: { view: 'standing' } },
      schema: {
        tags,
        summary: 'How the subjects of a round stand by the plain mean of the field that its policy tallies, best first',
        description: 'It decides nothing, and is provisional until the round has settled.',
        params: ofRound,
        response: { 200: RoundStanding, ...problems(400, 401, 403, 404, 422, 429, 503) },
      },
    },
    async (request, reply) => {
      const id = streamOf('round', request.params.id);
      if (apart && (await hasMoreTasks(pool, id, MANY_TASKS))) return handOver(apart.looks, request, reply) as never;
      const found = await roundStanding(pool, id);
      if (!found) throw notFoundStream(id);
      return found;
    },
  );
}

import { z } from 'zod';
import { Answer } from '../../contracts/form.ts';
import { PersonId, StreamId } from '../../contracts/ids.ts';
import { MOST_TASKS, ROUND_COMMANDS, RoundPolicy, RoundSpec, TaskId, TaskSpec } from '../../contracts/round.ts';
import { line } from '../../contracts/text.ts';
import { Accepted, Envelope } from '../../contracts/views/command.ts';
import {
  DraftSaved,
  RoundList,
  RoundStanding,
  RoundView,
  TaskPage,
  TaskStateName,
  TaskView,
} from '../../contracts/views/round.ts';
import { draftStanding, saveDraft } from '../../db/drafts.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { roundViews } from '../../db/views/round.ts';
import { hasMoreTasks, roundStanding } from '../../db/views/standing.ts';
import { taskPage, taskView } from '../../db/views/tasks.ts';
import { handOver } from '../apart/hand-over.ts';
import { commandRoutes, PathId, problems } from '../commands.ts';
import { LargeBody } from '../large-bodies.ts';
import type { Api, ApiParts } from '../parts.ts';
import { ROUND_DOORS } from '../permissions.ts';
import { Problem } from '../problem.ts';
import type { Roles } from '../roles.ts';
import { commandIdOf, send, sendLarge } from '../sender.ts';
import { notFoundStream, type Streams, streamOf } from '../streams.ts';
import { demandRoundOf, notFoundTask } from '../tasks.ts';
import { applicationOfTask, isOfSelection } from './applications.ts';

const tags = ['round'];
const ofRound = z.object({ id: PathId });
const ofTask = z.object({ id: PathId, task: TaskId });

/** Rounds: opening them, looking at them, and every command that they know. */
export function roundRoutes(app: Api, parts: ApiParts, roles: Roles, streams: Streams, reader: StreamReader): void {
  opening(app, parts, roles);
  views(app, parts, roles);
  standing(app, parts, roles);
  tasks(app, parts, roles, reader);
  drafts(app, parts, streams);
  commandRoutes(app, parts, roles, streams, {
    kind: 'round',
    path: '/api/rounds/:id',
    commands: ROUND_COMMANDS,
    doors: ROUND_DOORS,
  });
}

/** A round that a person opens belongs to no other process. */
const OpenBody = z.object({
  id: PathId,
  spec: RoundSpec.extend({ owner: z.null().default(null), policy: RoundPolicy.prefault({}) }),
  tasks: z.array(TaskSpec).max(MOST_TASKS),
  ...Envelope,
});

function opening(app: Api, { gateway }: ApiParts, roles: Roles): void {
  app.post(
    '/api/rounds',
    {
      bodyLimit: ROUND_DOORS.open.bodyLimit!,
      config: { large: true, demand: roles.operationsTo('open rounds') },
      schema: {
        tags,
        operationId: 'round_open',
        summary: ROUND_DOORS.open.does,
        description: 'For operations.',
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
      schema: {
        tags,
        summary: 'Rounds with their counts, newest first; for people other than operations, those they take part in',
        querystring: z.object({
          owner: StreamId.optional(),
          state: z.enum(['open', 'held', 'settled']).optional(),
        }),
        response: { 200: RoundList, ...problems(400, 401) },
      },
    },
    async ({ person, query }) => {
      const mine = roles.isOperations(person) ? undefined : person;
      return { rounds: await roundViews(pool, { ...query, with: mine }, clock.now()) };
    },
  );
  app.get(
    '/api/rounds/:id',
    {
      schema: {
        tags,
        summary: 'Where a round stands',
        description: 'For operations and for people who have a task in it.',
        params: ofRound,
        response: { 200: RoundView, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params }) => {
      const id = streamOf('round', params.id);
      const mine = roles.isOperations(person) ? undefined : person;
      const [round] = await roundViews(pool, { id, with: mine }, clock.now());
      // A round that is none of the asker's business looks like one that is not there.
      if (!round) throw notFoundStream(id);
      return round;
    },
  );
}

/** The standing of a round with more tasks is reckoned where nobody else waits. */
const MANY_TASKS = 10_000;

function standing(app: Api, { pool, apart }: ApiParts, roles: Roles): void {
  app.get(
    '/api/rounds/:id/standing',
    {
      config: { demand: roles.operationsTo('see how the subjects of a round stand') },
      schema: {
        tags,
        summary: 'How the subjects of a round stand by the plain mean of the field that its policy tallies, best first',
        description: 'For operations. It decides nothing, and is provisional until the round has settled.',
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

function tasks(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader): void {
  const { pool, keys, clock } = parts;
  app.get(
    '/api/rounds/:id/tasks',
    {
      config: { demand: roles.operationsTo('see all tasks of a round') },
      schema: {
        tags,
        summary: 'The tasks of a round, a page at a time',
        description: 'For operations.',
        params: ofRound,
        querystring: z.object({
          state: TaskStateName.optional(),
          assignee: PersonId.optional(),
          about: line(120).optional(),
          after: TaskId.optional(),
          limit: z.coerce.number().int().min(1).max(1000).default(200),
        }),
        response: { 200: TaskPage, ...problems(400, 401, 403, 404) },
      },
    },
    async ({ params, query }) => {
      const id = streamOf('round', params.id);
      const page = await taskPage(pool, id, query, clock.now());
      if (!page.tasks.length && !(await roundViews(pool, { id }, clock.now())).length) throw notFoundStream(id);
      return page;
    },
  );
  app.get(
    '/api/rounds/:id/tasks/:task',
    {
      schema: {
        tags,
        summary: 'A task with its form, draft, latest answer and what it is about',
        description: 'For its assignee and for operations; what the assignee has drafted is shown to nobody else.',
        params: ofTask,
        response: { 200: TaskView, ...problems(400, 401, 404, 422, 429, 503) },
      },
    },
    async (request, reply) => {
      const { person, params } = request;
      const asked = { round: streamOf('round', params.id), task: params.task, viewer: person };
      const found = await taskView(pool, keys, asked, clock.now());
      const may = found && (found.view.assignee === person || roles.isOperations(person));
      if (!may) throw notFoundTask(asked.round, asked.task);
      const { view, owner } = found;
      if (!isOfSelection(owner, view.about)) return view;
      // A selection may be large, while most tasks are of none.
      if (parts.apart) return handOver(parts.apart.pieces, request, reply) as never;
      const viewer = { person, operations: roles.isOperations(person) };
      return { ...view, application: await applicationOfTask(parts, reader, { ...view, owner }, viewer) };
    },
  );
}

function drafts(app: Api, { pool, keys, gateway }: ApiParts, streams: Streams): void {
  app.put(
    '/api/rounds/:id/tasks/:task/draft',
    {
      schema: {
        tags,
        summary: 'Saves the draft of an answer',
        description: 'For the assignee. `revision` is the one that was loaded, 0 for the first draft.',
        params: ofTask,
        body: z.object({ content: Answer, revision: z.number().int().min(0) }),
        response: { 200: DraftSaved, ...problems(400, 401, 403, 404, 409, 413, 503) },
      },
    },
    async ({ person, params, body }) => {
      const round = streamOf('round', params.id);
      await demandRoundOf(streams, round, params.task);
      const standing = await draftStanding(pool, round, params.task, person);
      if (standing?.assignee === person && standing.revision !== body.revision)
        throw conflict(params.task, standing.revision);
      // The first draft is news to the round, and the round says who may write one.
      if (standing?.state !== 'drafted' || standing.assignee !== person) {
        await send(gateway, round, { type: 'saveDraft', actor: person, body: { task: params.task } });
      }
      const aboutPerson = standing?.aboutPerson ?? null;
      const draft = { round, task: params.task, person, aboutPerson, content: body.content };
      const revision = await saveDraft(pool, keys, draft, body.revision);
      if (revision !== null) return { revision };
      const since = await draftStanding(pool, round, params.task, person);
      if (since?.state !== 'drafted' || since.assignee !== person) {
        await send(gateway, round, { type: 'saveDraft', actor: person, body: { task: params.task } });
      }
      throw conflict(params.task, since?.revision ?? 0);
    },
  );
}

function conflict(task: string, revision: number): Problem {
  return new Problem(
    'draft-conflict',
    `The draft of task ${task} stands at revision ${revision}; load it and put your changes into that one.`,
  );
}

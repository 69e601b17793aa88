import { z } from 'zod';
import { Revision } from '../../contracts/figure.ts';
import { Answer } from '../../contracts/form.ts';
import { PersonId } from '../../contracts/ids.ts';
import { TaskId } from '../../contracts/round.ts';
import { line } from '../../contracts/text.ts';
import { DraftSaved, TaskPage, TaskStateName, TaskView } from '../../contracts/views/round.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { roundViews } from '../../db/views/round.ts';
import { taskPage } from '../../db/views/tasks.ts';
import { notFoundStream } from '../../views/refused.ts';
import { taskWithMatter } from '../../views/round/task.ts';
import { PathId, problems } from '../commands.ts';
import { saveAll } from '../drafts.ts';
import type { Api, ApiParts } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { type Streams, streamOf } from '../streams.ts';
import { demandRoundOf } from '../tasks.ts';

const tags = ['round'];
const ofTask = z.object({ id: PathId, task: TaskId });

/** The tasks of a round: all of them, one with what it is about, and the draft of its answer. */
export function taskRoutes(app: Api, parts: ApiParts, roles: Roles, streams: Streams, reader: StreamReader): void {
  page(app, parts);
  one(app, parts, roles, reader);
  drafts(app, parts, streams);
}

function page(app: Api, { pool, clock }: ApiParts): void {
  app.get(
    '/api/rounds/:id/tasks',
    {
      config: { access: { view: 'tasks' } },
      schema: {
        tags,
        summary: 'The tasks of a round, a page at a time',
        params: z.object({ id: PathId }),
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
      const found = await taskPage(pool, id, query, clock.now());
      if (!found.tasks.length && !(await roundViews(pool, { id }, clock.now())).length) throw notFoundStream(id);
      return found;
    },
  );
}

function one(app: Api, parts: ApiParts, roles: Roles, reader: StreamReader): void {
  app.get(
    '/api/rounds/:id/tasks/:task',
    {
      config: { access: { view: 'task' }, apart: 'pieces' },
      schema: {
        tags,
        summary: 'A task with its form, draft, latest answer, what it is about, and why it is asked',
        params: ofTask,
        response: { 200: TaskView, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params }) => {
      const asked = { round: streamOf('round', params.id), task: params.task };
      return taskWithMatter({ ...parts, reader }, asked, await roles.of(person), parts.clock.now());
    },
  );
}

function drafts(app: Api, parts: ApiParts, streams: Streams): void {
  app.put(
    '/api/rounds/:id/tasks/:task/draft',
    {
      // Later revisions are kept without a command, so the sender is asked about here.
      config: { access: { kind: 'round', sends: 'saveDraft', always: true } },
      schema: {
        tags,
        summary: 'Saves the draft of an answer',
        description: '`revision` is the one that was loaded, 0 for the first draft.',
        params: ofTask,
        body: z.object({ content: Answer, revision: Revision }),
        response: { 200: DraftSaved, ...problems(400, 401, 403, 404, 409, 413, 503) },
      },
    },
    async ({ person, params, body }) => {
      const round = streamOf('round', params.id);
      await demandRoundOf(streams, round, params.task);
      const [saved] = await saveAll(parts, { round, person }, [{ task: params.task, ...body }]);
      if (saved!.problem) throw saved!.problem;
      return { revision: saved!.revision };
    },
  );
}

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { MB } from '../../access/door.ts';
import type { PersonId, StreamId } from '../../contracts/ids.ts';
import { AnswerOutcomes, AnswersBody, DraftOutcomes, DraftsBody, Sitting } from '../../contracts/views/sitting.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { sittingOf } from '../../views/desk/sitting.ts';
import { Refused } from '../../views/refused.ts';
import { PathId, problems } from '../commands.ts';
import { saveAll } from '../drafts.ts';
import { pathAsked } from '../errors.ts';
import { languageOf } from '../language.ts';
import type { Api, ApiParts } from '../parts.ts';
import { Problem, problem } from '../problem.ts';
import { commandIdOf, send } from '../sender.ts';
import { type Streams, streamOf } from '../streams.ts';
import { notFoundTask } from '../tasks.ts';
import { countList } from '../too-often.ts';

const tags = ['round'];
const ofRound = z.object({ id: PathId });

/** All that a round asks of somebody at once, and many of its drafts and answers at once, with an outcome each. */
export function sittingRoutes(app: Api, parts: ApiParts, streams: Streams, reader: StreamReader): void {
  mine(app, parts, reader);
  drafts(app, parts, streams);
  answers(app, parts, streams);
}

function mine(app: Api, parts: ApiParts, reader: StreamReader): void {
  app.get(
    '/api/rounds/:id/mine',
    {
      config: { access: { view: 'sitting' }, apart: 'pieces' },
      schema: {
        tags,
        summary: 'All that a round asks of me, with forms, drafts and answers',
        params: ofRound,
        response: { 200: Sitting, ...problems(400, 401, 404) },
      },
    },
    async ({ person, params }) =>
      sittingOf({ ...parts, reader }, streamOf('round', params.id), person, parts.clock.now()),
  );
}

function drafts(app: Api, parts: ApiParts, streams: Streams): void {
  app.put(
    '/api/rounds/:id/drafts',
    {
      bodyLimit: MB,
      // Later revisions are kept without a command, so the sender is asked about here.
      config: { access: { kind: 'round', sends: 'saveDraft', always: true } },
      schema: {
        tags,
        summary: 'Saves drafts of several answers, with an outcome each',
        description: '`revision` is the one that was loaded, 0 for the first draft.',
        params: ofRound,
        body: DraftsBody,
        response: { 200: DraftOutcomes, ...problems(400, 401, 403, 413, 503) },
      },
    },
    async (request) => {
      const { person, params, body } = request;
      await countList(app, request, body.drafts.length);
      const round = streamOf('round', params.id);
      const path = pathAsked(request);
      if (!(await isThere(streams, round))) {
        const none = ({ task }: { task: string }) => ({
          task,
          revision: 0,
          problem: notFoundTask(round, task).details(path, languageOf(request)),
        });
        return { outcomes: body.drafts.map(none) };
      }
      const saved = await saveAll(parts, { round, person }, body.drafts);
      return { outcomes: saved.map((s) => ({ ...s, problem: s.problem?.details(path, languageOf(request)) ?? null })) };
    },
  );
}

function answers(app: Api, { gateway }: ApiParts, streams: Streams): void {
  app.post(
    '/api/rounds/:id/answers',
    {
      bodyLimit: MB,
      config: { access: { kind: 'round', sends: 'submit' } },
      schema: {
        tags,
        summary: 'Submits answers to several tasks, with an outcome each',
        description:
          'Each is a command of its own: give each its `commandId`, or all of them one `Idempotency-Key`, from which theirs are made. What stands already is not taken twice, so that a list may be sent again as it is.',
        params: ofRound,
        body: AnswersBody,
        response: { 200: AnswerOutcomes, ...problems(400, 401, 403, 413, 429, 503) },
      },
    },
    async (request) => {
      const { person, params, body } = request;
      await countList(app, request, body.answers.length);
      const round = streamOf('round', params.id);
      const path = pathAsked(request);
      const there = await isThere(streams, round);
      const key = commandIdOf(request, undefined);
      const one = async ({ task, answer, commandId }: AnswersBody['answers'][number]) => {
        const id = commandId ?? (key === undefined ? randomUUID() : idOf(key, task));
        const problem = there ? await submit(gateway, { round, person, task, answer, id }) : notFoundTask(round, task);
        return { task, commandId: id, problem: problem?.details(path, languageOf(request)) ?? null };
      };
      return { outcomes: await Promise.all(body.answers.map(one)) };
    },
  );
}

const LONGEST_ID = 200;

/** The id of one of several commands that came under one key. @throws Problem where both are too long for it */
function idOf(key: string, task: string): string {
  const id = `${key}/${task.replace('+', '@')}`;
  if (id.length <= LONGEST_ID) return id;
  throw problem('input-invalid/key-long', { task });
}

interface Given {
  readonly round: StreamId;
  readonly person: PersonId;
  readonly task: string;
  readonly answer: AnswersBody['answers'][number]['answer'];
  readonly id: string;
}

/** Why an answer was not taken; null: it was. What is no word on this answer, such as a database that is away, is thrown. */
async function submit(
  gateway: ApiParts['gateway'],
  { round, person, task, answer, id }: Given,
): Promise<Problem | null> {
  try {
    await send(gateway, round, { type: 'submit', actor: person, body: { task, answer }, commandId: id });
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** A round that is not there is answered, task by task, like one in which somebody has no part. */
async function isThere(streams: Streams, round: StreamId): Promise<boolean> {
  try {
    await streams.demand(round);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

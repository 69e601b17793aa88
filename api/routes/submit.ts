import { z } from 'zod';
import { Answer } from '../../contracts/form.ts';
import { TaskId } from '../../contracts/round.ts';
import { Accepted, Envelope } from '../../contracts/views/command.ts';
import type { Gateway } from '../../engine/gateway.ts';
import { PathId, problems } from '../commands.ts';
import type { Api } from '../parts.ts';
import { commandIdOf, send } from '../sender.ts';
import { type Streams, streamOf } from '../streams.ts';
import { demandRoundOf } from '../tasks.ts';

/**
 * The busiest path: an answer to a task. It asks the database nothing before the gateway; the round itself knows whose
 * task it is, and the gateway gathers what comes at the same time.
 */
export function submitRoute(
  app: Api,
  { gateway }: { readonly gateway: Pick<Gateway, 'send'> },
  streams: Pick<Streams, 'isKnown' | 'demand'>,
): void {
  app.post(
    '/api/rounds/:id/tasks/:task/submit',
    {
      config: { access: { kind: 'round', sends: 'submit' } },
      schema: {
        tags: ['round'],
        operationId: 'task_submit',
        summary: 'Submits the answer to a task',
        description: 'Answered once the answer is in the ledger.',
        params: z.object({ id: PathId, task: TaskId }),
        body: z.object({ answer: Answer, ...Envelope }),
        response: { 200: Accepted, ...problems(400, 401, 403, 404, 409, 413, 422, 429, 503) },
      },
      // Both values are known to need no escaping.
      serializerCompiler: () => (data) => `{"accepted":true,"commandId":"${(data as Accepted).commandId}"}`,
    },
    async (request) => {
      const { params, body, person } = request;
      const stream = streamOf('round', params.id);
      if (!streams.isKnown(stream)) await demandRoundOf(streams, stream, params.task);
      return send(gateway, stream, {
        type: 'submit',
        actor: person,
        body: { task: params.task, answer: body.answer },
        commandId: commandIdOf(request, body.commandId),
      });
    },
  );
}

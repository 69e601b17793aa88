import { z } from 'zod';
import { doorOf, doorsOf } from '../access/commands.ts';
import { MB } from '../access/door.ts';
import { LONGEST_PATH, ORGANISATION, type ProcessType } from '../contracts/ids.ts';
import { ProblemDetails } from '../contracts/problems.ts';
import { GivenReason } from '../contracts/reasons.ts';
import { Reason } from '../contracts/text.ts';
import { Accepted, Envelope } from '../contracts/views/command.ts';
import { processOfKind } from '../domain/kinds.ts';
import { demandBeyond } from './beyond-the-stream.ts';
import { LargeBody } from './large-bodies.ts';
import type { Api, ApiParts } from './parts.ts';
import { commandIdOf, send, sendLarge } from './sender.ts';
import { type Streams, streamOf } from './streams.ts';
import { demandRoundOf } from './tasks.ts';

/** An id in a path: the readable part of a stream's id, with or without the kind before it. */
export const PathId = z
  .string()
  .max(LONGEST_PATH)
  .regex(/^([a-z][A-Za-z]*:)?[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be an id such as trainers-2027');

export const problems = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: 'No, in one sentence', content: { 'application/problem+json': { schema: ProblemDetails } } },
    ]),
  );

/** Describes an answer that is a file; `mediaTypes`: what it may be, by default anything. */
export const download = (description: string, ...mediaTypes: string[]) => ({
  200: {
    description,
    content: Object.fromEntries(
      (mediaTypes.length ? mediaTypes : ['*/*']).map((type) => [
        type,
        { schema: z.string().meta({ format: 'binary' }) },
      ]),
    ),
  },
});

/** The path before the names of a kind's commands. */
export function pathOf(kind: ProcessType): string {
  return kind === 'organisation' ? '/api/organisation' : `/api/${kind}s/:id`;
}

/**
 * Gives each command of a kind that people may send a path of its own; `open` has its path elsewhere.
 * @throws where nobody has said who may send one
 */
export function commandRoutes(app: Api, parts: ApiParts, streams: Streams, kind: ProcessType): void {
  for (const [type, schema] of Object.entries(processOfKind(kind).commands) as [string, z.ZodObject][]) {
    const door = doorOf(kind, type);
    if (!door) throw new Error(`Nobody has said who may send the command ${type} to a ${kind}.`);
    if (door.by === 'engine' || door.fromTable || type === 'open') continue;
    const single = kind === 'organisation';
    app.route({
      method: 'POST',
      url: `${pathOf(kind)}/${type}`,
      ...(door.bodyLimit === undefined ? {} : { bodyLimit: door.bodyLimit }),
      config: {
        access: { kind, sends: type },
        ...(door.bodyLimit === undefined ? {} : { large: true }),
      },
      schema: {
        tags: [kind],
        operationId: `${kind}_${type}`,
        summary: door.does,
        ...(single ? {} : { params: z.object({ id: PathId }) }),
        body: schema.extend({ ...Envelope, ...inWords(schema) }),
        response: { 200: Accepted, ...problems(400, 401, 403, 404, 409, 413, 422, 429, 503) },
      },
      handler: async (request) => {
        const { commandId, ...body } = request.body as { commandId?: string };
        const stream = single ? ORGANISATION : streamOf(kind, (request.params as { id: string }).id);
        if (door.by === 'assignee') await demandRoundOf(streams, stream, (body as { task: string }).task);
        else await streams.demand(stream);
        if (request.body instanceof LargeBody) {
          const large = { kind, stream, type, wrapping: 'fields' } as const;
          return sendLarge(parts.gateway, request, request.body, large);
        }
        await demandBeyond(parts, { kind, type, actor: request.person, body });
        const id = commandIdOf(request, commandId);
        return send(parts.gateway, stream, { type, actor: request.person, body, commandId: id });
      },
    });
  }
}

/** People give their reasons in words; the codes are the engine's. */
function inWords({ shape }: z.ZodObject): { reason?: typeof Reason } {
  return shape.reason === GivenReason ? { reason: Reason } : {};
}

/** The path by which operations open a procedure by its id and terms. */
export function openingRoute(app: Api, { gateway }: ApiParts, kind: ProcessType): void {
  const { commands } = processOfKind(kind);
  const terms = commands.open!;
  const door = doorsOf(kind).open!;
  app.post(
    `/api/${kind}s`,
    {
      bodyLimit: door.bodyLimit ?? MB,
      config: { access: { kind, sends: 'open' }, large: true },
      schema: {
        tags: [kind],
        operationId: `${kind}_open`,
        summary: door.does,
        body: z.object({ id: PathId, terms, ...Envelope }),
        response: { 200: Accepted, ...problems(400, 401, 403, 409, 413, 422, 429, 503) },
      },
    },
    async (request) => {
      if ((request.body as unknown) instanceof LargeBody) {
        const large = { kind, stream: undefined, type: 'open', wrapping: 'terms' } as const;
        return sendLarge(gateway, request, request.body as unknown as LargeBody, large);
      }
      const { id, terms: body, commandId } = request.body;
      return send(gateway, streamOf(kind, id), {
        type: 'open',
        actor: request.person,
        body,
        commandId: commandIdOf(request, commandId),
      });
    },
  );
}

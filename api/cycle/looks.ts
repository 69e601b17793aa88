import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ViewName } from '../../access/views.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { type CycleReading, readCycle } from '../../views/cycle/reading.ts';
import { PathId, problems } from '../commands.ts';
import type { Api } from '../parts.ts';
import type { Roles } from '../roles.ts';
import { streamOf } from '../streams.ts';

/** One path under a cycle that shows a part of it. */
export interface Look<Query extends z.ZodObject, View extends z.ZodType> {
  /** After `/api/cycles/:id`. */
  readonly path: string;
  readonly summary: string;
  /** Its line in access/, which says for whom it is. */
  readonly of: ViewName;
  readonly description?: string;
  readonly query?: Query;
  readonly view: View;
  readonly answer: (reading: CycleReading, query: z.output<Query>) => Promise<z.output<View>> | z.output<View>;
}

/** Gives each part of a cycle a path, with the cycle read and the asker's sight at hand. */
export class Looks {
  readonly #app: Api;
  readonly #roles: Roles;
  readonly #reader: StreamReader;

  constructor(app: Api, roles: Roles, reader: StreamReader) {
    this.#app = app;
    this.#roles = roles;
    this.#reader = reader;
  }

  add<Query extends z.ZodObject, View extends z.ZodType>(look: Look<Query, View>): void {
    this.#app.route({
      method: 'GET',
      url: `/api/cycles/:id${look.path}`,
      config: { access: { view: look.of }, apart: 'looks' },
      schema: {
        tags: ['cycle'],
        summary: look.summary,
        ...(look.description ? { description: look.description } : {}),
        params: z.object({ id: PathId }),
        ...(look.query ? { querystring: look.query } : {}),
        response: { 200: look.view, ...problems(400, 401, 403, 404) },
      },
      // Views of a whole company are large; they are made here, so they need not be checked once more.
      serializerCompiler: () => (data) => JSON.stringify(data),
      handler: (async (request: FastifyRequest) => {
        const { id } = request.params as { id: string };
        const reading = await readCycle(this.#reader, streamOf('cycle', id), await this.#roles.of(request.person));
        return look.answer(reading, (look.query ? request.query : {}) as z.output<Query>);
      }) as never,
    });
  }
}

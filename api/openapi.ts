import swagger from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Api } from './parts.ts';

/** It is near to a megabyte, and nobody needs it often: so many times a minute it is sent to one address. */
const A_MINUTE = 60;

/**
 * The description of every path, made from the schemas that the paths check with. Register it before the routes.
 * @param cookie the name of the one that browsers are known by
 */
export async function openApi(app: Api, publicUrl: string, cookie: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Rostrum',
        version: '0.1.0',
        description:
          'The training work of a company: rounds of tasks, selections of internal trainers, training-plan cycles and their courses, their ledger.',
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: cookie, description: 'Changes need the header X-Rostrum: 1.' },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  // Anybody may ask for it: it is written once, and sent so often that it is in nobody's way.
  let written: Buffer | undefined;
  app.get(
    '/api/openapi.json',
    { schema: { hide: true }, config: { access: { view: 'description' }, rateLimit: { max: A_MINUTE } } },
    async (_request, reply) => {
      written ??= Buffer.from(JSON.stringify(app.swagger()));
      return reply.type('application/json; charset=utf-8').send(written);
    },
  );
}

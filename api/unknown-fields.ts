import type { FastifySchema } from 'fastify';
import { z } from 'zod';
import { UNKNOWN_FIELD } from '../contracts/fault-words.ts';
import { unknownField } from '../contracts/unknown-fields.ts';
import { problemOfField } from './field-problem.ts';
import { LargeBody } from './large-bodies.ts';
import type { Api } from './parts.ts';

/**
 * Refuses commands with fields that nobody knows there: whoever has mistyped one hears so, and not that all is well. What is too large
 * to be looked at here is looked at where it is decided.
 */
export function refuseUnknownFields(app: Api): void {
  app.addHook('preValidation', async ({ body, routeOptions: { config, schema } }) => {
    const access = config.access as { readonly sends?: string } | undefined;
    const expected = (schema as FastifySchema | undefined)?.body;
    if (!access?.sends || !(expected instanceof z.ZodType) || body instanceof LargeBody || Buffer.isBuffer(body))
      return;
    const path = unknownField(expected, body);
    if (path) throw problemOfField('body', { path, message: UNKNOWN_FIELD });
  });
}

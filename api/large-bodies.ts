import { isTooDeep, TOO_DEEP } from '../contracts/nesting.ts';
import type { Api } from './parts.ts';
import { Problem } from './problem.ts';

/** Bodies above this size, in bytes, are not looked into where everybody's requests are served. */
const LARGE = 256 * 1024;

/** A JSON body that nobody has looked into yet. */
export class LargeBody {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for paths that hand a large body on as bytes. */
    large?: boolean;
  }
}

/**
 * JSON bodies are parsed as ever, but for the large ones of paths that hand them on, and if `handsOver`, for all of paths
 * that are read apart.
 */
export function withLargeBodies(app: Api, handsOver: boolean): void {
  const small = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const { large, apart } = request.routeOptions.config;
    if ((large && body.length > LARGE) || (apart && handsOver)) done(null, new LargeBody(body));
    else if (isTooDeep(body)) done(new Problem('not-json', TOO_DEEP));
    else small(request, body.toString('utf8'), done);
  });
}

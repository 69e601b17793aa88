import { beyondBounds } from '../contracts/json-bounds.ts';
import type { Api } from './parts.ts';
import { problem } from './problem.ts';

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

/** JSON between machines is in UTF-8 (RFC 8259, 8.1); what says, or begins, otherwise is not read as if it were. */
function isUtf8(contentType: string, body: Buffer): boolean {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType) ?? [];
  const mark = body.length > 1 ? body.readUInt16BE(0) : 0;
  return /^(utf-?8|us-ascii)$/i.test(charset) && mark !== 0xfeff && mark !== 0xfffe;
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
    if (!isUtf8(request.headers['content-type'] ?? '', body)) done(problem('wrong-media-type/no-utf8', {}));
    else if ((large && body.length > LARGE) || (apart && handsOver)) done(null, new LargeBody(body));
    else {
      const beyond = beyondBounds(body);
      if (beyond) done(problem(beyond.key, { most: beyond.most }));
      else small(request, body.toString('utf8'), done);
    }
  });
}

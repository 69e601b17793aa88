import type { Api } from './parts.ts';
import { problem } from './problem.ts';

/** Routes whose body is a file: only in them is a body anything but JSON, the bytes as they are. */
export async function withRawBodies(app: Api, routes: (scope: Api) => void): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    routes(scope as unknown as Api);
  });
}

/** The bytes of a file that is a request's body. Throws the problem `input-invalid` when there are none. */
export function bytesOf(body: unknown): Buffer {
  if (body instanceof Buffer && body.length) return body;
  throw problem('input-invalid/file-empty', {});
}

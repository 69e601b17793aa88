import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { isPassing } from '../db/connection.ts';
import { EngineUnavailable } from '../engine/gateway.ts';
import { Refused } from '../views/refused.ts';
import { HEADERS } from './headers.ts';
import { Problem } from './problem.ts';

export type Complain = (what: string, about: object) => void;

const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

const BROKEN_OFF = 'The body was broken off; send it again.';

/**
 * Answers with a problem, whatever was thrown. What is not a problem of the caller's is complained of, and not told; `note`: told of
 * who has hung up before all was sent, which nobody needs to see to.
 */
export function answerWithProblem(complain: Complain, note: Complain = () => undefined) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    if (error.code === 'ECONNRESET' && request.raw.destroyed && !request.raw.complete) {
      note('A body was broken off', { path: pathAsked(request) });
      return sendProblem(new Problem('input-invalid', BROKEN_OFF), request, reply);
    }
    const problem = problemOf(error);
    if (problem.status >= 500) complain('A request failed', { path: pathAsked(request), error: storyOf(error) });
    return sendProblem(problem, request, reply);
  };
}

export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(problem.status)
    .headers(HEADERS)
    .headers(problem.headers)
    .header('content-type', PROBLEM_JSON)
    .serializer((body) => JSON.stringify(body))
    .send(problem.details(pathAsked(request)));
}

/** What was asked for, without the query, which may hold what is somebody's. */
export function pathAsked({ url }: Pick<FastifyRequest, 'url'>): string {
  return url.replace(/\?.*$/s, '');
}

function storyOf(error: Error): string {
  const cause = error.cause instanceof Error ? `; ${error.cause.message}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refused) return new Problem(error.code, error.message);
  if (error instanceof EngineUnavailable) {
    return new Problem('engine-unavailable', error.message, { 'retry-after': '2' });
  }
  if (hasZodFastifySchemaValidationErrors(error)) return problemOfInput(error);
  if (isPassing(error)) {
    return new Problem('engine-unavailable', 'The database does not answer; try again in a moment.', {
      'retry-after': '2',
    });
  }
  return problemOfTransport(error);
}

/** One sentence for the first thing that does not fit: which part of the request, which field, what is wrong. */
function problemOfInput(error: FastifyError & { validation: readonly { instancePath: string; message?: string }[] }) {
  const [first] = error.validation;
  const field = (first?.instancePath ?? '').split('/').filter(Boolean).join('.');
  const part = { body: 'body', params: 'path', querystring: 'query', headers: 'header' }[
    error.validationContext ?? 'body'
  ];
  const where = field ? `"${field}" in the ${part}` : `The ${part}`;
  const what = first?.message ?? 'cannot be read';
  // Words for people go on from what it is about; those of a rule are told after it.
  const goesOn = /^(is|must|has|have|may|cannot|does) /.test(what);
  return new Problem(
    'input-invalid',
    `${where} ${goesOn ? '' : 'does not fit: '}${what}${/[.!?]$/.test(what) ? '' : '.'}`,
  );
}

/** What Fastify itself refuses, before any of our code runs. */
function problemOfTransport(error: FastifyError & { limit?: number }): Problem {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('payload-too-large', 'The body is larger than this path takes; send less at once.');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem('not-json', 'The body is not JSON; check its quotes, commas and brackets.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('wrong-media-type', 'The body must be JSON with the header content-type: application/json.');
    default:
  }
  if (error instanceof SyntaxError && error.statusCode === 400) {
    return new Problem('not-json', 'The body is not JSON; check its quotes, commas and brackets.');
  }
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem('input-invalid', 'The request cannot be read; check its path and headers.');
  }
  return new Problem(
    'internal',
    'Something went wrong here; nothing was changed by what failed, and it has been noted.',
  );
}

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { isPassing } from '../db/connection.ts';
import { EngineUnavailable } from '../engine/gateway.ts';
import { Refused } from '../views/refused.ts';
import { HEADERS } from './headers.ts';
import { languageOf } from './language.ts';
import { Problem, problem } from './problem.ts';

export type Complain = (what: string, about: object) => void;

const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/**
 * Answers with a problem, whatever was thrown. What is not a problem of the caller's is complained of, and not told; `note`: told of
 * who has hung up before all was sent, which nobody needs to see to.
 */
export function answerWithProblem(complain: Complain, note: Complain = () => undefined) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    if (error.code === 'ECONNRESET' && request.raw.destroyed && !request.raw.complete) {
      note('A body was broken off', { path: pathAsked(request) });
      return sendProblem(problem('input-invalid/broken-off', {}), request, reply);
    }
    const found = problemOf(error);
    if (found.status >= 500) complain('A request failed', { path: pathAsked(request), error: storyOf(error) });
    return sendProblem(found, request, reply);
  };
}

export function sendProblem(told: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  return reply
    .code(told.status)
    .headers(HEADERS)
    .headers(told.headers)
    .header('content-type', PROBLEM_JSON)
    .header('content-language', language)
    .serializer((body) => JSON.stringify(body))
    .send(told.details(pathAsked(request), language));
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
  if (error instanceof Refused) return new Problem(error.code, error.message, {}, error.because);
  if (error instanceof EngineUnavailable) {
    return problem('engine-unavailable/no-answer', { stream: error.stream }, { 'retry-after': '2' });
  }
  if (hasZodFastifySchemaValidationErrors(error)) return problemOfInput(error);
  if (isPassing(error)) {
    return problem('engine-unavailable/database', {}, { 'retry-after': '2' });
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
      return problem('payload-too-large/body', {});
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return problem('not-json/not-json', {});
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem('wrong-media-type/no-json', {});
    default:
  }
  if (error instanceof SyntaxError && error.statusCode === 400) {
    return problem('not-json/not-json', {});
  }
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    return problem('input-invalid/unreadable', {});
  }
  return problem('internal/noted', {});
}

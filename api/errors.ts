import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { isPassing } from '../db/connection.ts';
import { EngineUnavailable } from '../engine/gateway.ts';
import { Refused } from '../views/refused.ts';
import { type PartOfRequest, problemOfField } from './field-problem.ts';
import { HEADERS } from './headers.ts';
import { languageOf } from './language.ts';
import { Problem, problem, problemOfRejection } from './problem.ts';

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
  if (error instanceof Refused) return problemOfRejection({ ...error, detail: error.message });
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
function problemOfInput(error: FastifyError & { validation: readonly Fault[] }): Problem {
  const [first] = error.validation;
  const path = (first?.instancePath ?? '').split('/').filter(Boolean);
  return problemOfField(PARTS[error.validationContext ?? 'body'] ?? 'body', {
    path,
    message: first?.message ?? 'cannot be read',
  });
}

interface Fault {
  readonly instancePath: string;
  readonly message?: string;
}

const PARTS: Readonly<Record<string, PartOfRequest>> = {
  body: 'body',
  params: 'path',
  querystring: 'query',
  headers: 'header',
};

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

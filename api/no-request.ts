import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { HEADERS } from './headers.ts';
import { type Problem, problem } from './problem.ts';

/** Answers what is no request, so that there is neither a path nor a person to it, and hangs up. */
export function refuseWhatIsNoRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(answerOf(problemOf(error.code)));
  socket.destroy(error);
}

function problemOf(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problem('too-slow/head', {});
  return code === 'HPE_HEADER_OVERFLOW'
    ? problem('input-invalid/head-large', {})
    : problem('input-invalid/no-http', {});
}

function answerOf(told: Problem): string {
  const body = JSON.stringify(told.details('/'));
  const headers = {
    ...HEADERS,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${told.status} ${STATUS_CODES[told.status]}\r\n${lines.join('')}\r\n${body}`;
}

import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { HEADERS } from './headers.ts';
import { Problem } from './problem.ts';

const TOO_SLOW = 'The head of the request came too slowly and was not waited for; send it again.';
const TOO_LONG = 'The head of the request is larger than 16 KB; send fewer or shorter headers.';
const NO_HTTP =
  'This is no HTTP that can be read; check the first line, the headers, and that the length is said once.';

/** Answers what is no request, so that there is neither a path nor a person to it, and hangs up. */
export function refuseWhatIsNoRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(answerOf(problemOf(error.code)));
  socket.destroy(error);
}

function problemOf(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem('too-slow', TOO_SLOW);
  return new Problem('input-invalid', code === 'HPE_HEADER_OVERFLOW' ? TOO_LONG : NO_HTTP);
}

function answerOf(problem: Problem): string {
  const body = JSON.stringify(problem.details('/'));
  const headers = {
    ...HEADERS,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`;
}

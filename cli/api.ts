import type { Command } from 'commander';
import { codeOfProblem, type ProblemCode, ProblemDetails } from '../contracts/problems.ts';
import { dataFolder, runningFrom } from './installation.ts';
import { EXIT, type ExitCode, Failure, type Io } from './io.ts';
import { loginAt } from './logins.ts';

export interface ApiOptions {
  readonly api?: string;
  readonly as?: string;
  readonly dataDir?: string;
  readonly json?: boolean;
}

/** Adds the options of a command that goes through the API. */
export function withApiOptions(command: Command): Command {
  return command
    .option('--api <url>', 'address of the API (default: ROSTRUM_API, or the installation that runs here)')
    .option('--as <person>', 'employee id to speak for with a development token (default: ROSTRUM_TOKEN)')
    .option('--data-dir <folder>', 'folder of the installation that "rostrum up" runs (default: .rostrum)')
    .option('--json', 'print JSON');
}

/** The address of the API that commands speak to. @throws Failure where it is none */
export function addressOf(io: Pick<Io, 'env'>, options: Pick<ApiOptions, 'api' | 'dataDir'>): string {
  const running = runningFrom(dataFolder(io as Io, options.dataDir));
  const url = (options.api ?? io.env.ROSTRUM_API ?? running?.api ?? 'http://localhost:8080').replace(/\/+$/, '');
  if (!URL.canParse(url))
    throw new Failure(EXIT.input, `${url} is not an address: write it like http://localhost:8080.`);
  return url;
}

/** Speaks to the public API as one person. */
export class Api {
  readonly #url: string;
  readonly #token: string | null;

  /** `token`: the one to speak with, whatever else is there; null: none, as a stranger. */
  constructor(io: Io, options: ApiOptions & { readonly token?: string | null }) {
    this.#url = addressOf(io, options);
    this.#token = options.token === undefined ? tokenOf(io, options, this.#url) : options.token;
  }

  get<T>(path: string): Promise<T> {
    return this.#ask<T>('GET', path);
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.#ask<T>('POST', path, body);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.#ask<T>('PUT', path, body);
  }

  delete<T>(path: string): Promise<T> {
    return this.#ask<T>('DELETE', path);
  }

  /** The bytes of a file. */
  async download(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.#send('GET', path)).arrayBuffer());
  }

  /** Sends the bytes of a file as they are. */
  async upload<T>(path: string, bytes: Uint8Array): Promise<T> {
    const response = await this.#send('POST', path, { type: 'application/octet-stream', content: bytes });
    return (await response.json()) as T;
  }

  async #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const sent = body === undefined ? undefined : { type: 'application/json', content: JSON.stringify(body) };
    return JSON.parse(await (await this.#send(method, path, sent)).text()) as T;
  }

  async #send(method: string, path: string, body?: { type: string; content: string | Uint8Array }): Promise<Response> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        ...(this.#token === null ? {} : { authorization: `Bearer ${this.#token}` }),
        ...(body === undefined ? {} : { 'content-type': body.type }),
      },
      ...(body === undefined ? {} : { body: body.content as BodyInit }),
    }).catch((error: Error) => {
      const { cause } = error as { cause?: { message?: string; code?: string } };
      const reason = cause?.code ?? cause?.message ?? error.message;
      throw new Failure(
        EXIT.unreachable,
        `The API at ${this.#url} does not answer (${reason}): start it with rostrum up, or name another with --api.`,
      );
    });
    if (response.ok) return response;
    throw failureOf(response.status, await response.text(), this.#url);
  }
}

/** By what somebody is named, or has signed in; or else whoever runs the installation that runs here. */
function tokenOf(io: Io, options: ApiOptions, url: string): string {
  const running = options.api || io.env.ROSTRUM_API ? null : runningFrom(dataFolder(io, options.dataDir));
  const operator = running?.operations[0];
  const token = options.as
    ? `dev:${options.as}`
    : (io.env.ROSTRUM_TOKEN ?? loginAt(io, url) ?? (operator && `dev:${operator}`));
  if (!token)
    throw new Failure(EXIT.input, 'Nobody is named to speak for: sign in with rostrum login, or set ROSTRUM_TOKEN.');
  return token;
}

function failureOf(status: number, text: string, url: string): Failure {
  try {
    const problem = ProblemDetails.parse(JSON.parse(text));
    return new Failure(exitCodeOf(status, codeOfProblem(problem.type)), problem.detail);
  } catch {
    return new Failure(EXIT.failure, `The API at ${url} answered ${status} and gave no reason: look at its log.`);
  }
}

function exitCodeOf(status: number, code: ProblemCode | undefined): ExitCode {
  if (code === 'engine-unavailable' || status === 502 || status === 503 || status === 504) return EXIT.unreachable;
  if (status === 403 || status === 409 || status === 422) return EXIT.rejected;
  return status < 500 ? EXIT.input : EXIT.failure;
}

/** The part of a stream's id after its kind, as paths hold it. */
export function pathId(id: string): string {
  return encodeURIComponent(id.replace(/^[A-Za-z]+:/, ''));
}

/** The path of a stream, from its id. */
export function streamPath(stream: string): string {
  if (stream.startsWith('organisation:')) return '/api/organisation';
  return `/api/${stream.slice(0, stream.indexOf(':'))}s/${pathId(stream)}`;
}

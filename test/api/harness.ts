import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { buildApi } from '../../api/app.ts';
import type { Api, ApiParts } from '../../api/parts.ts';
import { ORGANISATION, SYSTEM } from '../../contracts/ids.ts';
import { RoundPolicy, type RoundSpec } from '../../contracts/round.ts';
import { Clock } from '../../db/clock.ts';
import type { TestDatabase } from '../harness/database.ts';
import { clock } from '../harness/start.ts';

export const DAY = 86_400_000;
const label = (en: string) => ({ en, 'zh-CN': en });

/** What an API for tests is made from: a test engine, or a database with something that takes commands. */
export interface Under {
  readonly database: TestDatabase;
  readonly gateway: ApiParts['gateway'];
  readonly complaints: string[];
  readonly deciding?: () => Promise<void>;
  readonly apart?: ApiParts['apart'];
}

/** The API, listening; OPS runs the procedures, by a fact, unless nobody is to. */
export async function apiOf(
  under: Under,
  {
    devTokens = true,
    now,
    operator = 'OPS',
    publicUrl = 'http://localhost:8080',
    ...more
  }: { devTokens?: boolean; now?: () => number; operator?: string | null; publicUrl?: string } & Pick<
    ApiParts,
    | 'limits'
    | 'slowestMs'
    | 'note'
    | 'realNow'
    | 'mailLinks'
    | 'company'
    | 'news'
    | 'listening'
    | 'sessionLimits'
    | 'pages'
    | 'storing'
    | 'keeping'
  > = {},
): Promise<TestApi> {
  const told = now ? Object.assign(new Clock(), { now }) : clock;
  const app = await buildApi({
    ...under.database,
    pool: under.database.as.of('api'),
    clock: told,
    gateway: under.gateway,
    ...(under.deciding ? { deciding: under.deciding } : {}),
    ...(under.apart ? { apart: under.apart } : {}),
    devTokens,
    ...more,
    publicUrl,
    complain: (what, about) => void under.complaints.push(`${what} ${JSON.stringify(about)}`),
  });
  if (operator !== null) {
    const body = { person: operator, role: 'operations' };
    await under.gateway.send(ORGANISATION, { id: randomUUID(), type: 'grantRole', actor: SYSTEM, body });
  }
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, app, close: () => app.close() };
}

export interface TestApi {
  readonly origin: string;
  readonly app: Api;
  close(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever was answered; the tests say what they expect
  readonly json: any;
}

/** Sends what it is told to, well-formed or not. */
export async function request(api: TestApi, path: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(`${api.origin}${path}`, init);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  // What HEAD is answered says that it is JSON, and is empty.
  const json = isJson && text ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, text, json };
}

/** Asks as a person does; `body` is sent as JSON. */
export function ask(
  api: TestApi,
  person: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const authorization = `Bearer dev:${person}`;
  if (body === undefined) return request(api, path, { method, headers: { authorization, ...headers } });
  return request(api, path, {
    method,
    headers: { authorization, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

export function reviewSpec(due = clock.now() + 7 * DAY): RoundSpec {
  return {
    owner: null,
    purpose: 'review',
    title: label('Review'),
    form: {
      fields: [
        { key: 'score', label: label('Score'), kind: 'score', required: true, min: 1, max: 10, step: 1 },
        { key: 'comment', label: label('Comment'), kind: 'text', required: false, minLength: 0, maxLength: 4000 },
      ],
    },
    policy: RoundPolicy.parse({ tally: 'score' }),
    due,
    owners: [],
    place: null,
    minutes: 5,
  };
}

export async function openRound(
  api: TestApi,
  id: string,
  tasks: readonly object[],
  spec = reviewSpec(),
): Promise<void> {
  const opened = await ask(api, 'OPS', 'POST', '/api/rounds', { id, spec, tasks });
  if (opened.status !== 200) throw new Error(opened.text);
}

export async function ledgerCount({ database }: Pick<Under, 'database'>): Promise<number> {
  const { rows } = await database.pool.query('select count(*)::int as n from ledger');
  return rows[0].n;
}

/** Counts the statements that a piece of work sends to the database as the API does, or through another pool. */
export async function countingQueries<T>(
  { database }: Pick<Under, 'database'>,
  work: () => Promise<T>,
  pool = database.as.of('api'),
): Promise<{ result: T; queries: number }> {
  const real = pool.query;
  let queries = 0;
  pool.query = ((...args: unknown[]) => {
    queries++;
    return (real as (...args: unknown[]) => unknown).apply(pool, args);
  }) as typeof pool.query;
  try {
    return { result: await work(), queries };
  } finally {
    pool.query = real;
  }
}

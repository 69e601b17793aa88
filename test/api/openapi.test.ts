import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import Fastify from 'fastify';
import { doorsOf } from '../../access/commands.ts';
import { withAccess } from '../../api/access.ts';
import { handOverWhatIsLarge } from '../../api/apart/hand-over.ts';
import type { Apart } from '../../api/apart/lanes.ts';
import type { Reader } from '../../api/apart/words.ts';
import { buildApi } from '../../api/app.ts';
import type { Api } from '../../api/parts.ts';
import { Roles } from '../../api/roles.ts';
import { kindNames } from '../../contracts/kinds.ts';
import { connect } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { processOf } from '../../domain/kinds.ts';
import { clock } from '../harness/start.ts';

// Nothing is asked of the database to describe the paths.
const pool = connect('postgresql://127.0.0.1:1/nothing');
const keys = new KeyRing(pool, randomBytes(32).toString('base64'));

const api = (apart?: Apart) =>
  buildApi({
    ...(apart ? { apart } : {}),
    pool,
    keys,
    clock,
    gateway: {
      send: () => Promise.reject(new Error('nothing is sent')),
      sendLarge: () => Promise.reject(new Error('nothing is sent')),
    },
    devTokens: false,
    publicUrl: 'https://rostrum.example.com',
  });

interface Described {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, { summary?: string; operationId?: string; responses: Record<string, object> }>>;
  components: { schemas: Record<string, object> };
}

test('every path is described, with what it answers and how it refuses', async () => {
  const app = await api();
  const document = app.swagger() as unknown as Described;
  await app.close();
  expect(document.openapi).toBe('3.1.0');
  expect(document.servers).toEqual([{ url: 'https://rostrum.example.com' }]);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  for (const { path, method, summary, responses } of operations) {
    expect([path, method, typeof summary]).toEqual([path, method, 'string']);
    expect([path, '401' in responses]).toEqual([path, true]);
  }
  // Whatever takes commands may refuse those of somebody whose commands keep failing, and be away.
  const taking = operations.filter(({ responses }) => '422' in responses);
  expect(taking.length).toBeGreaterThan(0);
  for (const { path, responses } of taking)
    expect([path, '429' in responses, '503' in responses]).toEqual([path, true, true]);
  const ids = operations.map(({ operationId }) => operationId).filter(Boolean);
  expect(new Set(ids).size).toBe(ids.length);
  // Every reference leads somewhere.
  for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    expect(Object.keys(document.components.schemas)).toContain(name);
  }
});

test('a file that is answered is described, and so is every refusal that any path may give', async () => {
  const app = await api();
  const { paths } = app.swagger() as unknown as Described;
  await app.close();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { responses }] of Object.entries(methods)) {
      const done = '303' in responses ? '303' : '200';
      const any = method === 'get' ? [done, '400', '429'] : [done, '400', '408', '413', '415', '429'];
      expect([path, method, any.filter((status) => !(status in responses))]).toEqual([path, method, []]);
    }
  }
});

/** One query each, with at most 2,000 rows. A task and the standing of a round are looked into first. */
const SMALL = [
  '/api/clock',
  '/api/cycles',
  '/api/cycles/{id}/agenda',
  '/api/events',
  '/api/feed/{secret}.ics',
  '/api/me',
  '/api/me/feed',
  '/api/me/sessions',
  '/api/me/settings',
  '/api/me/support',
  '/api/me/tasks',
  '/api/me/team/late/{round}',
  '/api/me/tokens',
  '/api/notices',
  '/api/offerings/{id}/agenda',
  '/api/organisation/roles',
  '/api/people',
  '/api/procedures',
  '/api/rounds',
  '/api/rounds/{id}',
  '/api/rounds/{id}/tasks',
  '/api/selections/{id}/agenda',
  '/api/selections/{id}/application-draft',
  '/api/selections/{id}/application-draft/as-reviewers-see-it',
  '/api/session/oidc',
  '/api/session/oidc/return',
  '/api/session/ways',
];

test('what may be large is read apart from the requests of others', async () => {
  const app = await api();
  const { paths } = app.swagger() as unknown as Described;
  await app.close();
  const beside = Object.entries(paths).filter(([, { get }]) => get && !('503' in get.responses));
  expect(beside.map(([path]) => path).sort()).toEqual(SMALL);
});

test('strangers are given the description, which is written once, and never by whoever reads for people', async () => {
  let asked = 0;
  const reader: Reader = {
    ask: () => {
      asked += 1;
      return Promise.reject(new Error('nothing is read'));
    },
  };
  const app = await api({ pieces: reader, looks: reader, tables: reader, files: reader });
  const swagger = app.swagger.bind(app);
  let written = 0;
  app.swagger = ((...given: []) => {
    written += 1;
    return swagger(...given);
  }) as typeof app.swagger;
  const origin = await app.listen({ port: 0 });
  const get = async () => {
    const response = await fetch(`${origin}/api/openapi.json`);
    return [response.status, response.headers.get('content-type'), await response.json()];
  };
  const first = await get();
  expect(await get()).toEqual(first);
  await app.close();
  expect(first).toEqual([200, 'application/json; charset=utf-8', JSON.parse(JSON.stringify(swagger()))]);
  expect([asked, written]).toEqual([0, 1]);
});

test('a path that strangers may ask is never read apart', () => {
  const app = Fastify() as unknown as Api;
  handOverWhatIsLarge(app, undefined);
  expect(() => app.get('/large', { config: { apart: 'looks', open: true } }, async () => 'large')).toThrow(
    '/large is open to strangers',
  );
});

test('a path that takes tables says whom it takes them from', () => {
  const app = Fastify() as unknown as Api;
  handOverWhatIsLarge(app, undefined);
  const tables = { apart: 'tables' } as const;
  expect(() => app.post('/table', { config: tables }, async () => 'taken')).toThrow(
    '/table takes tables from everybody',
  );
  app.post('/own', { config: { ...tables, demand: () => undefined } }, async () => 'taken');
  app.get('/table', { config: tables }, async () => 'given');
});

test('every command that people may send has a path of its own, and the engine’s have none', async () => {
  const app = await api();
  const paths = Object.keys((app.swagger() as unknown as Described).paths);
  await app.close();
  const base = (kind: string) => (kind === 'organisation' ? '/api/organisation' : `/api/${kind}s/{id}`);
  for (const kind of kindNames()) {
    for (const [type, door] of Object.entries(doorsOf(kind))) {
      const path = type === 'open' && kind !== 'offering' ? `/api/${kind}s` : `${base(kind)}/${type}`;
      expect([path, paths.includes(path)]).toEqual([path, door.by !== 'engine' && !door.fromTable]);
    }
  }
});

test('a path names its line in access/, which is there, or there is no API', () => {
  const api = () => {
    const app = Fastify() as unknown as Api;
    withAccess(app, new Roles({ pool, keys, clock }));
    return app;
  };
  expect(() => api().get('/somewhere', async () => 'seen')).toThrow('GET /somewhere does not say who may ask it');
  const config = { access: { kind: 'round', sends: 'shake' } } as const;
  expect(() => api().post('/shake', { config }, async () => 'shaken')).toThrow('who may send the command shake');
});

test('every command that a process knows has a door', () => {
  for (const kind of kindNames()) {
    expect(Object.keys(doorsOf(kind)).sort()).toEqual(Object.keys(processOf(`${kind}:any`).commands).sort());
  }
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { apiOf, ask, request, reviewSpec, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';

/** Enough that their request is larger than what is parsed where everybody is served. */
const MANY = 5_000;

let database: TestDatabase;
let procedure: Procedure;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase();
  procedure = new Procedure(database, START);
  api = await apiOf({ database, gateway: procedure, complaints: procedure.complaints }, { now: () => procedure.now });
  await procedure.do(ORGANISATION, 'system', 'importOrganisation', smallCompany(3));
});
afterAll(async () => {
  await api.close();
  await database.stop();
});

const tasks = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ id: `A.${i}`, assignee: 'P2', about: 'x'.repeat(60) }));
const open = (body: object, headers = {}) => ask(api, 'OPS', 'POST', '/api/rounds', body, headers);

test('a round of thousands of tasks is opened like a small one, and moved', async () => {
  const { owner: _, policy: __, ...spec } = reviewSpec();
  const body = { id: 'large', spec, tasks: tasks(MANY), commandId: 'open-large' };
  expect((await open(body)).json).toEqual({ accepted: true, commandId: 'open-large' });
  expect((await open(body)).json).toEqual({ accepted: true, commandId: 'open-large' });
  expect((await open({ ...body, tasks: tasks(MANY + 1) })).json).toMatchObject({ type: '/problems/command-reused' });
  const ids = body.tasks.map((t) => t.id);
  const extend = {
    tasks: [...ids, ...ids.map((id) => `${id}${'y'.repeat(60)}`)],
    due: spec.due + 1000,
    reason: 'later',
  };
  const path = '/api/rounds/large/extend';
  expect((await ask(api, 'OPS', 'POST', path, extend)).json).toMatchObject({ type: '/problems/not-found' });
  const forged = await ask(api, 'OPS', 'POST', path, { ...extend, reason: { code: 'date-moved' } });
  expect([forged.status, forged.json.detail]).toEqual([400, expect.stringMatching(/^The reason must be in words/)]);
  expect((await ask(api, 'OPS', 'POST', path, { ...extend, tasks: ids })).status).toBe(200);
});

test('what is wrong with a large request is said in one sentence, and only to those who may send it', async () => {
  const body = { id: 'bad', spec: { ...reviewSpec(), due: 'soon' }, tasks: tasks(MANY) };
  const wrong = await open(body);
  expect(wrong.json).toMatchObject({ status: 400, type: '/problems/command-invalid' });
  expect(wrong.json.detail).toMatch(/^In the command open, "due" \(spec\.due\) is a text; /);
  expect((await ask(api, 'P2', 'POST', '/api/rounds', body)).status).toBe(403);
  expect((await open({ ...body, id: 'a b' })).json).toMatchObject({ status: 400, type: '/problems/input-invalid' });
  const twice = await open({ ...body, commandId: 'in-the-body' }, { 'idempotency-key': 'in-the-header' });
  expect(twice.json.detail).toMatch(/two different commands/);
});

test.each([100, 200_000, 600_000])('a body of %d nested lists is refused before it is looked into', async (deep) => {
  const nested = `${'['.repeat(deep)}${']'.repeat(deep)}`;
  const payload = `{"id":"deep","note":"\\"[[","spec":${nested}}`;
  const headers = { authorization: 'Bearer dev:OPS', 'content-type': 'application/json' };
  const answer = await fetch(`${api.origin}/api/rounds`, { method: 'POST', headers, body: payload });
  expect(await answer.json()).toMatchObject({
    status: 400,
    type: '/problems/not-json',
    detail: expect.stringMatching(/deeper than 64 levels/),
  });
});

test.each([
  ['/api/organisation/importOrganisation', '"people":'],
  ['/api/organisation/import/check', '"people":'],
  ['/api/organisation/import/check', '"absences":'],
  ['/api/rounds', '"id":"many","spec":{},"tasks":'],
  ['/api/rounds/large/extend', '"due":1,"reason":"later","tasks":'],
  ['/api/cycles', '"id":"many","terms":'],
])('a body for %s that would unfold to a hundred times its size is refused before', async (path, before) => {
  for (const value of ['{}', '[]', '0', '{"9":0}']) {
    const values = Array(Math.floor((7 * 1_048_576) / (value.length + 1))).fill(value);
    const payload = `{${before}[${values.join(',')}]}`;
    const headers = { authorization: 'Bearer dev:OPS', 'content-type': 'application/json' };
    const answer = await request(api, path, { method: 'POST', headers, body: payload });
    expect(answer.json).toMatchObject({
      status: 413,
      type: '/problems/payload-too-large',
      detail:
        'The body holds more than 1000000 values; divide it into several, each with a part of its people, tasks or rows.',
    });
  }
});

test('a body with more different keys than anything has is refused before each is kept as a word', async () => {
  const keys = Array.from({ length: 60_000 }, (_, n) => `"能力要素${n}":0`).join(',');
  const headers = { authorization: 'Bearer dev:OPS', 'content-type': 'application/json' };
  const body = `{"people":[{${keys}}]}`;
  const answer = await request(api, '/api/organisation/importOrganisation', { method: 'POST', headers, body });
  expect(answer.json).toMatchObject({
    status: 413,
    type: '/problems/payload-too-large',
    detail: 'The body has more than 50000 different keys; divide it into several, or see whether a list was meant.',
  });
});

test('brackets in what people write do not count as nested', async () => {
  const { owner: _, policy: __, ...spec } = reviewSpec();
  const body = {
    id: 'brackets',
    spec: { ...spec, title: { en: '['.repeat(99), 'zh-CN': '"{'.repeat(99) } },
    tasks: [],
  };
  expect((await open(body)).status).not.toBe(400);
});

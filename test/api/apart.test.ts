import { get } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LANES, type Lane } from '../../api/apart/lanes.ts';
import { ReadingThread } from '../../api/apart/reading-thread.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { Gateway } from '../../engine/gateway.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { built } from '../harness/built.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { datesFrom, TRAINERS, yearCompany } from '../journeys/year.ts';
import { Browser } from './browser.ts';
import { CycleCourse } from './cycle-course.ts';
import { apiOf, ask, DAY, openRound, request, reviewSpec, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';

const CYCLE: StreamId = 'cycle:plan-2027';
const PATH = '/api/cycles/plan-2027';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let database: TestDatabase;
let procedure: Procedure;
/** Reads everything itself. */
let plain: TestApi;
/** Hands over what is large, as the process does. */
let api: TestApi;
let threads: Record<Lane, ReadingThread>;

beforeAll(async () => {
  const [dist, own] = await Promise.all([built(), testDatabase()]);
  database = own;
  procedure = new Procedure(database, START);
  const { complaints } = procedure;
  const under = { database, gateway: procedure, complaints };
  plain = await apiOf(under, { now: () => procedure.now });
  await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', yearCompany());
  await procedure.do(CYCLE, 'OPS', 'open', cycleTerms({ ...datesFrom(START), selfRating: true }));
  await procedure.do(CYCLE, 'OPS', 'setTrainers', { trainers: TRAINERS });
  await new CycleCourse({ api: plain, procedure, database }, CYCLE).to('approval');
  const { now } = procedure;
  const data = {
    databaseUrl: database.as.urlOf('api'),
    masterKey: database.masterKey,
    // Time stands still while answers are compared.
    clock: { realOrigin: 0, procedureOrigin: now, scale: 0 },
    devTokens: true,
    publicUrl: 'http://localhost:8080',
  };
  const entry = pathToFileURL(path.join(dist, 'api', 'apart', 'reading-thread-main.js'));
  const complain = (what: string, about: object) => void complaints.push(`${what} ${JSON.stringify(about)}`);
  const gateway: Pick<Gateway, 'send'> = {
    send: (stream, command) => {
      if (!('text' in command)) return procedure.send(stream, command);
      const { text, ...rest } = command;
      return procedure.send(stream, { ...rest, body: JSON.parse(Buffer.from(text as Uint8Array).toString()) });
    },
  };
  const thread = (lane: Lane) => new ReadingThread({ data, limits: LANES[lane], gateway, complain, entry });
  threads = { pieces: thread('pieces'), looks: thread('looks'), tables: thread('tables'), files: thread('files') };
  api = await apiOf({ ...under, apart: threads }, { now: () => now });
});
afterAll(async () => {
  await Promise.all([api?.close(), plain?.close(), ...Object.values(threads ?? {}).map((thread) => thread.stop())]);
  await database?.stop();
});

/** Status, headers but those of the connection, and bytes. */
async function answerOf(from: TestApi, url: string, person: string, init: RequestInit = {}) {
  const headers = { authorization: `Bearer dev:${person}`, ...init.headers };
  const response = await fetch(`${from.origin}${url}`, { ...init, headers });
  const { date: _, connection: _open, 'keep-alive': _kept, ...told } = Object.fromEntries(response.headers);
  return {
    url,
    person,
    status: response.status,
    told,
    body: Buffer.from(await response.arrayBuffer()).toString('hex'),
  };
}

async function expectSame(url: string, person = 'OPS', init: RequestInit = {}) {
  const direct = await answerOf(plain, url, person, init);
  expect(await answerOf(api, url, person, init)).toEqual(direct);
  return direct;
}

const WHOLE = ['', '/gaps', '/needs', '/merged', '/sourcing', '/catalogue', '/plan', '/plan/difference', '/resources'];
const REST = ['/changes', '/effect', '/proposals', '/next-terms', '/agenda'];

test('whoever reads, the answer is the same: views, refusals, tables, documents', async () => {
  for (const part of [...WHOLE, ...REST]) {
    expect([part, (await expectSame(`${PATH}${part}`)).status]).toEqual([part, 200]);
    await expectSame(`${PATH}${part}`, 'D2-1');
    await expectSame(`${PATH}${part}`, 'D5-5');
  }
  for (const file of ['people.csv', 'ratings.csv', 'needs.csv', 'plan.csv', 'secrets.csv']) {
    await expectSame(`${PATH}/export/${file}`);
  }
  expect((await expectSame(`${PATH}/plan.pdf?locale=zh-CN`)).told['content-type']).toBe('application/pdf');
  expect((await expectSame(`/api/ledger/${CYCLE}?limit=2000&open=true`)).status).toBe(200);
  expect((await expectSame(`/api/ledger/${CYCLE}`, 'D2-1')).status).toBe(403);
  expect((await expectSame(`${PATH}/plan?version=9`)).status).toBe(404);
  expect((await expectSame(`${PATH}/plan?version=x`)).status).toBe(400);
  expect((await expectSame('/api/cycles/nothing')).status).toBe(404);
  expect((await expectSame(PATH, 'STRANGER')).status).toBe(401);
  expect((await expectSame('/api/offerings')).status).toBe(200);
  expect((await expectSame(PATH, 'OPS', { method: 'HEAD' })).told['content-length']).toMatch(/^\d{4,}$/);
});

test('files that people give are kept and given back, or refused', async () => {
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, i) => 1 + (i % 250)));
  const headers = { 'content-type': 'text/plain' };
  const stored = await expectSame('/api/files?name=a.txt', 'D2-1', { method: 'POST', headers, body: bytes });
  const { id } = JSON.parse(Buffer.from(stored.body, 'hex').toString());
  const given = await expectSame(`/api/files/${id}`, 'D2-1');
  expect(given.body).toBe(bytes.toString('hex'));
  expect((await expectSame(`/api/files/${id}`, 'D2-2')).status).toBe(404);
  const pdf = { 'content-type': 'application/pdf' };
  const refused = await expectSame('/api/files?name=a.pdf', 'D2-1', { method: 'POST', headers: pdf, body: bytes });
  expect(refused.status).toBe(422);
  const empty = await expectSame('/api/files?name=a.pdf', 'D2-1', { method: 'POST', headers });
  expect(empty.status).toBe(400);
  await expectSame('/api/files?name=a.exe', 'D2-1', { method: 'POST', headers: { 'content-type': 'x/y' }, body: 'x' });
});

test('bodies are looked into by whoever reads, and refused in the same words', async () => {
  const json = (body: string) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const check = '/api/organisation/import/check';
  expect((await expectSame(check, 'OPS', json(JSON.stringify(yearCompany())))).status).toBe(200);
  expect((await expectSame(check, 'D2-1', json(JSON.stringify(yearCompany())))).status).toBe(403);
  for (const body of ['', '{', '[]', '"x"', 'null', '['.repeat(100), `${' '.repeat(400_000)}{`]) {
    expect((await expectSame(check, 'OPS', json(body))).status).toBe(400);
  }
  const terms = cycleTerms(datesFrom(START));
  expect((await expectSame('/api/cycles/preview', 'OPS', json(JSON.stringify({ terms })))).status).toBe(200);
  const table = (body: string | Uint8Array) => ({
    method: 'POST',
    headers: { 'content-type': XLSX },
    body: body as BodyInit,
  });
  expect((await expectSame(`${PATH}/import/rooms?name=r.xlsx`, 'OPS', table('no workbook'))).status).toBe(422);
  expect((await expectSame(`${PATH}/import/rooms?name=r.csv`, 'OPS', table('room_id\n'))).status).toBe(422);
  expect((await expectSame(`${PATH}/import/rooms?name=r.csv`, 'D2-1', table('room_id\n'))).status).toBe(403);
  await expectSame(`${PATH}/import/rooms`, 'OPS', table('room_id\n'));
});

test('what somebody may not ask is handed over to nobody, and none of it is read', async () => {
  let handed = 0;
  const reader = {
    ask: () => {
      handed += 1;
      return Promise.resolve({ status: 200, headers: {}, body: new Uint8Array() });
    },
  };
  const { complaints } = procedure;
  const under = {
    database,
    gateway: procedure,
    complaints,
    apart: { pieces: reader, looks: reader, tables: reader, files: reader },
  };
  const own = await apiOf(under, { now: () => procedure.now });
  const send = (person: string, path: string, type: string) =>
    request(own, path, {
      method: 'POST',
      headers: { authorization: `Bearer dev:${person}`, 'content-type': type },
      body: '{'.repeat(400_000),
    });
  const json = [
    '/api/organisation/import/check',
    '/api/organisation/importOrganisation',
    '/api/organisation/correctCalendar',
    '/api/cycles',
    '/api/cycles/preview',
    `${PATH}/importNeeds`,
  ];
  const tables = [`${PATH}/import/needs?name=n.csv`, `${PATH}/import/ratings?name=r.csv`];
  for (const path of json) expect([path, (await send('D2-1', path, 'application/json')).status]).toEqual([path, 403]);
  for (const path of tables) expect([path, (await send('D2-1', path, 'text/csv')).status]).toEqual([path, 403]);
  const nothing = '/api/offerings/nothing/import/attendance?name=a.csv';
  expect((await send('D2-1', nothing, 'text/csv')).status).toBe(404);
  for (const path of [`${PATH}/export/people.csv`, `${PATH}/agenda`, `/api/ledger/${CYCLE}`])
    expect((await ask(own, 'D2-1', 'GET', path)).status).toBe(403);
  expect(handed).toBe(0);
  expect((await send('OPS', tables[0]!, 'text/csv')).status).toBe(200);
  expect(handed).toBe(1);
  // Whatever is answered as a file is made or fetched apart, but for the few days in somebody's calendar.
  const { paths } = own.app.swagger() as unknown as { paths: Record<string, { get?: { responses: Responses } }> };
  const files = Object.entries(paths).filter(
    ([path, { get }]) =>
      path !== '/api/feed/{secret}.ics' &&
      Object.keys(get?.responses[200]?.content ?? {}).some(
        (type) => !['application/json', 'text/event-stream'].includes(type),
      ),
  );
  expect(files.length).toBeGreaterThan(6);
  for (const [path] of files) {
    handed = 0;
    const parts: Record<string, string> = {
      format: path.includes('plan.') ? 'pdf' : 'csv',
      file: 'needs.csv',
      code: 'A-7K3Q',
    };
    await ask(
      own,
      'OPS',
      'GET',
      path.replace(/\{(\w+)\}/g, (_, part) => parts[part] ?? 'x'),
    );
    expect([path, handed]).toEqual([path, 1]);
  }
  await own.close();
});

type Responses = Readonly<Record<number, { readonly content?: object }>>;

test('a table that is read apart is taken in by the process that decides', async () => {
  const rooms = await ask(api, 'OPS', 'GET', `${PATH}/export/rooms.csv`);
  const content = `${rooms.text.replace(/^\uFEFF/, '')}R-9,Attic,,8,1.50,\n`;
  const upload = (id: string, body: string) =>
    request(api, `${PATH}/import/rooms?name=rooms.csv`, {
      method: 'POST',
      headers: { authorization: 'Bearer dev:OPS', 'content-type': 'text/csv', 'idempotency-key': id },
      body,
    });
  expect((await upload('rooms-2027', content)).json).toEqual({ rows: 3, imported: true });
  expect((await upload('rooms-2027', content)).json).toEqual({ rows: 3, imported: true });
  expect((await upload('rooms-2027', content.replace('Attic', 'Cellar'))).json).toMatchObject({
    type: '/problems/command-reused',
  });
  const { rooms: known } = (await ask(api, 'OPS', 'GET', `${PATH}/catalogue`)).json;
  expect(known).toContainEqual(expect.objectContaining({ id: 'R-9', name: 'Attic' }));
});

test('while a table that takes long is read, others look, answer and are answered', async () => {
  await openRound(api, 'meanwhile', [{ id: 't1', assignee: 'D2-1' }], reviewSpec(procedure.now + 7 * DAY));
  const needs = 'department,element_id,level,course_id,people,urgency,must,goal,problem\n';
  const row = 'D3,safety,4,,D3-3,2,,Work safely.,Two accidents.\n';
  let isRead = false;
  const reading = request(api, `${PATH}/import/needs?name=needs.csv&check=true`, {
    method: 'POST',
    headers: { authorization: 'Bearer dev:OPS', 'content-type': 'text/csv' },
    body: `${needs}${row.repeat(20_000)}`,
  }).finally(() => {
    isRead = true;
  });
  expect((await ask(api, 'OPS', 'GET', PATH)).status).toBe(200);
  const answer = { answer: { score: 5 } };
  expect((await ask(api, 'D2-1', 'POST', '/api/rounds/meanwhile/tasks/t1/submit', answer)).status).toBe(200);
  expect((await ask(api, 'D2-1', 'GET', '/api/me/tasks')).status).toBe(200);
  expect(isRead).toBe(false);
  // What is wrong with it is told once all of it has been read.
  expect((await reading).json).toMatchObject({
    type: '/problems/import-invalid',
    detail: expect.stringMatching(/line 3.*in line 2 already/s),
  });
});

test('a path that would lead elsewhere when it is read once more is refused', async () => {
  const { port } = new URL(api.origin);
  const raw = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      get({ port, path, headers: { authorization: 'Bearer dev:OPS' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
  const evidence = '/api/selections/a/applications/A-7K3Q/evidence';
  expect(await raw(`${evidence}/file-1?name=..`)).toBe(404);
  for (const part of ['%2e%2e', '.%2E', '..', '.', 'a\\b', 'a%5Cb', 'a\\..\\..']) {
    expect([part, await raw(`${evidence}/${part}`)]).toEqual([part, 400]);
  }
  // As many parts as before, and yet another path.
  expect(await raw('/api/selections/a\\..\\..\\cycles\\zz/applications')).toBe(400);
});

test('whoever is signed in by a cookie is known to those who read as well, also while the token of it is exchanged', async () => {
  const browser = new Browser(api);
  await browser.signIn('OPS');
  const [before] = browser.cookies.values();
  expect((await browser.ask('GET', PATH)).status).toBe(200);
  await database.pool.query("update session set token_made_at = token_made_at - interval '2 days'");
  // Nobody believes what was asked a second ago.
  const second = new Browser(plain);
  for (const [name, value] of browser.cookies) second.cookies.set(name, value);
  await second.ask('GET', '/api/clock');
  const [after] = second.cookies.values();
  expect(after).not.toBe(before);
  expect((await browser.ask('GET', `${PATH}/gaps`)).status).toBe(200);
  const away = { 'sec-fetch-site': 'cross-site' };
  expect((await second.at(api).ask('POST', '/api/files?name=a.txt', {}, away)).status).toBe(403);
});

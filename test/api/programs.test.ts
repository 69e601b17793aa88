import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { main } from '../../cli/main.ts';
import { ORGANISATION, SYSTEM } from '../../contracts/ids.ts';
import { UNSAID } from '../../contracts/settings.ts';
import { AREAS, WITHOUT_AREA } from '../../contracts/views/program-areas.ts';
import { ioOf, rostrum } from '../cli/terminal.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { Browser } from './browser.ts';
import { apiOf, countingQueries, type Reply, request, type TestApi } from './harness.ts';

const DAY = 86_400_000;
let database: TestDatabase;
let door: Door;
let api: TestApi;
let now = START;
let home: string;

beforeAll(async () => {
  [database, home] = await Promise.all([testDatabase(), mkdtemp(path.join(tmpdir(), 'rostrum-test-login-'))]);
  door = new Door(database);
  await door.send(ORGANISATION, SYSTEM, 'importOrganisation', smallCompany(9));
  api = await apiOf({ database, gateway: undefined as never, complaints: [] }, { operator: null, realNow: () => now });
});
afterAll(async () => {
  await api.close();
  await database.stop();
  await rm(home, { recursive: true, force: true });
});
// Whoever was slowed down is not any more.
beforeEach(() => {
  now += 365 * DAY;
});

async function signedIn(person: string): Promise<Browser> {
  const browser = new Browser(api);
  await browser.signIn(person);
  return browser;
}

const by = (token: string, method: string, url: string, body?: object) =>
  request(api, url, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const made = async (browser: Browser, body: object) => (await browser.ask('POST', '/api/me/tokens', body)).json;
const refusal = ({ status, json }: Reply) => ({ status, detail: json?.detail });

describe('a token of a program', () => {
  test('speaks for its person until its end, is shown once and kept as a digest', async () => {
    const browser = await signedIn('P2');
    const given = await made(browser, { name: 'Report', scope: 'act', days: 30 });
    expect(given).toMatchObject({
      ...{ person: 'P2', name: 'Report', scope: 'act', areas: null, madeAt: now, seenAt: null, until: now + 30 * DAY },
      token: expect.stringMatching(/^rostrum_[\w-]+\.[\w-]{43}\.[\w-]{22}$/),
    });
    expect((await by(given.token, 'GET', '/api/me')).json).toMatchObject({ person: 'P2' });
    expect((await by(given.token, 'PUT', '/api/me/settings', UNSAID)).status).toBe(200);
    const list = async () => (await browser.ask('GET', '/api/me/tokens')).json.tokens;
    const { token, person, ...line } = given;
    expect(await list()).toEqual([{ ...line, seenAt: now }]);
    const { rows } = await database.pool.query('select program_token::text as row from program_token');
    expect(rows.map(({ row }) => row).join()).not.toContain(token.split('.')[1]);
    now += 30 * DAY;
    expect(refusal(await by(token, 'GET', '/api/me'))).toMatchObject({
      status: 401,
      detail: expect.stringMatching(/not good any more/),
    });
    expect(person).toBe('P2');
  });

  test('that is to look changes nothing, and one for some areas asks for nothing else', async () => {
    const browser = await signedIn('P3');
    const reading = await made(browser, { name: 'Look', scope: 'read' });
    expect((await by(reading.token, 'GET', '/api/me/settings')).status).toBe(200);
    expect(refusal(await by(reading.token, 'PUT', '/api/me/settings', UNSAID))).toMatchObject({
      ...{ status: 403, detail: expect.stringMatching(/looks and changes nothing/) },
    });
    const narrow = await made(browser, { name: 'Courses', scope: 'act', areas: ['offerings'] });
    expect((await by(narrow.token, 'GET', '/api/offerings')).status).toBe(200);
    expect((await by(narrow.token, 'GET', '/api/clock')).status).toBe(200);
    expect(refusal(await by(narrow.token, 'GET', '/api/me'))).toMatchObject({
      ...{ status: 403, detail: expect.stringMatching(/for \/api\/offerings only/) },
    });
  });

  test('makes no calendar, whose secret would be good when its own token has gone, and takes none away', async () => {
    const browser = await signedIn('P3');
    const { token } = await made(browser, { name: 'All', scope: 'act' });
    const { path: calendar } = (await browser.ask('POST', '/api/me/feed', {})).json;
    for (const method of ['GET', 'POST', 'DELETE']) expect((await by(token, method, '/api/me/feed')).status).toBe(403);
    expect((await request(api, calendar, { method: 'GET' })).status).toBe(200);
  });

  test('is for areas that every path is of, or for what is without', () => {
    const begins = Object.keys(api.app.swagger().paths ?? {}).map((path) => /^\/api\/([^/]+)/.exec(path)?.[1]);
    // The description of the API does not describe itself.
    expect([...new Set([...begins, 'openapi.json'])].sort()).toEqual([...AREAS, ...WITHOUT_AREA].sort());
  });

  test('makes no other tokens, and says nothing of where its person is signed in', async () => {
    const { token } = await made(await signedIn('P3'), { name: 'All', scope: 'act' });
    for (const [method, url] of [
      ['GET', '/api/me/tokens'],
      ['POST', '/api/me/tokens'],
      ['GET', '/api/me/sessions'],
      ['DELETE', '/api/me/sessions'],
      ['POST', '/api/me/pairing'],
    ] as const) {
      const body = method === 'POST' ? { name: 'More', scope: 'act', code: 'X', grant: true } : undefined;
      expect([url, (await by(token, method, url, body)).status]).toEqual([url, 403]);
    }
  });

  test('goes when its person says so, when it does so itself, and with its person; nobody else ends it', async () => {
    const browser = await signedIn('P4');
    const [one, two, three] = [
      await made(browser, { name: '1', scope: 'act' }),
      await made(browser, { name: '2', scope: 'read' }),
      await made(await signedIn('P9'), { name: '3', scope: 'act' }),
    ];
    expect((await (await signedIn('P5')).ask('DELETE', `/api/me/tokens/${one.id}`)).status).toBe(404);
    expect((await browser.ask('DELETE', `/api/me/tokens/${one.id}`)).json.tokens).toHaveLength(1);
    expect((await by(one.token, 'GET', '/api/me')).status).toBe(401);
    expect((await by(two.token, 'DELETE', '/api/session')).status).toBe(200);
    expect((await by(two.token, 'GET', '/api/me')).status).toBe(401);
    await door.send(ORGANISATION, SYSTEM, 'personLeft', { person: 'P9', successor: null });
    expect((await by(three.token, 'GET', '/api/me')).status).toBe(401);
    expect((await database.pool.query("select from program_token where person = 'P9'")).rowCount).toBe(0);
  });

  test('that was made while anybody could be anybody ends where that is over', async () => {
    const { token } = await made(await signedIn('P5'), { name: 'Trying', scope: 'act' });
    const under = { database, gateway: undefined as never, complaints: [] };
    const strict = await apiOf(under, { operator: null, devTokens: false, realNow: () => now });
    const reply = await request(strict, '/api/me', { headers: { authorization: `Bearer ${token}` } });
    await strict.close();
    expect(refusal(reply)).toMatchObject({ status: 401, detail: expect.stringMatching(/sign in with your account/) });
  });

  test('is one of twenty at most', async () => {
    const browser = await signedIn('P6');
    for (let n = 0; n < 20; n++) await made(browser, { name: `${n}`, scope: 'read' });
    const more = await browser.ask('POST', '/api/me/tokens', { name: 'more', scope: 'read' });
    expect(refusal(more)).toMatchObject({ status: 409, detail: expect.stringMatching(/20 tokens/) });
    // Nor does one come by a code.
    const headers = { 'content-type': 'application/json' };
    const asks = { method: 'POST', headers, body: JSON.stringify({ name: 'rostrum' }) };
    const { code } = (await request(api, '/api/session/pairing', asks)).json;
    const paired = await browser.ask('POST', '/api/me/pairing', { code, grant: true });
    expect(refusal(paired)).toMatchObject({ status: 409, detail: expect.stringMatching(/20 tokens/) });
  });
});

describe('a program without a browser', () => {
  const asks = async () => (await request(api, '/api/session/pairing', post({ name: 'rostrum on build-7' }))).json;
  const post = (body: object) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const waits = (device: string) => request(api, '/api/session/pairing/token', post({ device }));

  test('is let in by whoever types its code where they are signed in, once', async () => {
    const asked = await asks();
    expect(asked).toMatchObject({
      code: expect.stringMatching(/^[B-Z]{4}-[B-Z]{4}$/),
      address: 'http://localhost:8080/pair',
    });
    expect((await waits(asked.device)).json).toEqual({ state: 'waiting' });
    const browser = await signedIn('P7');
    const code = asked.code.toLowerCase().replace('-', ' ');
    expect((await browser.ask('POST', '/api/me/pairing/look', { code })).json).toMatchObject({
      ...{ name: 'rostrum on build-7', address: '127.0.0.1', askedAt: now },
    });
    expect((await browser.ask('POST', '/api/me/pairing', { code, grant: true, scope: 'read', days: 7 })).status).toBe(
      200,
    );
    expect((await browser.ask('POST', '/api/me/pairing', { code, grant: true })).status).toBe(404);
    const given = (await waits(asked.device)).json;
    expect(given).toMatchObject({ state: 'given', person: 'P7', scope: 'read', until: now + 7 * DAY });
    expect((await by(given.token, 'GET', '/api/me')).json).toMatchObject({ person: 'P7' });
    expect((await waits(asked.device)).status).toBe(409);
  });

  test('is let in as nobody by a row that somebody has written', async () => {
    const asked = await asks();
    await database.pool.query("update pairing set person = 'P1', scope = 'act', days = 90, proof = 'x'");
    expect(refusal(await waits(asked.device))).toMatchObject({
      status: 403,
      detail: expect.stringMatching(/Nobody here/),
    });
    const given = await made(await signedIn('P7'), { name: 'Mine', scope: 'act' });
    await database.pool.query("update program_token set person = 'P1' where name = 'Mine'");
    expect((await by(given.token, 'GET', '/api/me')).status).toBe(401);
    // Whoever sees what the database is asked learns the digest of none that they have made up.
    const madeUp = `${'m'.repeat(43)}.${'m'.repeat(22)}`;
    const queries = await countingQueries({ database }, async () => [
      (await by(`rostrum_${Buffer.from('P1').toString('base64url')}.${madeUp}`, 'GET', '/api/me')).status,
      (await waits(`${Buffer.from('pairing').toString('base64url')}.${madeUp}`)).status,
    ]);
    expect(queries).toEqual({ result: [401, 409], queries: 0 });
  });

  test('hears when it was not let in, and when nobody came in time', async () => {
    const [refused, late] = [await asks(), await asks()];
    const browser = await signedIn('P7');
    await browser.ask('POST', '/api/me/pairing', { code: refused.code, grant: false });
    expect(refusal(await waits(refused.device))).toMatchObject({
      status: 403,
      detail: expect.stringMatching(/was not let in/),
    });
    now += 600_000;
    expect(refusal(await waits(late.device))).toMatchObject({ status: 409, detail: expect.stringMatching(/in time/) });
    expect((await browser.ask('POST', '/api/me/pairing', { code: late.code, grant: true })).status).toBe(404);
  });

  test('nobody guesses codes: whoever tries many waits longer each time', async () => {
    const browser = await signedIn('P8');
    const guess = () => browser.ask('POST', '/api/me/pairing', { code: 'BBBB-BBBB', grant: true });
    for (let n = 0; n < 6; n++) expect((await guess()).status).toBe(404);
    expect(refusal(await guess())).toEqual({
      status: 429,
      detail: 'That was tried too often; wait 5 s, then try again.',
    });
  });

  test('the first of operations, whom the directory does not know, gets a token with access to the database, and all others are told', async () => {
    const env = { DATABASE_URL: database.url, ROSTRUM_MASTER_KEY: database.masterKey };
    const token = () => rostrum(['operator', 'token', 'X1'], { env });
    expect(await token()).toMatchObject({ code: 4, err: expect.stringMatching(/rostrum operator add X1/) });
    for (const person of ['P1', 'X1'])
      await door.send(ORGANISATION, SYSTEM, 'grantRole', { person, role: 'operations' });
    const made = await token();
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^rostrum_\S+\n$/) });
    const usual = await apiOf({ database, gateway: undefined as never, complaints: [] }, { operator: null });
    const headers = { authorization: `Bearer ${made.out.trim()}` };
    expect((await request(usual, '/api/me', { headers })).json).toMatchObject({ person: 'X1', operations: true });
    await usual.close();
    const { rows } = await database.pool.query("select person, about from outbox where key like 'operator-token:%'");
    expect(rows).toEqual(['P1', 'X1'].map((person) => ({ person, about: expect.objectContaining({ where: 'X1' }) })));
  });

  test('the command line signs in by it, speaks for its person, and signs out', async () => {
    const env = { HOME: home };
    const { io, out, err } = ioOf({ env });
    const running = main(['login', '--api', api.origin], io);
    while (!/type [B-Z]{4}-[B-Z]{4}\n/.test(err.text)) await new Promise((resolve) => setImmediate(resolve));
    const [, code] = /type (\S+)\n/.exec(err.text)!;
    await (await signedIn('P2')).ask('POST', '/api/me/pairing', { code: code!, grant: true });
    expect(await running).toBe(0);
    expect(out.text).toBe(`Signed in at ${api.origin} as Person 2 (P2).\n`);
    const file = path.join(home, '.config', 'rostrum', 'logins.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const letters = () => rostrum(['letters', '--api', api.origin], { env });
    expect(await letters()).toMatchObject({ code: 0, out: 'Letters come as they are written.\n' });
    expect(await rostrum(['logout', '--api', api.origin], { env })).toMatchObject({ code: 0 });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({});
    expect(await letters()).toMatchObject({ code: 2, err: expect.stringMatching(/rostrum login/) });
    const { token } = await made(await signedIn('P3'), { name: 'Given', scope: 'act' });
    const given = await rostrum(['login', '--token', '--api', api.origin], { env, stdin: `${token}\n` });
    expect(given).toMatchObject({ code: 0, out: expect.stringMatching(/as Person 3 \(P3\)/) });
    const wrong = await rostrum(['login', '--token', '--api', api.origin], { env, stdin: 'rostrum_no' });
    expect(wrong).toMatchObject({ code: 2, err: expect.stringMatching(/not good any more/) });
  });
});

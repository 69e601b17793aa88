import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rightsOf } from '../../access/rights.ts';
import { limitsOf } from '../../api/session/limits.ts';
import { ORGANISATION, SYSTEM } from '../../contracts/ids.ts';
import { UNSAID } from '../../contracts/settings.ts';
import { MOST_OF_ONE } from '../../db/sessions.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { Browser } from './browser.ts';
import { apiOf, ask, countingQueries, type Reply, request, type TestApi } from './harness.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let database: TestDatabase;
let door: Door;
let api: TestApi;
/** Another process of the same installation. */
let other: TestApi;
/** Real time, as all processes have it. */
let now = START;
const noted: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  door = new Door(database, { rights: rightsOf });
  await door.send(ORGANISATION, SYSTEM, 'importOrganisation', smallCompany(9));
  await door.send(ORGANISATION, SYSTEM, 'grantRole', { person: 'P1', role: 'operations' });
  const more = { operator: null, realNow: () => now, note: (what: string) => void noted.push(what) };
  const gateway = {
    send: (stream: never, { actor, type, body }: { actor: string; type: string; body: unknown }) =>
      door.send(stream, actor, type, body),
    sendLarge: () => Promise.reject(new Error('Nothing large is sent here.')),
  } as never;
  api = await apiOf({ database, gateway, complaints }, more);
  other = await apiOf({ database, gateway, complaints }, more);
});
afterAll(async () => {
  expect(complaints).toEqual([]);
  await Promise.all([api.close(), other.close()]);
  await database.stop();
});

async function signedIn(person: string, stay = false, at = api): Promise<Browser> {
  const browser = new Browser(at);
  expect(await browser.signIn(person, stay)).toMatchObject({ status: 200 });
  return browser;
}

/** Instants of a row as PostgreSQL reads them. */
const stamps = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, new Date(value).toISOString()]] : [],
    ),
  );

const refused = ({ json, status }: Reply) => ({ status, code: json?.type, detail: json?.detail });
const SIGNED_OUT = { status: 401, code: '/problems/unauthenticated' };

describe('whoever tries Rostrum out', () => {
  test('is shown whom they may be, and is them by a cookie that no page can read', async () => {
    const browser = new Browser(api);
    const { json } = await browser.ask('GET', '/api/session/ways');
    expect(json.people[0]).toEqual({
      person: 'P1',
      name: expect.any(String),
      department: expect.any(String),
      roles: ['operations'],
    });
    expect(json.people).toHaveLength(9);
    expect(json.stayDays).toBe(30);
    expect((await browser.signIn('P2')).json).toEqual({ person: 'P2', until: now + 12 * HOUR, path: '/' });
    expect(browser.given).toEqual([
      expect.stringMatching(/^rostrum=[\w-]+\.[\w-]{43}\.[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect((await browser.me()).json).toMatchObject({ person: 'P2' });
    await browser.signIn('P3', true);
    expect(browser.given).toEqual([
      expect.stringMatching(/^rostrum=[\w-]+\.[\w-]{43}\.[\w-]{22}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect(noted).toContain('Signed in');
  });

  test('gets the cookie for TLS alone, and from this host alone, where people come by TLS', async () => {
    const under = { database, gateway: undefined as never, complaints: [] };
    const secure = await apiOf(under, { operator: null, publicUrl: 'https://rostrum.example.com' });
    const browser = new Browser(secure);
    await browser.signIn('P2');
    await secure.close();
    expect(browser.given).toEqual([
      expect.stringMatching(/^__Host-rostrum=[\w-]+\.[\w-]{43}\.[\w-]{22}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });

  test('is told how many days they stay signed in, as the installation has it', async () => {
    const under = { database, gateway: undefined as never, complaints: [] };
    const sessionLimits = limitsOf({ idleMinutes: 120, hours: 12, stayDays: 7 });
    const brief = await apiOf(under, { operator: null, realNow: () => now, sessionLimits });
    const browser = new Browser(brief);
    const { stayDays } = (await browser.ask('GET', '/api/session/ways')).json;
    const { until } = (await browser.signIn('P2', true)).json;
    await brief.close();
    expect([stayDays, until]).toEqual([7, now + 7 * 24 * HOUR]);
  });

  test('is nobody where that is not allowed, and nobody who does not work here', async () => {
    const under = { database, gateway: undefined as never, complaints: [] };
    const strict = await apiOf(under, { operator: null, devTokens: false });
    const browser = new Browser(strict);
    expect((await browser.ask('GET', '/api/session/ways')).json.people).toBeNull();
    expect(refused(await browser.signIn('P2'))).toMatchObject(SIGNED_OUT);
    await strict.close();
    expect(refused(await new Browser(api).signIn('P77'))).toMatchObject({
      ...SIGNED_OUT,
      detail: expect.stringMatching(/P77/),
    });
  });
});

test('a session that was begun while anybody could be anybody ends where that is over', async () => {
  const [here, later] = [await signedIn('P7', true), await signedIn('P8', true)];
  const under = { database, gateway: undefined as never, complaints };
  const strict = await apiOf(under, { operator: null, devTokens: false, realNow: () => now });
  const found = refused(await here.at(strict).me());
  await strict.close();
  expect(found).toMatchObject({ ...SIGNED_OUT, detail: expect.stringMatching(/sign in with your account/) });
  expect((await here.me()).status).toBe(401);
  expect((await later.me()).status).toBe(200);
});

describe('a session', () => {
  test('is kept as a digest: nobody who reads the database can be anybody', async () => {
    const browser = await signedIn('P4');
    const [token] = browser.cookies.values();
    const { rows } = await database.pool.query('select session::text as row from session');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => row.includes(token!))).toEqual([]);
  });

  test('signs nobody in by a row that somebody else has written, for a token of their own or as somebody else', async () => {
    const [own, others] = [await signedIn('P5'), await signedIn('P6')];
    const { pool } = database;
    const { rows: kept } = await pool.query("select * from session where person in ('P5', 'P6')");
    const mine = kept.find(({ person }) => person === 'P5').token;
    const token = `${Buffer.from('P6').toString('base64url')}.mine`;
    const forgers = new Browser(api);
    forgers.cookies.set([...own.cookies.keys()][0]!, token);
    const digests = ['base64url', 'hex'].map((form) =>
      createHash('sha256')
        .update(token)
        .digest(form as 'hex'),
    );
    for (const [change, values] of [
      ["update session set person = 'P6' where person = 'P5'", []],
      [`delete from session where person = 'P5'; update session set token = '${mine}' where person = 'P6'`, []],
      ["update session set token = $1 where person = 'P6'", [digests[0]]],
      ["update session set token = $1 where person = 'P6'", [digests[1]]],
    ] as const) {
      await (values.length ? pool.query(change, [...values]) : pool.query(change));
      now += 2_000;
      for (const browser of [own, forgers])
        expect([change, (await browser.ask('GET', '/api/me')).json?.person]).not.toEqual([change, 'P6']);
      await pool.query("delete from session where person in ('P5', 'P6')");
      for (const row of kept) {
        const columns = Object.keys(row);
        await pool.query(
          `insert into session (${columns.join(', ')}) select ${columns.join(', ')} from json_populate_record(null::session, $1)`,
          [JSON.stringify({ ...row, ...stamps(row) })],
        );
      }
    }
    now += 2_000;
    expect([(await own.me()).json?.person, (await others.me()).json?.person]).toEqual(['P5', 'P6']);
  });

  test('is looked up by no cookie that nobody was given, so that whoever sees what the database is asked makes none', async () => {
    await signedIn('P6');
    const { pool } = database;
    const ofApi = database.as.of('api');
    const name = [...(await signedIn('P5')).cookies.keys()][0]!;
    const made = new Browser(api);
    made.cookies.set(name, `${Buffer.from('P6').toString('base64url')}.${'m'.repeat(43)}`);
    // Whoever owns the database sees what it is asked.
    const asked: unknown[] = [];
    const real = ofApi.query;
    ofApi.query = ((...args: unknown[]) => {
      asked.push(
        ...[args[0], ...((args[1] as unknown[]) ?? []), ...((args[0] as { values?: unknown[] }).values ?? [])],
      );
      return (real as (...args: unknown[]) => unknown).apply(ofApi, args);
    }) as typeof ofApi.query;
    const first = await made.me().finally(() => {
      ofApi.query = real;
    });
    expect(refused(first)).toMatchObject(SIGNED_OUT);
    for (const token of asked.filter((value) => typeof value === 'string'))
      await pool.query("update session set token = $1 where person = 'P6'", [token]).catch(() => undefined);
    now += 2_000;
    expect([(await made.me()).status, asked]).toEqual([401, []]);
    await pool.query("delete from session where person in ('P5', 'P6')");
  });

  test('costs one query, and none of its own for the second that follows', async () => {
    const browser = await signedIn('P4');
    now += 2_000;
    const first = await countingQueries({ database }, () => browser.ask('GET', '/api/clock'));
    const second = await countingQueries({ database }, () => browser.ask('GET', '/api/clock'));
    expect([first.queries, second.queries]).toEqual([1, 0]);
  });

  test('ends by itself when nothing was done for two hours, or after twelve', async () => {
    const idle = await signedIn('P4');
    const busy = await signedIn('P4');
    for (let hours = 0; hours < 11; hours++) {
      now += HOUR;
      expect((await busy.me()).status).toBe(200);
    }
    expect(refused(await idle.me())).toMatchObject({
      ...SIGNED_OUT,
      detail: expect.stringMatching(/^You were signed out/),
    });
    now += HOUR;
    expect(refused(await busy.me())).toMatchObject(SIGNED_OUT);
  });

  test('lasts thirty days for whoever stays, unless they stay away for fourteen', async () => {
    const [away, there] = [await signedIn('P4', true), await signedIn('P4', true)];
    for (let days = 0; days < 29; days++) {
      now += DAY;
      expect((await there.me()).status).toBe(200);
    }
    expect((await away.me()).status).toBe(401);
    now += DAY;
    expect((await there.me()).status).toBe(401);
  });

  test('gets another token each day, and the one before is taken until the new one has come and a minute longer', async () => {
    const browser = await signedIn('P5', true);
    const before = browser.at(other);
    now += DAY + MINUTE;
    expect((await browser.me()).status).toBe(200);
    expect([...browser.cookies.values()]).not.toEqual([...before.cookies.values()]);
    // What was under way, and whoever has lost the answer with the new token.
    now += 5 * MINUTE;
    expect((await before.ask('GET', '/api/me')).status).toBe(200);
    now += 5 * MINUTE;
    expect((await browser.me()).status).toBe(200);
    now += MINUTE - 1;
    expect((await before.ask('GET', '/api/me')).status).toBe(200);
    now += 2_000;
    const reply = await before.ask('GET', '/api/me');
    expect(refused(reply)).toMatchObject({ ...SIGNED_OUT, detail: expect.stringMatching(/not in use any more/) });
    // Somebody else may have had it: nobody goes on by that session.
    expect((await browser.me()).status).toBe(401);
    expect(noted.join()).toMatch(/exchanged was sent again/);
  });

  test('gives way to the next one of the same browser, and the oldest of a person to their twenty-first', async () => {
    const browser = await signedIn('P6');
    const before = browser.at(api);
    await browser.signIn('P7');
    expect((await before.me()).status).toBe(401);
    const first = await signedIn('P8');
    now += 1_000;
    for (let n = 0; n < MOST_OF_ONE; n++) await signedIn('P8');
    expect((await first.me()).status).toBe(401);
  });
});

describe('a change by the cookie', () => {
  const change = (browser: Browser, headers: Record<string, string>) =>
    browser.ask('PUT', '/api/me/settings', UNSAID, headers);

  test.each([
    ['a page of ours', { 'sec-fetch-site': 'same-origin' }],
    ['a page of ours in a browser that only tells its origin', { origin: 'http://localhost:8080' }],
    ['whoever can set a header of ours', { 'x-rostrum': '1' }],
  ])('is taken from %s', async (_, headers) => {
    expect((await change(await signedIn('P2'), headers)).status).toBe(200);
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example.com' }],
    ['another host of the same site', { 'sec-fetch-site': 'same-site', origin: 'http://wiki.localhost' }],
    ['a browser that tells another origin', { origin: 'https://evil.example.com' }],
    ['a page without an origin', { origin: 'null' }],
    ['whoever says nothing', {}],
  ])('is refused from %s', async (_, headers: Record<string, string>) => {
    const reply = await change(await signedIn('P2'), headers);
    expect(refused(reply)).toMatchObject({ status: 403, detail: expect.stringMatching(/X-Rostrum: 1/) });
    const browser = await signedIn('P2');
    expect((await browser.ask('DELETE', '/api/session', undefined, headers)).status).toBe(403);
    expect((await browser.me()).status).toBe(200);
  });

  test('nobody is signed in as somebody else by another site', async () => {
    const browser = new Browser(api);
    const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example.com' };
    expect((await browser.ask('POST', '/api/session', { dev: 'P2' }, elsewhere)).status).toBe(403);
    expect(browser.cookies.size).toBe(0);
    // A program says nothing of where it sends from.
    expect((await browser.ask('POST', '/api/session', { dev: 'P2' }, {})).status).toBe(200);
  });

  test('looking is allowed from wherever a link was followed', async () => {
    const browser = await signedIn('P2');
    const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await browser.ask('GET', '/api/me', undefined, followed)).status).toBe(200);
  });

  test('a token in the header needs none of that, and goes before the cookie', async () => {
    const browser = await signedIn('P2');
    const headers = { authorization: 'Bearer dev:P3' };
    expect((await browser.ask('GET', '/api/me', undefined, headers)).json.person).toBe('P3');
    expect((await change(browser, headers)).status).toBe(200);
  });
});

describe('signing out', () => {
  test('ends the session and takes the cookie', async () => {
    const browser = await signedIn('P3');
    const kept = browser.at(api);
    expect((await browser.ask('DELETE', '/api/session')).json).toEqual({ sessions: 1, links: 0 });
    expect(browser.given).toEqual([expect.stringMatching(/^rostrum=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/)]);
    expect(refused(await kept.me())).toMatchObject({
      ...SIGNED_OUT,
      detail: 'You are not signed in any more; sign in again.',
    });
  });

  test('people see where they are signed in, and end one of them or all', async () => {
    await database.pool.query("delete from session where person = 'P3'");
    const desk = await signedIn('P3');
    const phone = new Browser(
      api,
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    );
    await phone.signIn('P3', true);
    const odd = new Browser(api, 'x'.repeat(2000));
    await odd.signIn('P3');
    const seen = async () => (await desk.ask('GET', '/api/me/sessions')).json.sessions;
    const lines = await seen();
    const told = lines.map(({ browser, system, stays, current }: Record<string, unknown>) => ({
      browser,
      system,
      stays,
      current,
    }));
    expect(told).toHaveLength(3);
    expect(told).toContainEqual({ browser: 'Firefox', system: 'Linux', stays: false, current: true });
    expect(told).toContainEqual({ browser: 'Safari', system: 'iOS', stays: true, current: false });
    const ofPhone = lines.find(({ browser }: { browser: string }) => browser === 'Safari').id;
    // Nobody ends a session of somebody else.
    expect((await (await signedIn('P2')).ask('DELETE', `/api/me/sessions/${ofPhone}`)).status).toBe(404);
    expect((await desk.ask('DELETE', `/api/me/sessions/${ofPhone}`)).json).toEqual({ sessions: 1, links: 0 });
    expect((await phone.me()).status).toBe(401);
    expect((await desk.ask('DELETE', '/api/me/sessions')).json).toMatchObject({ sessions: 2 });
    expect(desk.cookies.size).toBe(0);
    expect((await odd.me()).status).toBe(401);
  });

  test('counts a second later in every process', async () => {
    const here = await signedIn('P3');
    const there = here.at(other);
    expect((await there.me()).status).toBe(200);
    await here.ask('DELETE', '/api/me/sessions');
    now += 1_000;
    expect((await there.me()).status).toBe(401);
  });

  test('a program by a token has no session to end', async () => {
    const headers = { authorization: 'Bearer dev:P2' };
    expect((await request(api, '/api/session', { method: 'DELETE', headers })).json).toEqual({ sessions: 0, links: 0 });
    expect(
      (await ask(api, 'P2', 'GET', '/api/me/sessions')).json.sessions.every((s: { current: boolean }) => !s.current),
    ).toBe(true);
  });
});

test('operations sign somebody out everywhere, and nobody else does', async () => {
  const [browser, operator] = [await signedIn('P2'), await signedIn('P1')];
  expect((await browser.ask('POST', '/api/people/P1/sign-out')).status).toBe(403);
  expect((await operator.ask('POST', '/api/people/P2/sign-out')).json).toEqual({ person: 'P2' });
  expect((await browser.me()).status).toBe(401);
  expect((await operator.me()).status).toBe(200);
  expect(noted).toContain('Signed out by operations');
});

test('whoever leaves is signed out with that, everywhere, and cannot come back', async () => {
  const browser = await signedIn('P9');
  expect(await door.send(ORGANISATION, 'P1', 'personLeft', { person: 'P9', successor: null })).toMatchObject({
    accepted: true,
  });
  now += 1_000;
  expect((await browser.me()).status).toBe(401);
  const { rowCount } = await database.pool.query("select from session where person = 'P9'");
  expect(rowCount).toBe(0);
  expect((await new Browser(api).signIn('P9')).status).toBe(401);
});

test('whoever is not let in hears so in the language that they read', async () => {
  const browser = await signedIn('P3');
  await browser.ask('DELETE', '/api/me/sessions');
  const reply = await browser.ask('GET', '/api/me', undefined, { 'accept-language': 'zh-CN' });
  expect(refused(reply)).toMatchObject({ ...SIGNED_OUT, detail: expect.stringMatching(/^您尚未登录；/) });
});

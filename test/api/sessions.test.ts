import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { MOST_OF_ONE } from '../../db/sessions.ts';
import { Browser } from './browser.ts';
import { ask, countingQueries, request } from './harness.ts';
import { refused, SIGNED_OUT, SignInStage } from './sign-in-stage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let stage: SignInStage;

beforeAll(async () => {
  stage = await SignInStage.open();
});
afterAll(() => stage.close());

/** Instants of a row as PostgreSQL reads them. */
const stamps = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, new Date(value).toISOString()]] : [],
    ),
  );

describe('a session', () => {
  test('is kept as a digest: nobody who reads the database can be anybody', async () => {
    const browser = await stage.signedIn('P4');
    const [token] = browser.cookies.values();
    const { rows } = await stage.database.pool.query('select session::text as row from session');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => row.includes(token!))).toEqual([]);
  });

  test('signs nobody in by a row that somebody else has written, for a token of their own or as somebody else', async () => {
    const [own, others] = [await stage.signedIn('P5'), await stage.signedIn('P6')];
    const { pool } = stage.database;
    const { rows: kept } = await pool.query("select * from session where person in ('P5', 'P6')");
    const mine = kept.find(({ person }) => person === 'P5').token;
    const token = `${Buffer.from('P6').toString('base64url')}.mine`;
    const forgers = new Browser(stage.api);
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
      stage.now += 2_000;
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
    stage.now += 2_000;
    expect([(await own.me()).json?.person, (await others.me()).json?.person]).toEqual(['P5', 'P6']);
  });

  test('is looked up by no cookie that nobody was given, so that whoever sees what the database is asked makes none', async () => {
    await stage.signedIn('P6');
    const { pool } = stage.database;
    const ofApi = stage.database.as.of('api');
    const name = [...(await stage.signedIn('P5')).cookies.keys()][0]!;
    const made = new Browser(stage.api);
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
    stage.now += 2_000;
    expect([(await made.me()).status, asked]).toEqual([401, []]);
    await pool.query("delete from session where person in ('P5', 'P6')");
  });

  test('costs one query, and none of its own for the second that follows', async () => {
    const browser = await stage.signedIn('P4');
    stage.now += 2_000;
    const first = await countingQueries({ database: stage.database }, () => browser.ask('GET', '/api/clock'));
    const second = await countingQueries({ database: stage.database }, () => browser.ask('GET', '/api/clock'));
    expect([first.queries, second.queries]).toEqual([1, 0]);
  });

  test('ends by itself when nothing was done for two hours, or after twelve', async () => {
    const idle = await stage.signedIn('P4');
    const busy = await stage.signedIn('P4');
    for (let hours = 0; hours < 11; hours++) {
      stage.now += HOUR;
      expect((await busy.me()).status).toBe(200);
    }
    expect(refused(await idle.me())).toMatchObject({
      ...SIGNED_OUT,
      detail: expect.stringMatching(/^You were signed out/),
    });
    stage.now += HOUR;
    expect(refused(await busy.me())).toMatchObject(SIGNED_OUT);
  });

  test('lasts thirty days for whoever stays, unless they stay away for fourteen', async () => {
    const [away, there] = [await stage.signedIn('P4', true), await stage.signedIn('P4', true)];
    for (let days = 0; days < 29; days++) {
      stage.now += DAY;
      expect((await there.me()).status).toBe(200);
    }
    expect((await away.me()).status).toBe(401);
    stage.now += DAY;
    expect((await there.me()).status).toBe(401);
  });

  test('gets another token each day, and the one before is taken until the new one has come and a minute longer', async () => {
    const browser = await stage.signedIn('P5', true);
    const before = browser.at(stage.other);
    stage.now += DAY + MINUTE;
    expect((await browser.me()).status).toBe(200);
    expect([...browser.cookies.values()]).not.toEqual([...before.cookies.values()]);
    // What was under way, and whoever has lost the answer with the new token.
    stage.now += 5 * MINUTE;
    expect((await before.ask('GET', '/api/me')).status).toBe(200);
    stage.now += 5 * MINUTE;
    expect((await browser.me()).status).toBe(200);
    stage.now += MINUTE - 1;
    expect((await before.ask('GET', '/api/me')).status).toBe(200);
    stage.now += 2_000;
    const reply = await before.ask('GET', '/api/me');
    expect(refused(reply)).toMatchObject({ ...SIGNED_OUT, detail: expect.stringMatching(/not in use any more/) });
    // Somebody else may have had it: nobody goes on by that session.
    expect((await browser.me()).status).toBe(401);
    expect(stage.noted.join()).toMatch(/exchanged was sent again/);
  });

  test('gives way to the next one of the same browser, and the oldest of a person to their twenty-first', async () => {
    const browser = await stage.signedIn('P6');
    const before = browser.at(stage.api);
    await browser.signIn('P7');
    expect((await before.me()).status).toBe(401);
    const first = await stage.signedIn('P8');
    stage.now += 1_000;
    for (let n = 0; n < MOST_OF_ONE; n++) await stage.signedIn('P8');
    expect((await first.me()).status).toBe(401);
  });
});

describe('signing out', () => {
  test('ends the session and takes the cookie', async () => {
    const browser = await stage.signedIn('P3');
    const kept = browser.at(stage.api);
    expect((await browser.ask('DELETE', '/api/session')).json).toEqual({ sessions: 1, links: 0 });
    expect(browser.given).toEqual([expect.stringMatching(/^rostrum=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/)]);
    expect(refused(await kept.me())).toMatchObject({
      ...SIGNED_OUT,
      detail: 'You are not signed in any more; sign in again.',
    });
  });

  test('people see where they are signed in, and end one of them or all', async () => {
    await stage.database.pool.query("delete from session where person = 'P3'");
    const desk = await stage.signedIn('P3');
    const phone = new Browser(
      stage.api,
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    );
    await phone.signIn('P3', true);
    const odd = new Browser(stage.api, 'x'.repeat(2000));
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
    expect((await (await stage.signedIn('P2')).ask('DELETE', `/api/me/sessions/${ofPhone}`)).status).toBe(404);
    expect((await desk.ask('DELETE', `/api/me/sessions/${ofPhone}`)).json).toEqual({ sessions: 1, links: 0 });
    expect((await phone.me()).status).toBe(401);
    expect((await desk.ask('DELETE', '/api/me/sessions')).json).toMatchObject({ sessions: 2 });
    expect(desk.cookies.size).toBe(0);
    expect((await odd.me()).status).toBe(401);
  });

  test('whoever has signed in long ago signs in once more before they end another session', async () => {
    await stage.database.pool.query("delete from session where person = 'P3'");
    const desk = await stage.signedIn('P3');
    const phone = await stage.signedIn('P3');
    stage.now += 11 * 60_000;
    const lines = (await desk.ask('GET', '/api/me/sessions')).json.sessions;
    const { id } = lines.find(({ current }: { current: boolean }) => !current);
    const refused = await desk.ask('DELETE', `/api/me/sessions/${id}`);
    expect([refused.status, refused.json.type]).toEqual([403, '/problems/sign-in-again']);
    expect((await desk.ask('DELETE', '/api/me/sessions')).json.type).toBe('/problems/sign-in-again');
    expect((await phone.me()).status).toBe(200);
    // Their own they end at any time; and once more signed in, the other one.
    expect((await desk.ask('DELETE', '/api/session')).status).toBe(200);
    await desk.signIn('P3');
    expect((await desk.ask('DELETE', `/api/me/sessions/${id}`)).json).toEqual({ sessions: 1, links: 0 });
    expect((await phone.me()).status).toBe(401);
  });

  test('counts a second later in every process', async () => {
    const here = await stage.signedIn('P3');
    const there = here.at(stage.other);
    expect((await there.me()).status).toBe(200);
    await here.ask('DELETE', '/api/me/sessions');
    stage.now += 1_000;
    expect((await there.me()).status).toBe(401);
  });

  test('a program by a token has no session to end', async () => {
    const headers = { authorization: 'Bearer dev:P2' };
    expect((await request(stage.api, '/api/session', { method: 'DELETE', headers })).json).toEqual({
      sessions: 0,
      links: 0,
    });
    expect(
      (await ask(stage.api, 'P2', 'GET', '/api/me/sessions')).json.sessions.every(
        (s: { current: boolean }) => !s.current,
      ),
    ).toBe(true);
  });
});

test('operations sign somebody out everywhere, and nobody else does', async () => {
  const [browser, operator] = [await stage.signedIn('P2'), await stage.signedIn('P1')];
  expect((await browser.ask('POST', '/api/people/P1/sign-out')).status).toBe(403);
  expect((await operator.ask('POST', '/api/people/P2/sign-out')).json).toEqual({ person: 'P2' });
  expect((await browser.me()).status).toBe(401);
  expect((await operator.me()).status).toBe(200);
  expect(stage.noted).toContain('Signed out by operations');
});

test('whoever leaves is signed out with that, everywhere, and cannot come back', async () => {
  const browser = await stage.signedIn('P9');
  expect(await stage.door.send(ORGANISATION, 'P1', 'personLeft', { person: 'P9', successor: null })).toMatchObject({
    accepted: true,
  });
  stage.now += 1_000;
  expect((await browser.me()).status).toBe(401);
  const { rowCount } = await stage.database.pool.query("select from session where person = 'P9'");
  expect(rowCount).toBe(0);
  expect((await new Browser(stage.api).signIn('P9')).status).toBe(401);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { limitsOf } from '../../api/session/limits.ts';
import { UNSAID } from '../../contracts/settings.ts';
import { Browser } from './browser.ts';
import { apiOf } from './harness.ts';
import { refused, SIGNED_OUT, SignInStage } from './sign-in-stage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let stage: SignInStage;

beforeAll(async () => {
  stage = await SignInStage.open();
});
afterAll(() => stage.close());

describe('whoever tries Rostrum out', () => {
  test('is shown whom they may be, and is them by a cookie that no page can read', async () => {
    const browser = new Browser(stage.api);
    const { json } = await browser.ask('GET', '/api/session/ways');
    expect(json.people[0]).toEqual({
      person: 'P1',
      name: expect.any(String),
      department: { en: expect.any(String), 'zh-CN': expect.any(String) },
      roles: ['operations'],
    });
    expect(json.people).toHaveLength(9);
    expect(json.stayDays).toBe(30);
    expect((await browser.signIn('P2')).json).toEqual({ person: 'P2', until: stage.now + 12 * HOUR, path: '/' });
    expect(browser.given).toEqual([
      expect.stringMatching(/^rostrum=[\w-]+\.[\w-]{43}\.[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect((await browser.me()).json).toMatchObject({ person: 'P2' });
    await browser.signIn('P3', true);
    expect(browser.given).toEqual([
      expect.stringMatching(/^rostrum=[\w-]+\.[\w-]{43}\.[\w-]{22}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect(stage.noted).toContain('Signed in');
  });

  test('gets the cookie for TLS alone, and from this host alone, where people come by TLS', async () => {
    const under = { database: stage.database, gateway: undefined as never, complaints: [] };
    const secure = await apiOf(under, { operator: null, publicUrl: 'https://rostrum.example.com' });
    const browser = new Browser(secure);
    await browser.signIn('P2');
    await secure.close();
    expect(browser.given).toEqual([
      expect.stringMatching(/^__Host-rostrum=[\w-]+\.[\w-]{43}\.[\w-]{22}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });

  test('is told how many days they stay signed in, as the installation has it', async () => {
    const under = { database: stage.database, gateway: undefined as never, complaints: [] };
    const sessionLimits = limitsOf({ idleMinutes: 120, hours: 12, stayDays: 7 });
    const brief = await apiOf(under, { operator: null, realNow: () => stage.now, sessionLimits });
    const browser = new Browser(brief);
    const { stayDays } = (await browser.ask('GET', '/api/session/ways')).json;
    const { until } = (await browser.signIn('P2', true)).json;
    await brief.close();
    expect([stayDays, until]).toEqual([7, stage.now + 7 * 24 * HOUR]);
  });

  test('is nobody where that is not allowed, and nobody who does not work here', async () => {
    const under = { database: stage.database, gateway: undefined as never, complaints: [] };
    const strict = await apiOf(under, { operator: null, devTokens: false });
    const browser = new Browser(strict);
    expect((await browser.ask('GET', '/api/session/ways')).json.people).toBeNull();
    expect(refused(await browser.signIn('P2'))).toMatchObject(SIGNED_OUT);
    await strict.close();
    expect(refused(await new Browser(stage.api).signIn('P77'))).toMatchObject({
      ...SIGNED_OUT,
      detail: expect.stringMatching(/P77/),
    });
  });
});

test('a session that was begun while anybody could be anybody ends where that is over', async () => {
  const [here, later] = [await stage.signedIn('P7', true), await stage.signedIn('P8', true)];
  const under = { database: stage.database, gateway: undefined as never, complaints: stage.complaints };
  const strict = await apiOf(under, { operator: null, devTokens: false, realNow: () => stage.now });
  const found = refused(await here.at(strict).me());
  await strict.close();
  expect(found).toMatchObject({ ...SIGNED_OUT, detail: expect.stringMatching(/sign in with your account/) });
  expect((await here.me()).status).toBe(401);
  expect((await later.me()).status).toBe(200);
});

describe('a change by the cookie', () => {
  const change = (browser: Browser, headers: Record<string, string>) =>
    browser.ask('PUT', '/api/me/settings', UNSAID, headers);

  test.each([
    ['a page of ours', { 'sec-fetch-site': 'same-origin' }],
    ['a page of ours in a browser that only tells its origin', { origin: 'http://localhost:8080' }],
    ['whoever can set a header of ours', { 'x-rostrum': '1' }],
  ])('is taken from %s', async (_, headers) => {
    expect((await change(await stage.signedIn('P2'), headers)).status).toBe(200);
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example.com' }],
    ['another host of the same site', { 'sec-fetch-site': 'same-site', origin: 'http://wiki.localhost' }],
    ['a browser that tells another origin', { origin: 'https://evil.example.com' }],
    ['a page without an origin', { origin: 'null' }],
    ['whoever says nothing', {}],
  ])('is refused from %s', async (_, headers: Record<string, string>) => {
    const reply = await change(await stage.signedIn('P2'), headers);
    expect(refused(reply)).toMatchObject({ status: 403, detail: expect.stringMatching(/X-Rostrum: 1/) });
    const browser = await stage.signedIn('P2');
    expect((await browser.ask('DELETE', '/api/session', undefined, headers)).status).toBe(403);
    expect((await browser.me()).status).toBe(200);
  });

  test('nobody is signed in as somebody else by another site', async () => {
    const browser = new Browser(stage.api);
    const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example.com' };
    expect((await browser.ask('POST', '/api/session', { dev: 'P2' }, elsewhere)).status).toBe(403);
    expect(browser.cookies.size).toBe(0);
    // A program says nothing of where it sends from.
    expect((await browser.ask('POST', '/api/session', { dev: 'P2' }, {})).status).toBe(200);
  });

  test('is refused to whoever has signed in since the page was opened, in their language', async () => {
    const browser = await stage.signedIn('P3');
    const as = { 'sec-fetch-site': 'same-origin', 'x-rostrum-as': 'P2', 'accept-language': 'zh-CN' };
    expect(refused(await change(browser, as))).toMatchObject({
      ...SIGNED_OUT,
      detail: expect.stringMatching(/^此浏览器中现在登录的是另一人/),
    });
    expect(refused(await browser.ask('GET', '/api/me/tasks', undefined, as))).toMatchObject(SIGNED_OUT);
    expect((await change(browser, { ...as, 'x-rostrum-as': 'P3' })).status).toBe(200);
    // Links, and whoever listens, send no such header.
    const [links, none] = [['/api/files/1', '/api/events?seconds=0', '/api/documents/1?inline=1'], {}];
    for (const link of links) {
      const by = (person: string) =>
        browser.ask('GET', `${link}${link.includes('?') ? '&' : '?'}rostrum-as=${person}`, undefined, none);
      expect(refused(await by('P2'))).toMatchObject(SIGNED_OUT);
      expect((await by('P3')).status).not.toBe(401);
    }
    // A program says by its token for whom it asks.
    expect((await change(browser, { ...as, authorization: 'Bearer dev:P4' })).status).toBe(200);
  });

  test('looking is allowed from wherever a link was followed', async () => {
    const browser = await stage.signedIn('P2');
    const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await browser.ask('GET', '/api/me', undefined, followed)).status).toBe(200);
    // Whether it names them right would tell the other site who has come.
    const guess = async (person: string) =>
      refused(await browser.ask('GET', `/api/me?rostrum-as=${person}`, undefined, followed));
    expect(await guess('P2')).toEqual(await guess('P3'));
  });

  test('a token in the header needs none of that, and goes before the cookie', async () => {
    const browser = await stage.signedIn('P2');
    const headers = { authorization: 'Bearer dev:P3' };
    expect((await browser.ask('GET', '/api/me', undefined, headers)).json.person).toBe('P3');
    expect((await change(browser, headers)).status).toBe(200);
  });
});

test('whoever is not let in hears so in the language that they read', async () => {
  const browser = await stage.signedIn('P3');
  await browser.ask('DELETE', '/api/me/sessions');
  const reply = await browser.ask('GET', '/api/me', undefined, { 'accept-language': 'zh-CN' });
  expect(refused(reply)).toMatchObject({ ...SIGNED_OUT, detail: expect.stringMatching(/^您尚未登录；/) });
});

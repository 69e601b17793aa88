import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseSetCookie, stringifyCookie } from 'cookie';
import Provider, { type ClaimsParameterMember, type Configuration } from 'oidc-provider';
import type { CompanySettings } from '../../api/session/company-account.ts';
import { ORGANISATION, SYSTEM } from '../../contracts/ids.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { Browser } from './browser.ts';
import { apiOf, type Reply, request, type TestApi } from './harness.ts';

const HOME = 'http://localhost:8080';

/** Whom the provider knows, by the name that they sign in with there, and what it says of them. */
const ACCOUNTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  lin: { employee: 'P2', email: 'p2@example.com', email_verified: true, groups: ['staff'] },
  ops: { employee: 'P3', email: 'P3@Example.com', email_verified: true, groups: ['staff', 'rostrum-operators'] },
  sly: { employee: 'system', email: 'p4@example.com', email_verified: false, groups: [] },
  new: { employee: 'X9', email: 'x9@example.com', email_verified: true },
  odd: { employee: 7, email_verified: true, groups: 'staff' },
};

let database: TestDatabase;
let server: Server;
let issuer: string;
/** Real time. */
let now = START;
const apis: TestApi[] = [];
const noted: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const door = new Door(database);
  await door.send(ORGANISATION, SYSTEM, 'importOrganisation', smallCompany(5));
  for (const person of ['P1', 'P3']) await door.send(ORGANISATION, SYSTEM, 'grantRole', { person, role: 'operations' });
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, providing());
  server.on('request', provider.callback());
});
afterAll(async () => {
  await Promise.all(apis.map((api) => api.close()));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await database.stop();
});

function providing(): Configuration {
  return {
    clients: [
      {
        client_id: 'rostrum',
        client_secret: 'a secret of thirty-two letters at least',
        redirect_uris: [`${HOME}/api/session/oidc/return`],
      },
    ],
    claims: { openid: ['sub', 'employee', 'groups'], email: ['email', 'email_verified'], profile: [] },
    cookies: { keys: ['a key of the provider'] },
    pkce: { required: () => true },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...ACCOUNTS[id] }) as { sub: string } & Record<string, ClaimsParameterMember>,
    }),
    features: { devInteractions: { enabled: true } },
  } as Configuration;
}

async function apiWith(more: Partial<CompanySettings> = {}): Promise<TestApi> {
  const company = {
    ...{ issuer, clientId: 'rostrum', clientSecret: 'a secret of thirty-two letters at least', name: 'Acme' },
    ...{ groupsClaim: 'groups', demanded: [], ...more },
  };
  const note = (what: string, about: object) => void noted.push(`${what} ${JSON.stringify(about)}`);
  const api = await apiOf(
    { database, gateway: undefined as never, complaints: noted },
    { operator: null, company, note, realNow: () => now },
  );
  apis.push(api);
  return api;
}

/** Signs in at the provider as somebody does in a browser, by its pages. @returns the address that it sends the browser back to */
async function atProvider(start: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let [url, form]: [string, URLSearchParams | undefined] = [start, undefined];
  for (let steps = 0; steps < 20; steps++) {
    const response = await fetch(url, {
      ...{ redirect: 'manual', headers: { cookie: stringifyCookie(Object.fromEntries(cookies)) } },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const header of response.headers.getSetCookie()) {
      const { name, value } = parseSetCookie(header);
      cookies.set(name, value ?? '');
    }
    const location = response.headers.get('location');
    form = undefined;
    if (location) {
      url = new URL(location, url).href;
      if (url.startsWith(HOME)) return url;
      continue;
    }
    const page = await response.text();
    const [, prompt] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
    if (!prompt) throw new Error(page);
    url = new URL(/action="([^"]+)"/.exec(page)![1]!, url).href;
    form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'any' } : {}) });
  }
  throw new Error('The provider goes on and on.');
}

const sent = (body: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const get = (browser: Browser, url: string) => browser.ask('GET', url.replace(HOME, ''), undefined, {});
const locationOf = ({ headers, status }: Reply) => ({ status, location: headers.get('location') });

/** Goes all the way as somebody; the browser, and where it was led. */
async function through(api: TestApi, login: string, to = '/plan/plan-2027') {
  const browser = new Browser(api);
  const away = await get(browser, `/api/session/oidc?to=${encodeURIComponent(to)}`);
  expect(away.status).toBe(303);
  const returning = await atProvider(away.headers.get('location')!, login);
  const came = await get(browser, returning);
  return { browser, returning, came };
}

test('somebody comes by the account of the company, known by their verified address, and goes on where they wanted to', async () => {
  const api = await apiWith();
  expect((await new Browser(api).ask('GET', '/api/session/ways')).json.company).toEqual({
    name: 'Acme',
    path: '/api/session/oidc',
  });
  const { browser, came } = await through(api, 'ops');
  expect(locationOf(came)).toEqual({ status: 303, location: '/plan/plan-2027' });
  expect((await browser.me()).json).toMatchObject({ person: 'P3' });
  expect((await browser.ask('GET', '/api/me/sessions')).json.sessions[0]).toMatchObject({
    way: 'company',
    stays: false,
  });
  // What it kept while it was away is gone.
  expect([...browser.cookies.keys()]).toEqual(['rostrum']);
});

test('by a claim with the employee id, where there is one; and nobody else is let in', async () => {
  const byId = await apiWith({ personClaim: 'employee' });
  expect((await (await through(byId, 'lin')).browser.me()).json).toMatchObject({ person: 'P2' });
  for (const login of ['sly', 'new', 'odd']) {
    const { browser, came } = await through(byId, login);
    expect([login, locationOf(came)]).toEqual([login, { status: 303, location: '/sign-in?why=unknown' }]);
    expect(browser.cookies.size).toBe(0);
  }
  // An address that nobody has proven is nobody's.
  const byAddress = await apiWith();
  for (const login of ['sly', 'new', 'odd'])
    expect(locationOf((await through(byAddress, login)).came)).toMatchObject({ location: '/sign-in?why=unknown' });
});

test('the answer is taken from the browser that has asked, once, for its own question, and in time', async () => {
  const api = await apiWith();
  const { browser, returning } = await through(api, 'lin');
  expect(locationOf(await get(browser, returning))).toMatchObject({ location: '/sign-in?why=again' });
  expect(locationOf(await get(new Browser(api), returning))).toMatchObject({ location: '/sign-in?why=again' });

  // Somebody else's answer is brought to a browser that has asked something else.
  const victim = new Browser(api);
  const away = await get(victim, '/api/session/oidc');
  const other = await atProvider((await get(new Browser(api), '/api/session/oidc')).headers.get('location')!, 'lin');
  expect(locationOf(await get(victim, other))).toMatchObject({ location: '/sign-in?why=refused' });
  expect(victim.cookies.size).toBe(0);
  expect(new URL(away.headers.get('location')!).searchParams.get('code_challenge_method')).toBe('S256');

  // What the browser keeps is forged, or another provider says that it is this one.
  const forger = new Browser(api);
  const own = await get(forger, '/api/session/oidc');
  const back = await atProvider(own.headers.get('location')!, 'lin');
  const mixed = back.replace(/iss=[^&]+/, `iss=${encodeURIComponent('https://evil.example.com')}`);
  expect(mixed).not.toBe(back);
  const forged = forger.at(api);
  const kept = forged.cookies.get('rostrum-company')!;
  forged.cookies.set('rostrum-company', `${Buffer.from('{"path":"/x"}').toString('base64url')}.${kept.split('.')[1]}`);
  expect(locationOf(await get(forged, back))).toMatchObject({ location: '/sign-in?why=again' });
  expect(locationOf(await get(forger, mixed))).toMatchObject({ location: '/sign-in?why=refused' });
  expect(noted.join()).toMatch(/Not signed in by the company account/);
});

test('it leads to no other place than ours', async () => {
  const api = await apiWith();
  for (const to of ['https://evil.example.com', '//evil.example.com'])
    expect((await get(new Browser(api), `/api/session/oidc?to=${encodeURIComponent(to)}`)).status).toBe(400);
  // What stands in a header is written in letters that a header may have.
  const { came } = await through(api, 'lin', '/desk/培训?q=“a”');
  expect(locationOf(came)).toEqual({ status: 303, location: '/desk/%E5%9F%B9%E8%AE%AD?q=%E2%80%9Ca%E2%80%9D' });
});

test('a provider that is away, or whose secret is another, lets nobody in, and people are told so', async () => {
  const away = await apiWith({ issuer: 'http://127.0.0.1:1' });
  expect(locationOf(await get(new Browser(away), '/api/session/oidc'))).toMatchObject({
    location: '/sign-in?why=away',
  });
  const wrong = await apiWith({ clientSecret: 'another secret' });
  expect(locationOf((await through(wrong, 'lin')).came)).toMatchObject({ location: '/sign-in?why=refused' });
  const none = await apiOf({ database, gateway: undefined as never, complaints: [] }, { operator: null });
  apis.push(none);
  expect((await get(new Browser(none), '/api/session/oidc')).status).toBe(404);
});

test('a role that the company vouches for lets in whoever is in its group, and grants nobody anything', async () => {
  const demanded = [{ role: 'operations', group: 'rostrum-operators' }] as const;
  const api = await apiWith({ demanded });
  const { browser } = await through(api, 'ops');
  expect((await browser.me()).json).toMatchObject({ person: 'P3', operations: true });
  // In the group without the role is nothing.
  const strict = await apiWith({ demanded: [{ role: 'operations', group: 'staff' }] });
  const lin = await through(strict, 'lin');
  expect((await lin.browser.me()).json).toMatchObject({ person: 'P2', operations: false });
  // With the role, and in another group, or by another way.
  const other = await apiWith({ demanded: [{ role: 'operations', group: 'others' }] });
  expect(locationOf((await through(other, 'ops')).came)).toMatchObject({ location: '/sign-in?why=role' });
  // Whoever gets the role while they are signed in is asked from then on.
  const late = await through(api, 'lin');
  expect((await late.browser.me()).status).toBe(200);
  // So are their programs; those of whoever was vouched for have the role.
  const programOf = async (of: Browser): Promise<string> =>
    (await of.ask('POST', '/api/me/tokens', { name: 'Report', scope: 'act' })).json.token;
  const seenBy = (token: string) =>
    request(api, '/api/me', { method: 'GET', headers: { authorization: `Bearer ${token}` } });
  const [vouched, early] = [await programOf(browser), await programOf(late.browser)];
  const paired = (await request(api, '/api/session/pairing', sent({ name: 'rostrum' }))).json;
  await late.browser.ask('POST', '/api/me/pairing', { code: paired.code, grant: true });
  const letIn = (await request(api, '/api/session/pairing/token', sent({ device: paired.device }))).json.token;
  expect((await seenBy(vouched)).json).toMatchObject({ person: 'P3', operations: true });
  for (const token of [early, letIn])
    expect((await seenBy(token)).json).toMatchObject({ person: 'P2', operations: false });
  await new Door(database).send(ORGANISATION, SYSTEM, 'grantRole', { person: 'P2', role: 'operations' });
  now += 1_000;
  expect(await late.browser.me()).toMatchObject({
    status: 403,
    json: { detail: expect.stringMatching(/role operations signs in by the company's account/) },
  });
  for (const token of [early, letIn])
    expect(await seenBy(token)).toMatchObject({
      status: 403,
      json: { detail: expect.stringMatching(/role operations signs in by the company's account/) },
    });
  expect((await seenBy(vouched)).status).toBe(200);
});

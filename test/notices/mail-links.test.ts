import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DeliveryCount } from '../../activities/delivery/deliver.ts';
import { linksOf } from '../../activities/delivery/links.ts';
import { makeLookup } from '../../activities/notices/lookup.ts';
import { ORGANISATION, type StreamId, SYSTEM } from '../../contracts/ids.ts';
import { UNSAID } from '../../contracts/settings.ts';
import { Clock } from '../../db/clock.ts';
import { KeyRing } from '../../db/keys.ts';
import { openingKeyOf } from '../../db/master-key.ts';
import type { Channel } from '../../notices/channels/channel.ts';
import { mailChannel } from '../../notices/channels/mail.ts';
import { webhookChannel } from '../../notices/channels/webhook.ts';
import { Browser } from '../api/browser.ts';
import { apiOf, ask, countingQueries, type Reply, reviewSpec, type TestApi } from '../api/harness.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { deliverWaiting } from './delivering.ts';
import { type HookServer, type MailServer, startHookServer, startMailServer } from './servers.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Whoever has the name of P2. */
const NAMESAKE = 'P8';
const HOME = 'https://rostrum.example.com';

let database: TestDatabase;
let door: Door;
let api: TestApi;
let smtp: MailServer;
let hook: HookServer;
let mail: Channel;
let webhook: Channel;
/** Procedure time and real time alike. */
let now = START;
let rounds = 0;

beforeAll(async () => {
  database = await testDatabase();
  door = new Door(database);
  const company = smallCompany(9);
  const people = company.people
    ?.map((p) => (p.id === 'P4' ? { ...p, email: 'Li.Wei@Example.com' } : p))
    .map((p) => (p.id === NAMESAKE ? { ...p, name: 'Person 2' } : p));
  await door.send(ORGANISATION, SYSTEM, 'importOrganisation', { ...company, people }, now);
  await door.send(ORGANISATION, SYSTEM, 'grantRole', { person: 'P1', role: 'operations' }, now);
  [smtp, hook] = await Promise.all([startMailServer(), startHookServer()]);
  mail = mailChannel({ smtpUrl: smtp.url, from: { name: 'Training', address: 'training@example.com' } });
  webhook = webhookChannel({ url: hook.url, allow: ['127.0.0.1'] });
  api = await started();
});
afterAll(async () => {
  mail.close?.();
  webhook.close?.();
  await Promise.all([api.close(), smtp.close(), hook.close()]);
  await database.stop();
});
beforeEach(async () => {
  await database.pool.query('truncate outbox, delivery, link, session');
  now += 30 * DAY;
});

function started(more: { mailLinks?: boolean } = {}): Promise<TestApi> {
  const under = { database, gateway: undefined as never, complaints: [] };
  return apiOf(under, { operator: null, now: () => now, realNow: () => now, publicUrl: HOME, ...more });
}

/** Everything that waits is delivered; in the night and on holidays time passes until it may be. */
async function deliver({ channel = mail, links = true } = {}): Promise<DeliveryCount> {
  smtp.received.length = 0;
  const { rows } = await database.pool.query<{ at: number | null }>('select max(not_before) as at from outbox');
  now = Math.max(now, rows[0]!.at ?? 0);
  const db = database.as.of('notices');
  // As the process has them: it opens, and signs nothing.
  const keys = new KeyRing(db, openingKeyOf(database.masterKey));
  return deliverWaiting({
    db,
    procedureNow: () => now,
    ...{ keys, lookup: makeLookup({ pool: db, keys, clock: { now: () => now } }) },
    ...{ channel, channels: [channel], most: 20, publicUrl: HOME, log: () => undefined },
    ...(links ? { signingIn: linksOf({ db, keys, clock: new Clock(), days: 14, now: () => now }) } : {}),
  });
}

/** Asks people of a round, by how many tasks each; the round's name. */
async function openRound(asked: Readonly<Record<string, number>>, days = 7): Promise<string> {
  const name = `links-${++rounds}`;
  const stream: StreamId = `round:${name}`;
  const tasks = Object.entries(asked).flatMap(([assignee, n]) =>
    Array.from({ length: n }, (_, i) => ({
      id: `${assignee}:${i}`,
      assignee,
      about: null,
      aboutPerson: null,
      due: null,
    })),
  );
  const opened = await door.send(stream, 'P1', 'open', { spec: reviewSpec(now + days * DAY), tasks }, now);
  expect(opened).toMatchObject({ accepted: true });
  return name;
}

const lettersTo = (address: string) =>
  smtp.received.filter((m) => [m.to].flat()[0]!.text.toLowerCase().includes(address.toLowerCase()));

/** The token of the link in the only letter to somebody. */
function tokenTo(address: string): string {
  const letters = lettersTo(address);
  expect(letters).toHaveLength(1);
  const links = letters[0]!.text!.match(/https:\S+/g)!;
  expect(links).toEqual([expect.stringMatching(/^https:\/\/rostrum\.example\.com\/go#[\w-]+\.[\w-]{43}\.[\w-]{22}$/)]);
  expect(letters[0]!.html).toContain(`href="${links[0]}"`);
  return links[0]!.split('#')[1]!;
}

const look = async (token: string, at = api) =>
  (await new Browser(at).ask('POST', '/api/session/look', { token })).json;
const press = (token: string, browser = new Browser(api)) => browser.ask('POST', '/api/session', { token, stay: true });
const refusal = ({ status, json }: Reply) => ({ status, type: json?.type, detail: json?.detail });
const NOT_GOOD = { status: 409, type: '/problems/link-not-good' };
const VOID = {
  ...{ state: 'void', name: null, address: null, sentAt: null, until: null, usedAt: null, usedOn: null, leadsTo: null },
  isAsker: false,
};

describe('the link of a letter', () => {
  test('says whose it is, to whom it was sent and where it leads, however often one looks; and signs in by a press, once', async () => {
    const name = await openRound({ P2: 1, P3: 2 });
    expect(await deliver()).toMatchObject({ sent: 2, failed: 0 });
    const token = tokenTo('p2@example.com');
    const due = now + 7 * DAY;
    const seen = await look(token);
    expect(seen).toEqual({
      ...{ state: 'good', name: 'Person 2', address: 'p•••@example.com', sentAt: now, usedAt: null, usedOn: null },
      isAsker: false,
      until: seen.leadsTo.due + 3 * DAY,
      leadsTo: {
        ...{ title: { en: 'Review', 'zh-CN': 'Review' }, of: null, due: expect.any(Number) },
        path: `/desk/${name}/P2%3A0`,
      },
    });
    expect(Math.abs(seen.leadsTo.due - due)).toBeLessThan(5 * DAY);
    expect(await look(token)).toEqual(seen);
    expect((await look(tokenTo('p3@example.com'))).leadsTo.path).toBe(`/desk/${name}`);

    const browser = new Browser(api);
    const until = now + 30 * DAY;
    expect((await press(token, browser)).json).toEqual({ person: 'P2', until, path: seen.leadsTo.path });
    expect(browser.given).toEqual([expect.stringMatching(/^__Host-rostrum=.*; HttpOnly; Secure; SameSite=Lax$/)]);
    expect((await browser.me()).json).toMatchObject({ person: 'P2' });
    expect((await browser.ask('GET', '/api/me/sessions')).json.sessions).toMatchObject([
      { way: 'link', current: true },
    ]);

    const again = new Browser(api);
    expect(refusal(await press(token, again))).toMatchObject({
      ...NOT_GOOD,
      detail: expect.stringMatching(/used already/),
    });
    expect(again.cookies.size).toBe(0);
    expect(await look(token)).toEqual({
      ...seen,
      ...{ state: 'used', usedAt: now, usedOn: { browser: 'Firefox', system: 'Linux' } },
    });
  });

  test('says whether it is of whoever looks at it, by who is signed in and not by a name', async () => {
    await openRound({ P2: 1 });
    await deliver();
    const token = tokenTo('p2@example.com');
    const at = new Browser(api);
    const isAsker = async () => (await at.ask('POST', '/api/session/look', { token })).json.isAsker;
    expect(await isAsker()).toBe(false);
    await at.signIn(NAMESAKE);
    expect((await at.me()).json.name).toBe((await look(token)).name);
    expect(await isAsker()).toBe(false);
    await at.signIn('P2', true);
    expect(await isAsker()).toBe(true);
    // A cookie that is due is exchanged here as well: the browser gets the new one.
    now += DAY;
    const [before] = at.cookies.values();
    expect(await isAsker()).toBe(true);
    expect([...at.cookies.values()]).toEqual([expect.not.stringContaining(before!)]);
    expect((await at.me()).json).toMatchObject({ person: 'P2' });
    // Whose session is over is nobody, and sees the link all the same.
    await at.ask('DELETE', '/api/session');
    at.cookies.set('__Host-rostrum', before!);
    expect(await isAsker()).toBe(false);
  });

  test('is kept as a digest, and signs in one of two who press at the same moment', async () => {
    await openRound({ P2: 1 });
    await deliver();
    const token = tokenTo('p2@example.com');
    const { rows } = await database.pool.query('select link::text as row from link');
    expect(rows).toHaveLength(1);
    expect(rows[0].row).not.toContain(token.split('.')[1]);
    const pressed = await Promise.all([press(token), press(token), press(token)]);
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('signs nobody in by a row that somebody has written, or has given to somebody else', async () => {
    await openRound({ P2: 1 });
    await deliver();
    const token = tokenTo('p2@example.com');
    await database.pool.query("update link set person = 'P1'");
    expect(await look(token)).toEqual(VOID);
    expect(refusal(await press(token))).toMatchObject(NOT_GOOD);
    const made = `${Buffer.from('P1').toString('base64url')}.${'x'.repeat(43)}`;
    const digest = createHash('sha256').update(made).digest('hex');
    await database.pool.query('update link set token = $1', [digest]);
    expect(refusal(await press(made))).toMatchObject(NOT_GOOD);
    // Whoever sees what the database is asked learns the digest of no link that they have made up.
    const asked = await countingQueries({ database }, async () => [await look(made), await look(token)]);
    expect(asked).toEqual({ result: [VOID, VOID], queries: 1 });
  });

  test('is good until three days after what it leads to is due, and for fourteen days at most', async () => {
    await openRound({ P2: 1 }, 4);
    await openRound({ P3: 1 }, 60);
    await deliver();
    const [soon, late] = [tokenTo('p2@example.com'), tokenTo('p3@example.com')];
    const sentAt = now;
    now = (await look(soon)).leadsTo.due + 3 * DAY - 1;
    expect(await look(soon)).toMatchObject({ state: 'good' });
    now += 1;
    expect(await look(soon)).toMatchObject({ state: 'expired', name: 'Person 2' });
    expect(refusal(await press(soon))).toMatchObject({
      ...NOT_GOOD,
      detail: expect.stringMatching(/not good any more/),
    });
    now = sentAt + 14 * DAY - 1;
    expect(await look(late)).toMatchObject({ state: 'good', until: now + 1 });
    now += 1;
    expect(await look(late)).toMatchObject({ state: 'expired' });
  });

  test('that was used or has expired is followed by another one to the same address, good for ten minutes', async () => {
    const name = await openRound({ P4: 1 });
    await deliver();
    const token = tokenTo('li.wei@example.com');
    await press(token);
    expect((await new Browser(api).ask('POST', '/api/session/links', { token })).json).toEqual({ minutes: 10 });
    await waiting(1);
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect(lettersTo('li.wei@example.com')[0]!.subject).toBe('Your link to sign in');
    const fresh = tokenTo('li.wei@example.com');
    expect(await look(fresh)).toMatchObject({ state: 'good', leadsTo: { path: `/desk/${name}/P4%3A0` } });
    now += 10 * MINUTE;
    expect(await look(fresh)).toMatchObject({ state: 'expired' });
  });

  test('that came to somebody else is void once they say so, and operations hear of it', async () => {
    await openRound({ P2: 1 });
    await deliver();
    const token = tokenTo('p2@example.com');
    expect((await new Browser(api).ask('POST', '/api/session/not-me', { token })).json).toEqual(VOID);
    expect(await look(token)).toEqual(VOID);
    expect(refusal(await press(token))).toMatchObject(NOT_GOOD);
    await new Browser(api).ask('POST', '/api/session/not-me', { token });
    await new Browser(api).ask('POST', '/api/session/links', { token });
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect(lettersTo('p1@example.com')[0]).toMatchObject({
      subject: 'Rostrum needs attention: A letter has come to somebody whom it was not for',
      text: expect.stringMatching(/I am not P2/),
    });
  });

  test('of nobody is answered like one that is void, and whoever tries many waits longer each time', async () => {
    await openRound({ P3: 1 });
    await deliver();
    const sent = tokenTo('p3@example.com');
    expect(await look('x'.repeat(43))).toEqual(VOID);
    const slow = await started();
    const tries = async () => press(`${now}${'x'.repeat(30)}`, new Browser(slow));
    for (let n = 0; n < 11; n++) expect(refusal(await tries())).toMatchObject(NOT_GOOD);
    const refused = await tries();
    expect(refusal(refused)).toMatchObject({
      status: 429,
      detail: expect.stringMatching(/wait 1 s, then try again/),
    });
    expect(refused.headers.get('retry-after')).toBe('1');
    // A link that somebody was sent is no guess, whoever guesses beside them.
    expect((await press(sent, new Browser(slow))).status).toBe(200);
    now += 1_000;
    expect(refusal(await tries())).toMatchObject(NOT_GOOD);
    now += 1_000;
    expect(refusal(await tries())).toMatchObject({ detail: expect.stringMatching(/wait 1 s/) });
    await slow.close();
  });

  test('goes with signing out everywhere, and with its person', async () => {
    await openRound({ P2: 1, P9: 1 });
    await deliver();
    const [own, left] = [tokenTo('p2@example.com'), tokenTo('p9@example.com')];
    expect((await ask(api, 'P2', 'DELETE', '/api/me/sessions')).json).toEqual({ sessions: 0, links: 1 });
    expect(await look(own)).toEqual(VOID);
    expect(await door.send(ORGANISATION, 'P1', 'personLeft', { person: 'P9', successor: 'P1' }, now)).toMatchObject({
      accepted: true,
    });
    expect(await look(left)).toEqual(VOID);
    expect(refusal(await press(left))).toMatchObject(NOT_GOOD);
  });
});

/** So many letters wait: what was asked for is seen to after the answer. */
async function waiting(n: number): Promise<void> {
  const count = async () => (await database.pool.query('select from outbox where pending is null')).rowCount ?? 0;
  while ((await count()) < n) await new Promise((resolve) => setImmediate(resolve));
  expect(await count()).toBe(n);
}

describe('whoever asks for a link', () => {
  test('hears the same whether they are known or not, and gets one if they are, whatever the case of the address', async () => {
    const asking = await started();
    const asked = (address: string, path?: string) =>
      new Browser(asking).ask('POST', '/api/session/links', { address, ...(path ? { path } : {}) });
    const [known, unknown] = [await asked('LI.WEI@example.com', '/plan/plan-2027'), await asked('nobody@example.com')];
    expect([known.status, known.text]).toEqual([200, unknown.text]);
    await asking.close();
    await waiting(1);
    expect(await deliver()).toMatchObject({ sent: 1 });
    const token = tokenTo('li.wei@example.com');
    expect(await look(token)).toMatchObject({
      ...{ state: 'good', address: 'L•••@Example.com', until: now + 10 * MINUTE },
      leadsTo: { title: null, of: null, due: null, path: '/plan/plan-2027' },
    });
    expect((await press(token)).json).toMatchObject({ person: 'P4', path: '/plan/plan-2027' });
  });

  test.each(['https://evil.example.com', '//evil.example.com', '/\\evil.example.com', 'plan'])(
    'is led to no other place than ours: %s',
    async (path) => {
      const body = { address: 'p2@example.com', path };
      expect((await new Browser(api).ask('POST', '/api/session/links', body)).status).toBe(400);
    },
  );

  test('waits longer each time for the same address, known or not, and nobody else does', async () => {
    const slow = await started();
    const asked = (address: string) => new Browser(slow).ask('POST', '/api/session/links', { address });
    for (const address of ['p5@example.com', 'nobody@example.com']) {
      for (let n = 0; n < 4; n++) expect((await asked(address)).status).toBe(200);
      const refused = await asked(address.toUpperCase());
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
      expect(refused.json.detail).toBe('That was tried too often; wait 60 s, then try again.');
    }
    expect((await asked('p6@example.com')).status).toBe(200);
    now += MINUTE;
    expect((await asked('p5@example.com')).status).toBe(200);
    now += MINUTE;
    expect((await asked('p5@example.com')).json.detail).toMatch(/wait 60 s/);
    await slow.close();
  });
});

test('what more than one may read signs nobody in: a webhook is told pages, and nothing of letters to sign in with', async () => {
  const name = await openRound({ P2: 1 });
  await new Browser(api).ask('POST', '/api/session/links', { address: 'p8@example.com' });
  await waiting(2);
  expect(await deliver({ channel: webhook })).toMatchObject({ sent: 1, dropped: 1 });
  expect(hook.posted).toHaveLength(1);
  expect(JSON.parse(hook.posted[0]!.body).text).toContain(`${HOME}/desk/${name}/P2%3A0`);
  expect((await database.pool.query('select from link')).rowCount).toBe(0);
});

test('where links sign nobody in they lead to the page, and there is none to be had', async () => {
  await openRound({ P2: 1 });
  await deliver();
  const token = tokenTo('p2@example.com');
  const strict = await started({ mailLinks: false });
  expect((await new Browser(strict).ask('GET', '/api/session/ways')).json).toMatchObject({ links: false });
  expect(refusal(await press(token, new Browser(strict)))).toMatchObject({
    ...NOT_GOOD,
    detail: expect.stringMatching(/by links/),
  });
  expect((await new Browser(strict).ask('POST', '/api/session/links', { address: 'p2@example.com' })).status).toBe(409);
  await strict.close();
  const name = await openRound({ P3: 1 });
  await deliver({ links: false });
  expect(lettersTo('p3@example.com')[0]!.text).toContain(`${HOME}/desk/${name}/P3%3A0`);
});

test('a letter is in the language and the hours that its reader wants, before those of the directory', async () => {
  const own = { ...UNSAID, language: 'zh-CN', zone: 'America/New_York' };
  expect((await ask(api, 'P7', 'PUT', '/api/me/settings', own)).status).toBe(200);
  await openRound({ P6: 1, P7: 1 });
  await deliver();
  expect(lettersTo('p6@example.com')[0]!.text).toMatch(/^Dear Person 6,[\s\S]*GMT\+8/);
  expect(lettersTo('p7@example.com')[0]!.text).toMatch(/^Person 7，您好：[\s\S]*GMT-[45]/);
});

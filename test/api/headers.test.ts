import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { connect as connectSocket } from 'node:net';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { buildApi } from '../../api/app.ts';
import { HEADERS } from '../../api/headers.ts';
import type { Api, ApiParts } from '../../api/parts.ts';
import { connect } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { clock, START } from '../harness/start.ts';

// Whoever is refused before their path is, or asks for the description, asks the database for nothing.
const pool = connect('postgresql://127.0.0.1:1/nothing');
const nothing = () => Promise.reject(new Error('nothing is sent'));

const apiWith = (more: Partial<ApiParts> = {}) =>
  buildApi({
    pool,
    keys: new KeyRing(pool, randomBytes(32).toString('base64')),
    clock,
    gateway: { send: nothing, sendLarge: nothing },
    devTokens: false,
    publicUrl: 'https://rostrum.example.com',
    ...more,
  });

const noted: Record<string, unknown>[] = [];
let app: Api;
let origin: string;

async function listening(more: Partial<ApiParts>): Promise<[Api, string]> {
  const made = await apiWith({ note: (what, about) => void noted.push({ what, ...about }), ...more });
  await made.listen({ port: 0, host: '127.0.0.1' });
  return [made, `http://127.0.0.1:${(made.server.address() as AddressInfo).port}`];
}

beforeAll(async () => {
  [app, origin] = await listening({ proxies: ['127.0.0.1'] });
});
afterAll(() => app.close());

/** Whatever is answered is read to its end: a connection that is not keeps its API from ending. */
async function ask(url: string, init: RequestInit): Promise<Headers> {
  const reply = await fetch(url, init);
  await reply.arrayBuffer();
  return reply.headers;
}

/** What a connection hears that says something, until it is closed. */
function raw(said: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connectSocket((app.server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(said));
    socket.on('data', (data) => {
      heard += data.toString();
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}

test('every answer says that it is no page, is kept nowhere, and comes by TLS', async () => {
  expect(HEADERS).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
    'referrer-policy': 'no-referrer',
    'strict-transport-security': expect.stringMatching(/^max-age=\d{8};/),
    'x-content-type-options': 'nosniff',
  });
  const { paths } = app.swagger() as unknown as { paths: Record<string, Record<string, object>> };
  const asked = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method, path]),
  );
  expect(asked.length).toBeGreaterThan(100);
  for (const [method, url] of [...asked, ['get', '/api/openapi.json'], ['get', '/nowhere'], ['get', '/']]) {
    const headers = await ask(`${origin}${url!.replaceAll(/[{}]/g, '')}`, { method: method!.toUpperCase() });
    const said = Object.fromEntries(Object.keys(HEADERS).map((name) => [name, headers.get(name)]));
    expect([method, url, said]).toEqual([method, url, HEADERS]);
  }
});

test('nothing is answered to TRACE, and no other site is told that it may ask', async () => {
  expect(
    await raw('TRACE /api/me HTTP/1.1\r\nhost: x\r\nauthorization: Bearer s3cret\r\nconnection: close\r\n\r\n'),
  ).toMatch(/^HTTP\/1\.1 404 (?!.*s3cret)/s);
  for (const method of ['GET', 'OPTIONS']) {
    const elsewhere = { origin: 'https://elsewhere.example.com', 'access-control-request-method': 'GET' };
    const headers = await ask(`${origin}/api/openapi.json`, { method, headers: elsewhere });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

test.each([
  ['no HTTP', 'hello\r\n\r\n', 'no HTTP that can be read'],
  [
    'a request with two lengths',
    'POST /api/rounds HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\n\r\n',
    'the length is said once',
  ],
  [
    'a head that is too long',
    `GET /health HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
    'larger than 16 KB',
  ],
])('%s is refused once, in a sentence, and hung up on', async (_what, said, sentence) => {
  const heard = await raw(said);
  const [head, body] = heard.split('\r\n\r\n');
  expect(heard.match(/HTTP\/1\.1/g)).toHaveLength(1);
  for (const [name, value] of Object.entries(HEADERS)) expect(head).toContain(`${name}: ${value}`);
  expect(JSON.parse(body!)).toMatchObject({ status: 400, detail: expect.stringContaining(sentence) });
});

const guess = (forwarded: string, at = origin) =>
  ask(`${at}/api/me?name=Zhang`, {
    headers: { authorization: 'Bearer s3cret', 'x-forwarded-for': forwarded },
  });

test('who was refused what is noted without what they sent, and so often and no more', async () => {
  const minute = jest.spyOn(Date, 'now').mockReturnValue(START);
  const [fresh, at] = await listening({ proxies: ['127.0.0.1'] });
  noted.length = 0;
  await guess('192.0.2.1', at);
  expect(noted).toEqual([{ what: 'Refused', ip: '192.0.2.1', method: 'GET', path: '/api/me', status: 401 }]);
  for (let time = 0; time < 40; time += 1) await guess('192.0.2.1', at);
  await guess('192.0.2.2', at);
  expect(noted).toHaveLength(21);
  expect(noted.at(-2)).toMatchObject({ ip: '192.0.2.1', last: true });
  expect(noted.at(-1)).toMatchObject({ ip: '192.0.2.2' });
  minute.mockReturnValue(START + 60_001);
  await guess('192.0.2.1', at);
  expect(noted.at(-1)).toMatchObject({ ip: '192.0.2.1' });
  minute.mockRestore();
  await fresh.close();
});

test('whoever has many addresses of one network is counted by the network', async () => {
  const [other, at] = await listening({ proxies: ['127.0.0.1'], limits: { reads: 3, writes: 3 } });
  const guessed = async (forwarded: string) => {
    const headers = { authorization: 'Bearer guessed', 'x-forwarded-for': forwarded };
    const reply = await fetch(`${at}/api/clock`, { headers });
    await reply.arrayBuffer();
    return reply.status;
  };
  const heard: number[] = [];
  for (const host of ['1', '2', 'a:b:c:d', 'ffff'])
    heard.push(await guessed(`2001:db8:1:2:${host.includes(':') ? '' : ':'}${host}`));
  heard.push(await guessed('2001:db8:1:3::1'));
  // The same address in two writings, and what is none.
  for (const ip of ['192.0.2.9', '::ffff:192.0.2.9', '::ffff:c000:209', '192.0.2.9', '192.0.2.10', 'nowhere'])
    heard.push(await guessed(ip));
  expect(heard).toEqual([401, 401, 401, 429, 401, 401, 401, 401, 429, 401, 401]);
  await other.close();
});

test('where a request comes from is taken from the proxies that are named, and from nobody else', async () => {
  const [other, at] = await listening({ proxies: ['10.0.0.2'] });
  const [plain, unnamed] = await listening({ proxies: [] });
  noted.length = 0;
  await guess('203.0.113.9, 198.51.100.7');
  await guess('198.51.100.7', at);
  await guess('198.51.100.7', unnamed);
  expect(noted.map(({ ip }) => ip)).toEqual(['198.51.100.7', '127.0.0.1', '127.0.0.1']);
  await Promise.all([other.close(), plain.close()]);
});

import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MB } from '../../access/door.ts';
import { Arriving } from '../../api/arriving-room.ts';
import { SYSTEM } from '../../contracts/ids.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { clock } from '../harness/start.ts';
import { apiOf, ask, type TestApi } from './harness.ts';

describe('somebody who asks too much', () => {
  let database: TestDatabase;
  let api: TestApi;
  const complaints: string[] = [];
  const broken = new EventEmitter();

  beforeAll(async () => {
    database = await testDatabase();
    const door = new Door(database);
    await door.send('organisation:main', SYSTEM, 'importOrganisation', smallCompany(9), clock.now());
    const gateway = {
      send: () => Promise.resolve({ accepted: true, version: 1 } as const),
      sendLarge: () => Promise.reject(new Error('Nothing large is sent here.')),
    };
    const under = { database, gateway, complaints };
    const note = (what: string) => broken.emit(what);
    api = await apiOf(under, { operator: null, limits: { reads: 20, writes: 150 }, slowestMs: 2000, note });
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  /** A connection that says what it is told to, and what came back until it was closed. */
  const raw = (...said: (string | Buffer)[]) => rawFrom('127.0.0.1', ...said);
  function rawFrom(localAddress: string, ...said: (string | Buffer)[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port: Number(new URL(api.origin).port), host: '127.0.0.1', localAddress });
      let heard = '';
      socket.on('data', (data) => {
        heard += data.toString();
      });
      socket.on('close', () => resolve(heard));
      socket.on('error', reject);
      for (const text of said) socket.write(text);
    });
  }

  const begun = (length: number, person = 'P1') =>
    `POST /api/rounds/r1/tasks/t1/submit HTTP/1.1\r\nhost: x\r\nauthorization: Bearer dev:${person}\r\n` +
    `content-type: application/json\r\ncontent-length: ${length}\r\n\r\n{"a`;

  test('hears when to ask again, and nobody else does', async () => {
    const asked = await Promise.all(Array.from({ length: 30 }, () => ask(api, 'P2', 'GET', '/api/clock')));
    const statuses = asked.map((reply) => reply.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    const refused = asked.find((reply) => reply.status === 429)!;
    expect(refused.json.type).toBe('/problems/too-many-requests');
    expect(refused.json.detail).toMatch(/^You have asked too often within a minute; ask again in \d+ seconds\.$/);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(api, 'P3', 'GET', '/api/clock')).status).toBe(200);
    // What changes something is counted apart from what only looks.
    expect((await ask(api, 'P2', 'POST', '/api/rounds/r1/close', { reason: 'all is said' })).status).not.toBe(429);
  });

  test.each([
    ['answers', 'POST', 'P8', (task: string) => ({ task, answer: {} })],
    ['drafts', 'PUT', 'P9', (task: string) => ({ task, content: {}, revision: 0 })],
  ] as const)('has a list of %s counted by its length', async (what, method, person, one) => {
    const list = { [what]: Array.from({ length: 100 }, (_, n) => one(`t${n}`)) };
    const send = () => ask(api, person, method, `/api/rounds/r1/${what}`, list);
    // The second is begun while there is room, and taken whole.
    for (const status of [200, 200, 429]) expect((await send()).status).toBe(status);
    const alone = await ask(api, person, 'POST', '/api/rounds/r1/tasks/t1/submit', { answer: {} });
    expect(alone.status).toBe(429);
  });

  test('is refused as a stranger by their address, whether or not they are let in', async () => {
    const statuses = async (times: number, path: string, headers: HeadersInit = {}) => {
      const asked = await Promise.all(Array.from({ length: times }, () => fetch(`${api.origin}${path}`, { headers })));
      return asked.map((reply) => reply.status).sort();
    };
    expect(await statuses(10, '/health')).toEqual(Array(10).fill(200));
    const guessed = await statuses(20, '/api/clock', { authorization: 'Bearer guessed' });
    expect(guessed).toEqual([...Array(10).fill(401), ...Array(10).fill(429)]);
    expect(await statuses(3, '/health')).toEqual(Array(3).fill(429));
    expect((await ask(api, 'P1', 'GET', '/api/clock')).status).toBe(200);
  });

  test('is sent the description of the API, which is large, so often and no more', async () => {
    const asked = () => rawFrom('127.0.0.4', 'GET /api/openapi.json HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    const heard = await Promise.all(Array.from({ length: 61 }, asked));
    expect(heard.map((text) => text.slice(9, 12)).sort()).toEqual([...Array(60).fill('200'), '429']);
    const elsewhere = await fetch(`${api.origin}/api/openapi.json`);
    await elsewhere.arrayBuffer();
    expect(elsewhere.status).toBe(200);
  });

  test('is refused by who they are when they ask for what is not theirs', async () => {
    const asked = await Promise.all(Array.from({ length: 30 }, () => ask(api, 'P5', 'GET', '/api/notices')));
    expect(asked.map((reply) => reply.status).sort()).toEqual([...Array(20).fill(403), ...Array(10).fill(429)]);
    expect(Number(asked.find((reply) => reply.status === 429)!.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('is refused as well when what they ask for cannot be read as a path', async () => {
    const asked = await Promise.all(Array.from({ length: 30 }, () => ask(api, 'P7', 'GET', '/api/%zz')));
    expect(asked.map((reply) => reply.status).sort()).toEqual([...Array(20).fill(400), ...Array(10).fill(429)]);
  });

  test('is cut off when the rest of a body does not come', async () => {
    const heard = await raw(begun(100));
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    expect(heard).toContain('/problems/too-slow');
  });

  test('breaks a body off, which is noted, and nobody is called for it', async () => {
    const noted = once(broken, 'A body was broken off');
    const body = begun(2 * MB)
      .replace('/rounds/r1/tasks/t1/submit', '/files?name=a.txt')
      .replace('json', 'pdf');
    // So much that its end is heard only when it is being read.
    const socket = connect(Number(new URL(api.origin).port), '127.0.0.1').on('error', () => undefined);
    socket.end(body + 'x'.repeat(MB));
    await noted;
    expect(complaints).toEqual([]);
  });

  test('has no more than so much on its way at a time, and others have room', async () => {
    // Each is waited for two seconds.
    const open = Array.from({ length: 101 }, () => raw(begun(64 * 1024, 'P4')));
    expect(await raw(begun(10, 'P3'))).toMatch(/^HTTP\/1\.1 408 /);
    const heard = await Promise.all(open);
    const refused = heard.filter((text) => text.startsWith('HTTP/1.1 429'));
    expect(refused).toEqual([expect.stringContaining('Too much of yours is on its way already')]);
    expect(heard.filter((text) => text.startsWith('HTTP/1.1 408'))).toHaveLength(100);
  });

  test('keeps nobody from signing in who comes from elsewhere', async () => {
    const signingIn = begun(64 * 1024)
      .replace('/rounds/r1/tasks/t1/submit', '/session')
      .replace(/authorization.*\r\n/, '');
    const open = Array.from({ length: 101 }, () => raw(signingIn));
    const sent = '{"dev":"P1"}';
    const whole = signingIn.replace(
      /content-length.*$/s,
      `content-length: ${sent.length}\r\nconnection: close\r\n\r\n${sent}`,
    );
    const elsewhere = await rawFrom('127.0.0.2', whole);
    const heard = await Promise.all(open);
    expect(heard.filter((text) => text.startsWith('HTTP/1.1 429'))).toHaveLength(1);
    expect(elsewhere).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('keeps nobody out by what they announce and do not send, and is waited for no longer for it', async () => {
    const large = (person: string) =>
      begun(10 * MB, person)
        .replace('/rounds/r1/tasks/t1/submit', '/files?name=a.txt')
        .replace('application/json', 'text/plain');
    const open = ['P1', 'P2', 'P3', 'P4'].flatMap((person) => Array.from({ length: 6 }, () => raw(large(person))));
    // A body that came whole, and one that was refused behind its bytes, leave the connection to the next request.
    const sent = 'x'.repeat(200_000);
    const whole = large('P6').replace(/content-length.*$/s, `content-length: ${sent.length}\r\n\r\n${sent}`);
    const next = 'GET /api/clock HTTP/1.1\r\nhost: x\r\nauthorization: Bearer dev:P6\r\nconnection: close\r\n\r\n';
    const asked = whole.replace('POST /api/files?name=a.txt', 'GET /api/clock');
    const heard = await raw(whole, whole.replace('text/plain', 'text/none'), asked, next);
    expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 415', 'HTTP/1.1 200', 'HTTP/1.1 200']);
    for (const text of await Promise.all(open)) expect(text).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('holds the room with others for nobody: whoever is new gets in, at the cost of those who send slowest', async () => {
    const upload = (length: number, person: string) =>
      `POST /api/files?name=a.txt HTTP/1.1\r\nhost: x\r\nauthorization: Bearer dev:${person}\r\n` +
      `content-type: text/plain\r\ncontent-length: ${length}\r\n\r\n`;
    // All of each but for the last byte, for which they are waited for.
    const most = Buffer.alloc(10 * MB - 1, 'x');
    let isOver = false;
    const open = ['P1', 'P2', 'P3', 'P4', 'P5'].flatMap((person) =>
      Array.from({ length: 7 }, () => raw(upload(10 * MB, person), most).catch(() => '')),
    );
    const ended = Promise.all(open).finally(() => {
      isOver = true;
    });
    // As much as the connection takes at once: how fast it comes is not the sender's doing, who does all of this in one process.
    const sent = 'x'.repeat(256 * 1024);
    const heard: string[] = [];
    while (!isOver && heard.length < 100)
      heard.push(await raw(upload(sent.length, 'P6').replace('\r\nhost', '\r\nconnection: close\r\nhost'), sent));
    expect(new Set(heard.map((text) => text.slice(0, 12)))).toEqual(new Set(['HTTP/1.1 200']));
    // Whoever still sends when they are hung up on may not hear why.
    for (const text of await ended) expect(text.slice(9, 12)).toMatch(/^(408|429|503|)$/);
  });

  test('is cut off as well when they were refused and go on sending', async () => {
    const heard = await raw(begun(100).replace(/authorization.*\r\n/, ''));
    expect(heard).toMatch(/^HTTP\/1\.1 401 /);
  });

  test('is not listened to when a large body was refused before it came', async () => {
    const large = begun(50 * 1024 * 1024).replace('/rounds/r1/tasks/t1/submit', '/organisation/importOrganisation');
    const heard = await raw(large, 'x'.repeat(4 * 1024 * 1024));
    expect(heard).toMatch(/^HTTP\/1\.1 403 /);
  });
});

test('however much several people have begun to send, what others answer has room', () => {
  const arriving = new Arriving();
  const begin = (person: string, bytes: number, come = 0) => {
    const body = arriving.begin(person, bytes);
    body.came(come);
    return body;
  };
  for (const person of ['P1', 'P2', 'P3']) for (let n = 0; n < 6; n++) begin(person, 10 * MB);
  expect(() => begin('P1', 5 * MB)).toThrow(/Too much of yours is on its way/);
  begin('P1', 300).over();
  begin('P4', 10 * MB).over();

  // Four people who send slowly hold no more than the room, of which each has a quarter.
  const full = ['P4', 'P5', 'P6', 'P7'].map((person) =>
    Array.from({ length: 6 }, () => begin(person, 10 * MB, 10 * MB)),
  );
  expect(arriving.pace).toBeGreaterThan(8);
  for (const bodies of full) bodies[0]!.over();
  for (const bodies of full) bodies[1]!.over();
  expect(arriving.pace).toBeLessThan(4);
});

test('where the room is full, those who have most give way to those who have less, the slowest first', () => {
  const arriving = new Arriving();
  const broken: string[] = [];
  const begin = (person: string, n: number, come: number) => {
    const body = arriving.begin(person, 10 * MB, () => broken.push(`${person} ${n}`));
    body.came(come);
    return body;
  };
  for (const person of ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'])
    for (let n = 0; n < 5; n++) begin(person, n, n === 3 ? 2 * MB : 10 * MB);
  expect(broken).toEqual([]);
  const late = begin('P7', 0, 10 * MB);
  expect(broken.map((one) => one.slice(2))).toEqual([' 3', ' 3', ' 3', ' 3']);
  expect(new Set(broken).size).toBe(4);
  // What is over holds nothing, however often that is said.
  late.over();
  late.over();
  begin('P7', 1, 10 * MB);
  expect(broken).toHaveLength(4);
  // Nobody gives way to somebody who has as much.
  const most = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'].find((person) => !broken.includes(`${person} 3`))!;
  const last = arriving.begin(most, 10 * MB);
  expect(() => last.came(10 * MB)).toThrow(/Too much is on its way from everybody/);
  const small = arriving.begin('P8', 64 * 1024);
  small.came(64 * 1024);
});

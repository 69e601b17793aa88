import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MB } from '../../access/door.ts';
import { SYSTEM } from '../../contracts/ids.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { clock } from '../harness/start.ts';
import { apiOf, request, type TestApi } from './harness.ts';

/* Somebody who asks for much and does not read it. */

const SIZE = 9 * MB;
let database: TestDatabase;
let api: TestApi;
let hasty: TestApi;
const complaints: string[] = [];
const files: Record<string, string> = {};

beforeAll(async () => {
  database = await testDatabase();
  const door = new Door(database);
  await door.send('organisation:main', SYSTEM, 'importOrganisation', smallCompany(4), clock.now());
  const nothing = () => Promise.reject(new Error('nothing is sent'));
  const under = { database, gateway: { send: nothing, sendLarge: nothing }, complaints };
  api = await apiOf(under, { operator: null, slowestMs: 600_000 });
  hasty = await apiOf(under, { operator: null, slowestMs: 1_000 });
  for (const person of ['P1', 'P2']) {
    const headers = { authorization: `Bearer dev:${person}`, 'content-type': 'text/plain' };
    const sent = { method: 'POST', headers, body: 'a line of text\n'.repeat(SIZE / 15) };
    files[person] = (await request(api, '/api/files?name=long.txt', sent)).json.id;
  }
});
afterAll(async () => {
  expect(complaints).toEqual([]);
  await Promise.all([api.close(), hasty.close()]);
  await database.stop();
});

/** Asks for a file, and reads no further than to the status of the answer. */
async function unread(
  person: string,
  at = api,
): Promise<{ readonly socket: Socket; readonly status: number; come: number }> {
  const socket = connect(Number(new URL(at.origin).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`GET /api/files/${files[person]} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer dev:${person}\r\n\r\n`);
  const [first] = (await once(socket, 'data')) as [Buffer];
  socket.pause();
  return { socket, status: Number(/^HTTP\/1\.1 (\d+)/.exec(first.toString('latin1'))![1]), come: first.length };
}

const read = (person: string) =>
  request(api, `/api/files/${files[person]}`, { headers: { authorization: `Bearer dev:${person}` } });

test('whoever does not read what they ask for has no more than so much on its way, and keeps nobody out', async () => {
  const asked = [];
  for (let n = 0; n < 12; n++) asked.push(await unread('P1'));
  const statuses = asked.map(({ status }) => status);
  expect(statuses.slice(0, 7)).toEqual(Array(7).fill(200));
  expect(statuses.slice(9)).toEqual(Array(3).fill(429));
  expect((await read('P1')).json).toMatchObject({ type: '/problems/too-much-at-once' });
  // What is small finds room still.
  const clockOf = (person: string) =>
    request(api, '/api/clock', { headers: { authorization: `Bearer dev:${person}` } });
  expect((await clockOf('P1')).status).toBe(200);
  expect((await read('P2')).text).toHaveLength(Math.floor(SIZE / 15) * 15);

  for (const { socket } of asked) socket.destroy();
  await until(async () => (await read('P1')).status === 200);
});

test('whoever takes nothing of an answer is hung up on', async () => {
  const asked = await unread('P1', hasty);
  const others = await Promise.all(Array.from({ length: 7 }, () => unread('P1', hasty)));
  expect(others.map(({ status }) => status)).toEqual(Array(7).fill(200));
  // Room comes back though nobody has read.
  await until(async () => (await unread('P1', hasty)).status === 200);
  let { come } = asked;
  asked.socket.on('data', (bytes) => {
    come += bytes.length;
  });
  asked.socket.resume();
  await once(asked.socket, 'close');
  expect(come).toBeLessThan(SIZE);
});

/** Tries again at the pace of its own answers. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((go) => setImmediate(go));
}

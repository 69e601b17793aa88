import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { freePort } from '../../stack/ports.ts';
import { isStillStarting } from '../../stack/still-starting.ts';

const taken = new Set<Socket>();
const silent = createServer((socket) => void taken.add(socket));
afterEach(async () => {
  const closed = new Promise<void>((resolve) => void silent.close(() => resolve()));
  // Whoever has given up may have gone unseen: a server waits for all whom it took.
  for (const socket of taken) socket.destroy();
  await closed;
});

async function failureAt(port: number): Promise<unknown> {
  const client = new pg.Client({ host: '127.0.0.1', port, connectionTimeoutMillis: 50 });
  client.on('error', () => undefined);
  return client.connect().then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('a server that refuses, or takes a connection and is silent, may only need more time', async () => {
  await new Promise<void>((listening) => void silent.listen(0, '127.0.0.1', listening));
  const { port } = silent.address() as AddressInfo;
  expect([await failureAt(port), await failureAt(await freePort())].map(isStillStarting)).toEqual([true, true]);
});

test.each([
  ['57P03', true],
  ['53300', true],
  ['28P01', false],
  ['42501', false],
])('a server that says %s may only need more time: %s', (code, may) => {
  expect(isStillStarting(Object.assign(new Error('It says so.'), { code }))).toBe(may);
});

import { type AddressInfo, connect as connectTo, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../stack/ports.ts';
import { built } from '../harness/built.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { whileLocked } from '../harness/locked.ts';
import { Starting } from '../harness/starting.ts';
import { apiOf } from './harness.ts';

// The API on a machine where not everything is there yet, or takes its time.
let dist: string;
let database: TestDatabase;
let api: Starting | undefined;
beforeAll(async () => {
  [dist, database] = await Promise.all([built(), testDatabase()]);
});
afterEach(() => api?.kill());
afterAll(() => database.stop());

const start = (databaseUrl: string, env: Record<string, string> = {}): Starting => {
  const settings = { DATABASE_URL: databaseUrl, ROSTRUM_MASTER_KEY: database.masterKey, ROSTRUM_API_PORT: '0' };
  api = new Starting(path.join(dist, 'api/server.js'), { ...settings, ...env });
  return api;
};
const waitsIn = ({ lines }: Starting) => lines.filter(({ msg }) => msg.startsWith('Waiting up to')).length;

/** The same database at another port. */
function at(port: number): string {
  const url = new URL(database.as.urlOf('api'));
  url.port = String(port);
  return url.href;
}

/** Hands on to the database whatever comes to a port. */
class Between {
  readonly #server: Server;
  readonly #sockets: Socket[] = [];
  /** Takes connections and says nothing in them. */
  silent = false;

  constructor() {
    const target = new URL(database.as.urlOf('api'));
    this.#server = createServer((socket) => {
      this.#sockets.push(socket.on('error', () => undefined));
      if (this.silent) return;
      const behind = connectTo(Number(target.port), target.hostname).on('error', () => undefined);
      this.#sockets.push(behind);
      socket.pipe(behind).pipe(socket);
    });
  }

  async open(port: number): Promise<number> {
    await new Promise<void>((listening) => void this.#server.listen(port, '127.0.0.1', listening));
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((closed) => void this.#server.close(closed));
  }
}

test('it waits for a database that refuses at first, and says so once', async () => {
  const port = await freePort();
  const starting = start(at(port));
  await starting.said('The database does not answer');
  const proxy = new Between();
  await proxy.open(port);
  expect(await starting.ready).toMatchObject({ ready: true });
  expect(waitsIn(starting)).toBe(1);
  await starting.kill();
  await proxy.close();
});

test('it waits for a database that is silent at first', async () => {
  const proxy = new Between();
  proxy.silent = true;
  const starting = start(at(await proxy.open(0)));
  await starting.said('The database does not answer (Connection terminated');
  proxy.silent = false;
  expect(await starting.ready).toMatchObject({ ready: true });
  await starting.kill();
  await proxy.close();
});

test.each(['person_key', 'clock'])('it waits for a database that takes its time over %s', async (table) => {
  const starting = await whileLocked(database.pool, table, async () => {
    const waiting = start(`${database.as.urlOf('api')}?statement_timeout=200`);
    await waiting.said('The database does not answer (canceling statement due to statement timeout)');
    return waiting;
  });
  expect(await starting.ready).toMatchObject({ ready: true });
});

test('it is put together in whatever time that takes', async () => {
  const gateway = { send: () => Promise.reject(), sendLarge: () => Promise.reject() };
  const api = await apiOf({ database, gateway, complaints: [] }, { operator: null });
  expect(api.app.initialConfig.pluginTimeout).toBe(0);
  await api.close();
});

test('it stops in order while it waits, and when it works', async () => {
  const waiting = start(at(await freePort()));
  await waiting.said('Waiting up to');
  waiting.process.kill('SIGTERM');
  expect(await waiting.exit()).toBe(0);
  const working = start(database.as.urlOf('api'));
  await working.ready;
  working.process.disconnect();
  expect(await working.exit()).toBe(0);
});

test('with a key that is not the database’s it ends at once, with one sentence', async () => {
  await database.keys.hold(['P1']);
  const starting = start(database.as.urlOf('api'), { ROSTRUM_MASTER_KEY: Buffer.alloc(32).toString('base64') });
  expect(await starting.exit()).toBe(1);
  expect(starting.lines).toMatchObject([{ level: 60, msg: expect.stringContaining('is not the key') }]);
});

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { warmUp } from '../../api/warm-up.ts';
import { Clock } from '../../db/clock.ts';
import { TurnThread } from '../../engine/turn-thread.ts';
import { built } from '../harness/built.ts';
import { rowCounts, type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';

let database: TestDatabase;
let turns: TurnThread;

beforeAll(async () => {
  database = await testDatabase();
  const entry = pathToFileURL(path.join(await built(), 'engine/turn-thread-main.js'));
  const data = { databaseUrl: database.as.urlOf('api'), masterKey: database.masterKey, clock: new Clock() };
  turns = await TurnThread.start(data, () => undefined, entry);
});
afterAll(async () => {
  await turns.stop();
  await database.stop();
});

test('practice takes turns like any other, and nothing stays of it', async () => {
  const before = await rowCounts(database);
  // A number that was given is not given again, though the row that got it is taken back.
  const looks = async () =>
    (
      await database.pool.query<{ n: number }>(
        'select case when is_called then last_value else 0 end as n from look_id_seq',
      )
    ).rows[0]!.n;
  const asked = await looks();
  await warmUp(turns, database, START);
  expect(await rowCounts(database)).toEqual(before);
  expect(await looks()).toBeGreaterThan(asked);
});

test('practice that fails says why, and can be begun again', async () => {
  const failing = {
    practise: () => Promise.reject(new Error('The database is away.')),
    practised: async () => undefined,
  };
  await expect(warmUp(failing, database, START)).rejects.toThrow('The engine did not answer for round:practice-');
  await warmUp(turns, database, START);
});

test('half a request of somebody else who has found the listener holds nobody up', async () => {
  const found = new Promise<number>((resolve) => {
    const first = (message: unknown) => {
      unsubscribe('http.server.request.start', first);
      resolve(((message as { server: Server }).server.address() as AddressInfo).port);
    };
    subscribe('http.server.request.start', first);
  });
  const practised = warmUp(turns, database, START);
  const stranger = connect(await found, '127.0.0.1');
  stranger.on('error', () => undefined);
  const closed = once(stranger.resume(), 'close');
  stranger.write('POST /api/rounds/x/tasks/t/submit HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{"answer');
  await practised;
  await closed;
});

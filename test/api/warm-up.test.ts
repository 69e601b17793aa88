import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildApi } from '../../api/app.ts';
import type { Api } from '../../api/parts.ts';
import { Practice } from '../../api/practice.ts';
import { warmUp } from '../../api/warm-up.ts';
import { Clock } from '../../db/clock.ts';
import type { Advanced } from '../../engine/advanced.ts';
import { Gateway } from '../../engine/gateway.ts';
import { holderOf } from '../../engine/practice.ts';
import { TurnThread } from '../../engine/turn-thread.ts';
import { built } from '../harness/built.ts';
import { rowCounts, type TestDatabase, testDatabase } from '../harness/database.ts';
import { clock, START } from '../harness/start.ts';

let database: TestDatabase;
let turns: TurnThread;

beforeAll(async () => {
  database = await testDatabase();
  const entry = pathToFileURL(path.join(await built(), 'engine/turn-thread-main.js'));
  const data = { databaseUrl: database.url, masterKey: database.masterKey, clock: new Clock() };
  turns = await TurnThread.start(data, () => undefined, entry);
});

/** An API that has not listened yet, and what there is to practise it with. */
async function unpractised(thread: Pick<TurnThread, 'decide' | 'decideLarge' | 'practise' | 'practised'> = turns) {
  const practice = new Practice();
  const left: unknown[] = [];
  const after = ({ pokes, behind, erased, mail }: Advanced) => {
    if (pokes.length || behind.length || erased.length || mail) left.push({ pokes, behind, erased, mail });
  };
  const gateway = new Gateway({ turns: practice.turnsOf(thread), after, patience: 2_000 });
  const same = { clock, operations: new Set<string>(), devTokens: false, publicUrl: 'http://localhost:8080' };
  const app: Api = await buildApi({ ...database, ...same, gateway, practice });
  return { app, gateway, practice, left, warmUp: () => warmUp({ app, gateway, turns: thread, practice, now: START }) };
}

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
  const { warmUp, left } = await unpractised();
  await warmUp();
  expect(await rowCounts(database)).toEqual(before);
  expect(await looks()).toBeGreaterThan(asked);
  expect(left).toEqual([]);
});

test('when practice is over nobody is known any more who practised, and nothing is decided for its round', async () => {
  const { app, gateway, practice, warmUp } = await unpractised();
  await warmUp();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const asked = await fetch(`http://127.0.0.1:${port}/api/rounds/${practice.name}/tasks/t0/submit`, {
    method: 'POST',
    headers: { authorization: practice.authorizationOf(holderOf(0)), 'content-type': 'application/json' },
    body: '{"answer":{"score":1}}',
  });
  expect(asked.status).toBe(401);
  await app.close();
  const command = { id: 'late', type: 'submit', actor: holderOf(0), body: { task: 't0', answer: { score: 1 } } };
  await expect(gateway.send(practice.stream, command)).rejects.toThrow('send the command again');
});

test('practice that fails says why, and can be begun again', async () => {
  const failing = {
    decide: turns.decide.bind(turns),
    decideLarge: turns.decideLarge.bind(turns),
    practise: () => Promise.reject(new Error('The database is away.')),
    practised: async () => undefined,
  };
  await expect((await unpractised(failing)).warmUp()).rejects.toThrow('send the command again');
  await (await unpractised()).warmUp();
});

test('half a request of somebody else who has found the listener holds nobody up', async () => {
  const found = new Promise<number>((resolve) => {
    const first = (message: unknown) => {
      unsubscribe('http.server.request.start', first);
      resolve(((message as { server: Server }).server.address() as AddressInfo).port);
    };
    subscribe('http.server.request.start', first);
  });
  const practised = (await unpractised()).warmUp();
  const stranger = connect(await found, '127.0.0.1');
  stranger.on('error', () => undefined);
  const closed = once(stranger.resume(), 'close');
  stranger.write('POST /api/rounds/x/tasks/t/submit HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{"answer');
  await practised;
  await closed;
});

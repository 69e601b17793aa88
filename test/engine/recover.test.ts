import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { verifyLedger } from '../../db/verify.ts';
import { roundStanding } from '../../db/views/standing.ts';
import { recover } from '../../engine/recover.ts';
import { freePort } from '../../stack/ports.ts';
import { startTemporal } from '../../stack/temporal.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { workflowBundle } from '../harness/from-stock.ts';
import { LocalEngine } from '../harness/local-engine.ts';
import { clock } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

/** A new, empty Temporal server with a worker, on a database that may have a history. */
async function emptyEngine(database: TestDatabase, bundle: Awaited<ReturnType<typeof workflowBundle>>) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rostrum-test-temporal-'));
  const server = await startTemporal({ dataDir, port: await freePort(), ephemeral: true });
  const [connection, native] = await Promise.all([
    Connection.connect({ address: server.address }),
    NativeConnection.connect({ address: server.address }),
  ]);
  const client = new Client({ connection });
  const local = new LocalEngine({ database, client, time: { clock }, complaints: [] });
  const workers = await local.work(native, bundle);
  const running = workers.map((worker) => worker.run());
  const { gateway, pokes } = local;
  const send = async (stream: StreamId, actor: string, type: string, body: unknown, id: string) => {
    expect(await gateway.send(stream, { id, actor, type, body })).toMatchObject({ accepted: true });
  };
  const stop = async () => {
    for (const worker of workers) worker.shutdown();
    await Promise.all(running);
    await local.stop();
    await Promise.all([native.close(), connection.close()]);
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { client, pokes, send, stop };
}

describe('after the Temporal server has lost everything', () => {
  const round = 'round:lost';
  let database: TestDatabase;
  let bundle: Awaited<ReturnType<typeof workflowBundle>>;
  let engine: Awaited<ReturnType<typeof emptyEngine>>;
  const submit = (person: string, score: number) =>
    engine.send(round, person, 'submit', { task: `A.${person}`, answer: { score } }, `answer-of-${person}`);

  beforeAll(async () => {
    [database, bundle] = await Promise.all([testDatabase(), workflowBundle()]);
    engine = await emptyEngine(database, bundle);
    await engine.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(5), 'import-01');
    const spec = reviews(clock.now() + 7 * 86_400_000);
    await engine.send(round, 'P1', 'open', { spec, tasks: tasksFor(['P2', 'P3']) }, 'open-lost');
    await engine.send('round:over', 'P1', 'open', { spec, tasks: tasksFor(['P2']) }, 'open-over');
    await engine.send('round:over', 'P1', 'close', { reason: 'not needed any more' }, 'close-over');
    await submit('P2', 7);
    await engine.stop();
    engine = await emptyEngine(database, bundle);
  });
  afterAll(async () => {
    await engine.stop();
    await database.stop();
  });

  test('recover starts every open process from the ledger, and only those', async () => {
    const parts = { ...engine, pool: database.pool, now: () => clock.now() };
    expect(await recover(parts)).toEqual({ open: 2, started: 2, failed: [] });
    expect(await recover(parts)).toEqual({ open: 2, started: 0, failed: [] });
    await expect(engine.client.workflow.getHandle('round:over').describe()).rejects.toThrow();
  });

  test('a half-answered round goes on where it stood, and settles', async () => {
    await submit('P2', 7);
    await submit('P3', 9);
    await engine.client.workflow.getHandle(round).result();
    expect(await roundStanding(database.pool, round)).toMatchObject({
      state: 'settled',
      standing: [{ mean: 8, answers: 2 }],
    });
    const { rows: events } = await database.pool.query('select type from ledger where stream = $1 order by version', [
      round,
    ]);
    expect(events.map((e) => e.type)).toEqual([
      'RoundOpened',
      'TasksAdded',
      'TaskSubmitted',
      'TaskSubmitted',
      'RoundSettled',
    ]);
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
  });
});

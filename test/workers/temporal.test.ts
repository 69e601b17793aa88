import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Connection } from '@temporalio/client';
import { freePort } from '../../stack/ports.ts';
import { startTemporal, type Temporal } from '../../stack/temporal.ts';
import { built } from '../harness/built.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { leaving } from '../harness/leavings.ts';
import { Starting } from '../harness/starting.ts';

let database: TestDatabase;
let temporal: Temporal;
let end: () => Promise<void>;
let dist: string;
beforeAll(async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rostrum-test-temporal-'));
  [dist, database, temporal] = await Promise.all([
    built(),
    testDatabase(),
    freePort().then((port) => startTemporal({ dataDir, port, ephemeral: true })),
  ]);
  end = leaving(async () => {
    await temporal.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
});
afterAll(async () => {
  await database.stop();
  await end();
});

test('a worker waits for its namespace, and polls as soon as it is registered', async () => {
  const worker = new Starting(path.join(dist, 'workers/work.js'), {
    DATABASE_URL: database.as.urlOf('work'),
    ROSTRUM_MASTER_KEY: database.masterKey,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: 'later',
  });
  await worker.said('does not give the namespace later');
  const connection = await Connection.connect({ address: temporal.address });
  await connection.workflowService.registerNamespace({
    namespace: 'later',
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  expect(await worker.ready).toEqual({ ready: true });
  await connection.close();
  worker.process.kill('SIGTERM');
  expect(await worker.exit()).toBe(0);
});

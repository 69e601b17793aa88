import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WorkflowBundle } from '@temporalio/worker';
import { rebuild } from '../../activities/ledger/rebuild.ts';
import { verifyLedger } from '../../db/verify.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { workflowBundle } from '../harness/from-stock.ts';
import { SelectionRun } from '../harness/selection-run.ts';

describe('a selection whose Temporal server is lost in the middle of the review', () => {
  let databases: [TestDatabase, TestDatabase];
  let bundle: WorkflowBundle;

  beforeAll(async () => {
    const calm = await testDatabase();
    // The numbers of applications are secrets of the installation: both are the same one.
    databases = [calm, await testDatabase({ masterKey: calm.masterKey })];
    bundle = await workflowBundle();
  });
  afterAll(async () => {
    await Promise.all(databases.map((database) => database.stop()));
  });

  async function undisturbed(database: TestDatabase): Promise<string> {
    const run = await SelectionRun.open(database, bundle);
    try {
      await run.to('closed');
      return await run.ranking();
    } finally {
      await run.stop();
    }
  }

  test('is finished after recovery with the same ranking, byte for byte', async () => {
    const [calm, stormy] = databases;
    const expected = await undisturbed(calm);
    const run = await SelectionRun.open(stormy, bundle);
    try {
      // Four applications with two reviews each: half of them are in.
      await run.until(async () => (await run.stage()) === 'review' && (await run.open()).length === 4);
      // The organisation, the selection and its review: whatever was closed before stays closed.
      // The sweeper may have been faster for some of them.
      expect(await run.wipe()).toMatchObject({ open: 3, failed: [] });
      await run.to('closed');
      expect(await run.ranking()).toBe(expected);
      expect(JSON.parse(expected).ranking).toHaveLength(4);
    } finally {
      await run.stop();
    }
    expect(run.complaints).toEqual([]);
    expect((await verifyLedger(stormy.pool)).faults).toEqual([]);
    const { differences } = await rebuild(stormy.pool, { keys: stormy.keys, mode: 'compare' });
    expect(differences).toEqual([]);
  });
});

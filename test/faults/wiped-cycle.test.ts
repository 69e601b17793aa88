import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WorkflowBundle } from '@temporalio/worker';
import { rebuild } from '../../activities/ledger/rebuild.ts';
import { CYCLE_STAGES } from '../../contracts/cycle/terms.ts';
import { verifyLedger } from '../../db/verify.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { workflowBundle } from '../harness/from-stock.ts';
import { YearRun } from '../harness/year-run.ts';

describe('a training-plan cycle whose Temporal server is lost in every stage', () => {
  let database: TestDatabase;
  let bundle: WorkflowBundle;

  beforeAll(async () => {
    [database, bundle] = await Promise.all([testDatabase(), workflowBundle()]);
  });
  afterAll(() => database.stop());

  test('goes on from each of them after recovery, to the end of the year', async () => {
    const run = await YearRun.open(database, bundle);
    try {
      const lost = new Set<string>();
      for (const stage of CYCLE_STAGES.slice(0, -1)) {
        const at = await run.to(stage);
        if (at !== stage) continue;
        lost.add(stage);
        const { open, failed } = await run.wipe();
        expect({ stage, failed }).toEqual({ stage, failed: [] });
        expect(open).toBeGreaterThan(1);
      }
      // To measure the effect takes no time: nothing can be lost in between.
      expect(CYCLE_STAGES.filter((stage) => !lost.has(stage))).toEqual(['effect', 'closed']);
      await run.to('closed');
      const concluded = (await run.events('OfferingConcluded')).map((e) => (e.body.result as { held: boolean }).held);
      expect(concluded.length).toBeGreaterThan(0);
      expect(new Set(concluded)).toEqual(new Set([true]));
    } finally {
      await run.stop();
    }
    expect(run.complaints).toEqual([]);
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
    const { differences } = await rebuild(database.pool, { keys: database.keys, mode: 'compare' });
    expect(differences).toEqual([]);
  });
});

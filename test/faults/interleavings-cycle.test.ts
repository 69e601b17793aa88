import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { rebuild } from '../../activities/ledger/rebuild.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { current, readEntries } from '../../db/ledger.ts';
import { verifyLedger } from '../../db/verify.ts';
import { capacity, seated } from '../../domain/offering/seats.ts';
import type { Recorded } from '../../domain/process.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { OPERATOR, yearCompany } from '../journeys/year.ts';
import { cycleIllegality } from './cycle-legal.ts';
import { move, take } from './cycle-moves.ts';
import { CycleWorld } from './cycle-world.ts';
import { type WorkerDoor, workerDoor } from './workers.ts';

const stage = fc.constantFrom('mobilisation', 'ratings', 'needs', 'compiling', 'approval', 'execution', 'execution');

describe('whatever happens to a cycle and to its offerings, on two workers', () => {
  let database: TestDatabase;
  let workers: [WorkerDoor, WorkerDoor];
  const complaints: string[] = [];
  let n = 0;

  beforeAll(async () => {
    database = await testDatabase();
    workers = [workerDoor(database, complaints), workerDoor(database, complaints)];
  });
  afterAll(async () => {
    await Promise.all(workers.map((w) => w.stop()));
    await database.stop();
  });

  const eventsOf = async (stream: StreamId) => {
    const events: Recorded[] = [];
    for await (const page of readEntries(database.pool, stream)) events.push(...page.map(current));
    return events;
  };

  test('its ledger is legal, its projections are what the ledger says, and no rule fails', async () => {
    await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', yearCompany(), START);
    const role = { person: OPERATOR, role: 'operations' };
    await new Door(database).send(ORGANISATION, 'system', 'grantRole', role, START);
    await fc.assert(
      fc.asyncProperty(stage, fc.array(move, { minLength: 10, maxLength: 40 }), async (from, moves) => {
        complaints.length = 0;
        await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', yearCompany(), START);
        const world = new CycleWorld(database, workers, `cycle:case-${++n}`, START + n * 1000);
        await world.open();
        await world.to(from);
        for (const step of moves) await take(world, step);
        await world.settle();
        await world.demandSeenAsTold();
        await world.demandToldAsFolded();

        expect(cycleIllegality(await eventsOf(world.cycle))).toBeNull();
        for (const offering of await world.offerings()) {
          if (offering.terms) expect(seated(offering).length).toBeLessThanOrEqual(capacity(offering));
          const { present, absent } = offering.attendance ?? { present: [], absent: [] };
          expect(present.filter((p) => absent.includes(p))).toEqual([]);
        }
        expect((await verifyLedger(database.pool)).faults).toEqual([]);
        const { differences } = await rebuild(database.pool, { keys: database.keys, mode: 'compare' });
        expect(differences).toEqual([]);
        expect(complaints).toEqual([]);
      }),
      // A year takes seconds: what fails is told as it is, not made smaller.
      { numRuns: 8, interruptAfterTimeLimit: 20_000, endOnFailure: true },
    );
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { alone } from '../../db/alone.ts';
import { Clock } from '../../db/clock.ts';
import { connect } from '../../db/connection.ts';
import { keepPruned } from '../../engine/pruner.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

test('a lock that cannot be asked for uses up no connections', async () => {
  await database.pool.query(`
    create schema refusing;
    create sequence refusing.asked;
    create function refusing.pg_try_advisory_lock(bigint) returns boolean language plpgsql as $$
      begin
        if nextval('refusing.asked') < 4 then raise 'not now'; end if;
        return pg_catalog.pg_try_advisory_lock($1);
      end $$`);
  const few = connect(database.url, 2, {
    options: '-c search_path=refusing,pg_catalog',
    connectionTimeoutMillis: 500,
  });
  let work: () => void = () => undefined;
  const worked = new Promise<void>((resolve) => {
    work = resolve;
  });
  const repeated = alone(few, 'refused', 1, async () => work());
  await worked;
  await repeated.stop();
  expect(few.totalCount - few.idleCount).toBe(0);
  await few.end();
});

test('pruning that fails is complained of', async () => {
  await database.pool.query('alter table command rename to elsewhere');
  const complaint = await new Promise<unknown>((resolve) => {
    const pruning = keepPruned({
      pool: database.pool,
      keys: database.keys,
      clock: new Clock(),
      days: {
        messages: 1,
        outcomes: 1,
        drafts: 1,
        signIns: 1,
        uploads: 1,
        evidence: 1,
        documents: 1,
        leavers: 1,
        selections: 0,
        cycles: 0,
      },
      told: () => undefined,
      toldCleared: () => undefined,
      complain: (what, about) => void pruning.stop().then(() => resolve({ what, about })),
    });
  });
  expect(complaint).toEqual({
    what: 'What is too old could not be deleted',
    about: { error: expect.stringContaining('command') },
  });
});

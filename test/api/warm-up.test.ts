import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { warmUp } from '../../api/warm-up.ts';
import { Clock } from '../../db/clock.ts';
import { TurnThread } from '../../engine/turn-thread.ts';
import { built } from '../harness/built.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';

let database: TestDatabase;
let turns: TurnThread;

beforeAll(async () => {
  database = await testDatabase();
  const entry = pathToFileURL(path.join(await built(), 'engine/turn-thread-main.js'));
  const data = { databaseUrl: database.url, masterKey: database.masterKey, clock: new Clock() };
  turns = await TurnThread.start(data, () => undefined, entry);
});
afterAll(async () => {
  await turns.stop();
  await database.stop();
});

/** How many rows every table has. */
async function rows(): Promise<Record<string, number>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows: found } = await database.pool.query<{ n: number }>(`select count(*)::int as n from "${name}"`);
    counts[name] = found[0]!.n;
  }
  return counts;
}

test('practice takes turns like any other, and nothing stays of it', async () => {
  const before = await rows();
  // A number that was given is not given again, though the row that got it is taken back.
  const looks = async () =>
    (
      await database.pool.query<{ n: number }>(
        'select case when is_called then last_value else 0 end as n from look_id_seq',
      )
    ).rows[0]!.n;
  const asked = await looks();
  await warmUp(turns, database.pool, START);
  expect(await rows()).toEqual(before);
  expect(await looks()).toBeGreaterThan(asked);
});

test('whoever practises while the database is away is told, and turns are taken as ever when it is back', async () => {
  const failing = {
    practise: () => Promise.reject(new Error('The database is away.')),
    practised: async () => undefined,
  };
  await expect(warmUp(failing, database.pool, START)).rejects.toThrow('send the command again');
  await warmUp(turns, database.pool, START);
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type StreamId, SYSTEM } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import { undonePool } from '../../db/undone.ts';
import { holderOf, practiceRound } from '../../engine/practice.ts';
import { WarmUp } from '../../engine/warm-up.ts';
import { rowCounts, type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';

const ROUND: StreamId = 'round:practice';
const PATIENCE_MS = 500;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

async function begun(): Promise<WarmUp> {
  const { pool, keys } = database;
  return WarmUp.begin(database.url, { pool, keys, time: { clock: new Clock() }, complain: () => undefined });
}

const open = (warmUp: WarmUp) =>
  warmUp
    .decide(ROUND, [{ ...command('open', practiceRound(START, 20)), actor: SYSTEM }], PATIENCE_MS)
    .then(({ outcomes }) => outcomes);
const submit = (warmUp: WarmUp) =>
  warmUp
    .decide(ROUND, [command('submit', { task: 't0', answer: { score: 7 } })], PATIENCE_MS)
    .then(({ outcomes }) => outcomes);
const command = (type: string, body: unknown) => ({
  ...{ id: randomUUID(), type, actor: holderOf(0), text: JSON.stringify(body) },
});

/** Ends the connections on which others of this database are in the middle of a transaction. */
async function strike(): Promise<void> {
  const { rows } = await database.pool.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and state like 'idle in transaction%'`,
  );
  expect(rows).toHaveLength(1);
}

test('turns for practice see each other, and nothing stays of them', async () => {
  const before = await rowCounts(database);
  const warmUp = await begun();
  expect(await open(warmUp)).toMatchObject([{ accepted: true }]);
  expect(await submit(warmUp)).toMatchObject([{ accepted: true }]);
  expect(await rowCounts(database)).toEqual(before);
  await warmUp.end();
  expect(await rowCounts(database)).toEqual(before);
});

test.each(['before the round is opened', 'after it'])(
  'a connection that is lost %s takes all with it, and nothing is written on the next one',
  async (when) => {
    const before = await rowCounts(database);
    const warmUp = await begun();
    if (when === 'after it') await open(warmUp);
    await strike();
    await expect(when === 'after it' ? submit(warmUp) : open(warmUp)).rejects.toThrow();
    await expect(open(warmUp)).rejects.toThrow();
    await warmUp.end();
    expect(await rowCounts(database)).toEqual(before);
  },
);

test('on the next connection nothing can be written at all', async () => {
  const pool = await undonePool(database.url, 5_000);
  await strike();
  await pool.query('select 1').catch(() => undefined);
  await expect(pool.query("insert into look (stream, rest) values ('round:x', true)")).rejects.toThrow('read-only');
  await pool.end();
});

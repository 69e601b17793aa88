import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { connectForTurns, isPassing, type Pool, snapshot, transaction } from '../../db/connection.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

test('a transaction fails by its first failure, not by what that makes of the statements behind it', async () => {
  const failing = transaction(database.pool, async (connection, defer) => {
    defer(connection.query('select 1 / 0'));
    await connection.query('select 1');
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  const { rows } = await database.pool.query('select 1 as one');
  expect(rows).toEqual([{ one: 1 }]);
});

test('a snapshot reads what stood at its beginning, whatever is committed meanwhile, and writes nothing', async () => {
  await database.pool.query('create table figure (n int)');
  const count = 'select count(*)::int as n from figure';
  const seen = await snapshot(database.pool, async (connection) => {
    const before = (await connection.query<{ n: number }>(count)).rows[0]!.n;
    await database.pool.query('insert into figure values (1)');
    return [before, (await connection.query<{ n: number }>(count)).rows[0]!.n];
  });
  expect(seen).toEqual([0, 0]);
  expect((await database.pool.query(count)).rows).toEqual([{ n: 1 }]);
  const writing = snapshot(database.pool, (connection) => connection.query('insert into figure values (2)'));
  await expect(writing).rejects.toMatchObject({ code: '25006' });
});

test.each([
  ['08006', true],
  ['40P01', true],
  ['53300', true],
  ['55P03', true],
  ['57P01', true],
  ['25006', true],
  ['25P03', true],
  ['58030', true],
  ['XX001', true],
  ['ECONNREFUSED', true],
  ['EPIPE', true],
  ['22P05', false],
  ['23505', false],
  [undefined, false],
])('of failures with the code %s it is said whether trying again may help: %s', (code, passing) => {
  expect(isPassing(Object.assign(new Error('It failed.'), { code }))).toBe(passing);
});

describe('of a pool to take turns with', () => {
  const bounds = { statement: 60_000, silence: 60_000, idle: 60_000 };
  let pool: Pool;
  afterEach(() => pool.end());

  const failureOf = (work: Promise<unknown>) => work.then(String, (error: unknown) => error);

  test('a statement that takes too long is ended by PostgreSQL', async () => {
    pool = connectForTurns(database.url, { ...bounds, statement: 100 });
    const failure = await failureOf(transaction(pool, (connection) => connection.query('select pg_sleep(30)')));
    expect([failure, isPassing(failure)]).toMatchObject([{ code: '57014' }, true]);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('a connection that is silent is given up, and another one is made', async () => {
    pool = connectForTurns(database.url, { ...bounds, silence: 500 });
    const failure = await failureOf(transaction(pool, (connection) => connection.query('select pg_sleep(30)')));
    expect([failure, isPassing(failure)]).toMatchObject([{ message: 'Query read timeout' }, true]);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('a process that is stopped in mid-turn keeps no lock for ever', async () => {
    pool = connectForTurns(database.url, { ...bounds, idle: 100 });
    await database.pool.query("insert into stream (id, type) values ('round:held', 'round')");
    const take = "select 1 from stream where id = 'round:held' for update";
    const stopped = await pool.connect();
    await stopped.query('begin');
    await stopped.query(take);
    expect((await transaction(database.pool, (connection) => connection.query(take))).rowCount).toBe(1);
    const failure = await failureOf(stopped.query('commit'));
    expect(isPassing(failure)).toBe(true);
    stopped.release(true);
  });
});

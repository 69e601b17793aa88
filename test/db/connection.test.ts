import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isPassing, transaction } from '../../db/connection.ts';
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

test.each([
  ['08006', true],
  ['40P01', true],
  ['53300', true],
  ['55P03', true],
  ['57P01', true],
  ['ECONNREFUSED', true],
  ['EPIPE', true],
  ['22P05', false],
  ['23505', false],
  [undefined, false],
])('of failures with the code %s it is said whether trying again may help: %s', (code, passing) => {
  expect(isPassing(Object.assign(new Error('It failed.'), { code }))).toBe(passing);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { transaction } from '../../db/connection.ts';
import { askLooks } from '../../db/looks.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';

const DAY = 86_400_000;
const ROUND: StreamId = 'round:asked';

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await testDatabase();
  door = new Door(database);
  await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(4), START);
  const spec = reviews(START + 9 * DAY);
  await door.send(ROUND, 'P1', 'open', { spec, tasks: tasksFor(['P2', 'P3', 'P4']) }, START);
});
afterAll(() => database.stop());

async function asked(): Promise<number[]> {
  const { rows } = await database.pool.query<{ id: number }>('select id from look where stream = $1 order by id', [
    ROUND,
  ]);
  return rows.map((r) => r.id);
}

/** News for the round, which nobody takes up. */
async function news(times: number): Promise<void> {
  const looks = Array.from({ length: times }, () => ({ stream: ROUND, held: false, rest: false }));
  await transaction(database.pool, (connection) => askLooks(connection, looks));
}

test('whatever was asked of a stream while nobody looks, each of its turns leaves the oldest news to look at', async () => {
  await news(500);
  // The very first is only to be told how the round stands.
  const [, oldest, ...others] = await asked();
  expect(others.length).toBeGreaterThanOrEqual(499);
  await door.send(ROUND, 'P2', 'submit', { task: 'A.P2', answer: { score: 7 } }, START);
  expect(await asked()).toEqual([oldest]);
  await news(1);
  await door.send(ROUND, 'P3', 'submit', { task: 'A.P3', answer: { score: 7 } }, START);
  expect(await asked()).toEqual([oldest]);
});

test('a look takes all that was asked before it, and nothing that is asked while it is under way', async () => {
  await news(3);
  const connection = await database.pool.connect();
  await connection.query('begin');
  // Asked before the look, but committed after it.
  await askLooks(connection, [{ stream: ROUND, held: false, rest: false }]);
  await door.look(ROUND, START);
  expect(await asked()).toEqual([]);
  await connection.query('commit');
  connection.release();
  expect(await asked()).toHaveLength(1);
});

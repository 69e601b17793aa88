import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { connect, type Pool, transaction } from '../../db/connection.ts';
import { askLooks } from '../../db/looks.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { beforeStatements } from '../harness/statements.ts';
import { reviews, tasksFor } from '../harness/story.ts';

const DAY = 86_400_000;

let database: TestDatabase;
let pool: Pool;
let n = 0;
/** The statements of the door that looks. */
const seen: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', smallCompany(4), START);
  pool = connect(database.url);
  beforeStatements(pool, ({ name }, send) => {
    seen.push(name);
    return send();
  });
});
afterEach(() => {
  seen.length = 0;
});
afterAll(async () => {
  await pool.end();
  await database.stop();
});

async function opened(): Promise<{ round: StreamId; door: Door }> {
  const door = new Door(database);
  const round: StreamId = `round:told-${++n}`;
  const body = { spec: reviews(START + 9 * DAY), tasks: tasksFor(['P2', 'P3', 'P4']) };
  expect(await door.send(round, 'P1', 'open', body, START)).toMatchObject({ accepted: true });
  return { round, door };
}

/** Another process's, with nothing at hand. */
const stranger = () => new Door({ pool, keys: database.keys });
const hasFolded = () => seen.some((name) => /ledger|span|snapshot/.test(name));

test('a workflow that is only to be told hears it by the row, the same as by a fold, and nothing is folded', async () => {
  const { round, door } = await opened();
  await door.send(round, 'P2', 'submit', { task: 'A.P2', answer: { score: 7 } }, START);
  const told = await stranger().look(round, START);
  expect(hasFolded()).toBe(false);
  await database.pool.query('update stream set waits = null where id = $1', [round]);
  expect(await stranger().look(round, START)).toEqual(told);
  expect(hasFolded()).toBe(true);
  expect(told).toMatchObject({ closed: false, wake: expect.any(Number) });
});

test('time acts at the hour, and when there is news', async () => {
  const { round } = await opened();
  const { wake } = await stranger().look(round, START);
  expect(hasFolded()).toBe(false);
  await stranger().look(round, wake!);
  expect(hasFolded()).toBe(true);
  seen.length = 0;
  await transaction(database.pool, (c) => askLooks(c, [{ stream: round, held: false, rest: false }]));
  await stranger().look(round, wake!);
  expect(hasFolded()).toBe(true);
});

test('news is not hidden by an earlier wish to be told only', async () => {
  const { round } = await opened();
  // The round has asked to be told; its owner has given it an order since, in a turn of the owner's.
  await transaction(database.pool, (c) => askLooks(c, [{ stream: round, held: true, rest: false }]));
  await stranger().look(round, START);
  expect(hasFolded()).toBe(true);
});

test('a row that was written by another organisation tells nothing, since hours may be other ones', async () => {
  const { round, door } = await opened();
  // Committed while the round was being opened: nobody could ask it to look again.
  await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(5), START);
  await database.pool.query('delete from look where stream = $1', [round]);
  await stranger().look(round, START);
  expect(hasFolded()).toBe(true);
  seen.length = 0;
  await stranger().look(round, START);
  expect(hasFolded()).toBe(false);
});

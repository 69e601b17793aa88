import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../../db/connection.ts';
import { BATCH, BATCHES, prune } from '../../db/pruning.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';
import { claimMail, look, put } from '../notices/outbox-rows.ts';
import { rowsRead } from './rows-read.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2027, 2, 5, 9, 0);
const never = 0;
let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = database.pool;
});
afterAll(() => database.stop());
beforeEach(() => pool.query('truncate outbox, delivery, command'));

const left = async (table: string) => (await pool.query(`select 1 from ${table}`)).rowCount;

async function settle(key: string, state: string, at: number): Promise<void> {
  await pool.query(
    `with m as (update outbox set state = $2, pending = 0, settled_at = to_timestamp($3::float8 / 1000)
                where key = $1 returning id)
     update delivery set state = $2, retry_at = null, token = null from m where message = id`,
    [key, state, at],
  );
}

test('messages go once every channel has done with them for so long, whatever became of them, and no others', async () => {
  for (const key of ['sent', 'dropped', 'failed', 'young', 'waiting', 'half']) await put(pool, { key, person: key });
  await put(pool, { key: 'unrouted', notBefore: NOW + 1 });
  await claimMail(pool, NOW, 9);
  for (const state of ['sent', 'dropped', 'failed']) await settle(state, state, NOW - 1);
  await settle('young', 'sent', NOW);
  await pool.query("update outbox set state = 'sent', settled_at = 'epoch' where key = 'half'");
  expect(await prune(pool, { messages: NOW, outcomes: never })).toEqual({ messages: 3, outcomes: 0 });
  expect(await left('outbox')).toBe(4);
  expect(await left('delivery')).toBe(3);
  expect(await look(pool, 'young')).toMatchObject({ state: 'sent' });
  expect(await prune(pool, { messages: NOW, outcomes: never })).toEqual({ messages: 0, outcomes: 0 });
});

test('a run does a bounded amount of work, and the next ones the rest', async () => {
  const many = BATCH * BATCHES + 7;
  await pool.query(
    `insert into command (stream, id, type, actor, digest, outcome, decided_at)
     select 'round:r', n::text, 't', 'a', 'd', '{}', 'epoch' from generate_series(1, $1::int) n`,
    [many],
  );
  expect(await prune(pool, { messages: never, outcomes: DAY })).toEqual({ messages: 0, outcomes: BATCH * BATCHES });
  expect(await prune(pool, { messages: never, outcomes: DAY })).toEqual({ messages: 0, outcomes: 7 });
});

test('where there is nothing old, little is looked at', async () => {
  await pool.query(
    `insert into outbox (key, stream, person, template, about, not_before, pending, state, settled_at)
     select 'p' || n, 'round:r', 'E1', 'round.reminder', '{}', 'epoch', 0, 'sent', now() from generate_series(1, 3000) n`,
  );
  await pool.query('analyze outbox');
  const run = (inside: Pool) => prune(inside, { messages: NOW - 3650 * DAY, outcomes: never });
  expect(await rowsRead(database, 'outbox', run)).toBeLessThan(10);
});

test('the same command is not done again while its outcome is kept, and is a new one after that', async () => {
  const door = new Door(database);
  await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(4), START);
  const round: StreamId = 'round:pruned';
  const open = { spec: reviews(START + 9 * DAY), tasks: tasksFor(['P2', 'P3']) };
  await door.send(round, 'P1', 'open', open, START);
  const extend = (n: number) =>
    door
      .decide(
        round,
        [
          {
            id: 'extend-once',
            actor: 'P1',
            type: 'extend',
            body: { tasks: 'all', due: START + n * DAY, reason: 'more time' },
          },
        ],
        START,
      )
      .then(([outcome]) => outcome);
  const extensions = async () =>
    (await pool.query("select 1 from ledger where stream = $1 and type = 'TasksExtended'", [round])).rowCount;
  expect(await extend(12)).toMatchObject({ accepted: true });
  expect(await extend(12)).toMatchObject({ accepted: true });
  expect(await extend(13)).toMatchObject({ accepted: false, code: 'command-reused' });
  expect(await extensions()).toBe(1);
  await pool.query("update command set decided_at = 'epoch'");
  await prune(pool, { messages: never, outcomes: DAY });
  expect(await extend(13)).toMatchObject({ accepted: true });
  expect(await extensions()).toBe(2);
});

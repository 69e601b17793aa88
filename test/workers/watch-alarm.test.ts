import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { ORGANISATION, processTypeOf, type StreamId } from '../../contracts/ids.ts';
import { wordsOf } from '../../contracts/kinds.ts';
import { Clock } from '../../db/clock.ts';
import { Watchman, watch } from '../../engine/watchman.ts';
import type { Tools } from '../../workers/service.ts';
import { alarmWatched } from '../../workers/watch-alarm.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { clock } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';

const DAY = 86_400_000;
const FIRST: StreamId = 'round:r1';
const OPEN: readonly StreamId[] = [ORGANISATION, ...Array.from({ length: 9 }, (_, i): StreamId => `round:r${i + 1}`)];

let database: TestDatabase;
let now: number;
beforeAll(async () => {
  database = await testDatabase();
  now = clock.now();
  const door = new Door(database);
  await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(3), now);
  await door.send(ORGANISATION, 'system', 'grantRole', { person: 'P1', role: 'operations' }, now);
  for (const stream of OPEN.slice(1)) {
    await door.send(stream, 'P1', 'open', { spec: reviews(now + 9 * DAY), tasks: tasksFor(['P2', 'P3']) }, now);
    await door.look(stream, now);
  }
});
beforeEach(() => database.pool.query('delete from look'));
afterAll(() => database.stop());

/**
 * A Temporal on which the workflows of all open streams run, but for some; null: it is away. Its list may be behind.
 */
function temporal(missing: readonly StreamId[] | null, unlisted: readonly StreamId[] = []): Client['workflow'] {
  async function* list() {
    if (!missing) throw new Error('14 UNAVAILABLE: No connection established.');
    for (const stream of OPEN) {
      if (missing.includes(stream) || unlisted.includes(stream)) continue;
      yield { workflowId: stream, type: wordsOf(processTypeOf(stream)).workflow };
    }
  }
  const getHandle = (stream: StreamId) => ({
    describe: async () => {
      if (missing?.includes(stream)) throw new WorkflowNotFoundError('workflow not found', stream, undefined);
      return { status: { name: 'RUNNING' } };
    },
  });
  return { list, getHandle } as unknown as Client['workflow'];
}

/** What operations are told when some workflows are missing at one watch after the other; and after how many of them. */
async function told(...watches: (readonly StreamId[] | null)[]) {
  await database.pool.query("delete from outbox where template = 'operations.alarm'");
  const unlisted: string[] = [];
  let missing: readonly StreamId[] | null = [];
  const client = {
    get workflow() {
      return temporal(missing);
    },
  } as unknown as Client;
  const parts = { pool: database.pool, now: () => now, unlisted: (error: Error) => void unlisted.push(error.message) };
  const watchman = new Watchman({ ...parts, client });
  const tools = {
    pool: database.pool,
    keys: database.keys,
    clock: Object.assign(new Clock(), { now: () => now }),
    log: { warn: () => undefined },
  } as unknown as Tools;
  const after: number[] = [];
  for (missing of watches) {
    await alarmWatched(tools)(await watchman.watch());
    const { rows } = await database.pool.query("select from outbox where template = 'operations.alarm'");
    after.push(rows.length);
  }
  const { rows } = await database.pool.query<{ person: string; about: { what: object; where: string; mend: object } }>(
    "select person, about from outbox where template = 'operations.alarm' order by id",
  );
  return { after, letters: rows, unlisted };
}

test('a procedure that is lost at two watches running is told of once, in both languages', async () => {
  const { after, letters } = await told([FIRST], [FIRST], [FIRST], [FIRST]);
  expect(after).toEqual([0, 1, 1, 1]);
  const both = { en: expect.any(String), 'zh-CN': expect.any(String) };
  expect(letters).toEqual([{ person: 'P1', about: { what: both, where: FIRST, mend: both } }]);
});

test('one that runs and is not in the list yet is not lost', async () => {
  const client = { workflow: temporal([], [FIRST]) } as unknown as Client;
  expect((await watch({ pool: database.pool, client, now: () => now })).lost).toEqual([]);
});

test('one that has come back by the next watch is nothing to tell of', async () => {
  expect((await told([FIRST], [], [FIRST], [])).after).toEqual([0, 0, 0, 0]);
});

test('one whose hour has passed, and one that was asked and does not look, are told of though their workflows run', async () => {
  await database.pool.query(
    "insert into look (stream, rest, since) values ('round:r2', true, now() - interval '1 hour')",
  );
  await database.pool.query('update stream set wake_at = to_timestamp($2 / 1000.0) where id = $1', [FIRST, now - DAY]);
  const { after, letters } = await told([], []);
  expect(after).toEqual([0, 2]);
  expect(letters.map((l) => l.about.where)).toEqual([FIRST, 'round:r2']);
});

test('many at once, and all of them late while Temporal is away, make one letter', async () => {
  await database.pool.query('update stream set wake_at = to_timestamp($1 / 1000.0) where not closed', [now - DAY]);
  const { after, letters, unlisted } = await told(null, null, null);
  expect(after).toEqual([0, 1, 1]);
  expect(letters[0]!.about.where).toMatch(/^10: /);
  expect(unlisted).toHaveLength(3);
});

test('one in which time fails is told of as that alone', async () => {
  await database.pool.query('update stream set wake_at = null');
  await database.pool.query(
    "update stream set trouble = 'a rule is broken', wake_at = to_timestamp($2 / 1000.0) where id = $1",
    [FIRST, now - DAY],
  );
  const { letters } = await told([], []);
  expect(letters.map((l) => l.about.where)).toEqual([`${FIRST}: a rule is broken`]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { inboxOf, personView } from '../../db/views/inbox.ts';
import { roundViews } from '../../db/views/round.ts';
import { taskPage, taskView } from '../../db/views/tasks.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { reviews } from '../harness/story.ts';

const NOW = Date.parse('2027-03-01T09:00:00+08:00');
const DAY = 86_400_000;
let database: TestDatabase;
let door: Door;

beforeAll(async () => {
  database = await testDatabase();
  door = new Door(database);
  await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(4), NOW);
});
afterAll(() => database.stop());

/** How late a round with one task is by each view of it. */
async function late(round: StreamId, person: string, now: number) {
  const { pool, keys } = database;
  const [all] = await roundViews(pool, { id: round }, now);
  const [own] = await roundViews(pool, { id: round, with: person }, now);
  const { tasks } = await taskPage(pool, round, { limit: 10 }, now);
  const one = await taskView(pool, keys, { round, task: 'a', viewer: person, all: false }, now);
  const inbox = await inboxOf(pool, person, now);
  const { lateTasks } = await personView(pool, person, now);
  const views = [tasks[0]!.late, one!.view.late, inbox.tasks[0]!.late];
  return { counted: [all!.late, own!.late, lateTasks], views };
}

test('no view shows as late what has become due while its round was on hold', async () => {
  const send = async (round: StreamId, type: string, body: object, at: number) =>
    expect(await door.send(round, 'P1', type, body, at)).toMatchObject({ accepted: true });
  const [no, yes] = [
    { counted: [0, 0, 0], views: [false, false, false] },
    { counted: [1, 1, 1], views: [true, true, true] },
  ];
  const open = { spec: reviews(NOW + 2 * DAY) };
  await send('round:before', 'open', { ...open, tasks: [{ id: 'a', assignee: 'P2' }] }, NOW);
  await send('round:before', 'hold', { reason: 'A fire.' }, NOW + DAY);
  expect(await late('round:before', 'P2', NOW + 5 * DAY)).toEqual(no);
  await send('round:before', 'release', { reason: 'It is out.' }, NOW + 5 * DAY);
  expect(await late('round:before', 'P2', NOW + 5 * DAY)).toEqual(no);
  expect(await late('round:before', 'P2', NOW + 9 * DAY)).toEqual(yes);

  await send('round:after', 'open', { ...open, tasks: [{ id: 'a', assignee: 'P3' }] }, NOW);
  await send('round:after', 'hold', { reason: 'A fire.' }, NOW + 3 * DAY);
  expect(await late('round:after', 'P3', NOW + 5 * DAY)).toEqual(yes);
});

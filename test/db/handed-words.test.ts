import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { taskView } from '../../db/views/tasks.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { reviews, tasksFor } from '../harness/story.ts';

const NOW = Date.parse('2027-03-01T09:00:00+08:00');
const ROUND: StreamId = 'round:handed';
let database: TestDatabase;
let door: Door;

beforeAll(async () => {
  database = await testDatabase();
  door = new Door(database);
  await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(6), NOW);
});
afterAll(() => database.stop());

const send = async (actor: string, type: string, body: object) =>
  expect(await door.send(ROUND, actor, type, body, NOW)).toMatchObject({ accepted: true });

async function seen(by: string) {
  const asked = { round: ROUND, task: 'A.P2', viewer: by, all: true };
  const { view } = (await taskView(database.pool, database.keys, asked, NOW))!;
  const { assignee, answer, note } = view;
  return { assignee, answer, note };
}

test('who is handed a task sees what they are told, and nothing that its holders before were told or had said', async () => {
  const task = 'A.P2';
  await send('P1', 'open', { spec: reviews(NOW + 7 * 86_400_000), tasks: tasksFor(['P2', 'P1']) });
  await send('P2', 'submit', { task, answer: { score: 3, comment: 'He mumbles.' } });
  await send('P1', 'reopen', { task, reason: 'You were harsh.' });
  expect(await seen('P2')).toMatchObject({ answer: { score: 3 }, note: 'You were harsh.' });
  await send('P1', 'reassign', { tasks: [task], to: 'P3', reason: 'Somebody milder.' });
  expect(await seen('P3')).toEqual({ assignee: 'P3', answer: null, note: null });
  await send('P3', 'delegate', { task, to: 'P4', reason: 'You were there.' });
  expect(await seen('P4')).toEqual({ assignee: 'P4', answer: null, note: 'You were there.' });
  await send('P1', 'reassign', { tasks: [task], to: 'P6', reason: 'P4 is ill.' });
  expect(await seen('P6')).toEqual({ assignee: 'P6', answer: null, note: null });
  await send('P6', 'submit', { task, answer: { score: 8 } });
  expect(await seen('P6')).toMatchObject({ answer: { score: 8 } });
});

test('the same where all of it is decided at once', async () => {
  const round: StreamId = 'round:at-once';
  const task = 'A.P2';
  const tasks = tasksFor(['P2', 'P1']);
  await door.send(round, 'P1', 'open', { spec: reviews(NOW + 7 * 86_400_000), tasks }, NOW);
  const all = [
    { type: 'submit', actor: 'P2', body: { task, answer: { score: 3 } } },
    { type: 'reopen', actor: 'P1', body: { task, reason: 'You were harsh.' } },
    { type: 'reassign', actor: 'P1', body: { tasks: [task], to: 'P3', reason: 'Somebody milder.' } },
  ];
  const outcomes = await door.decide(
    round,
    all.map((c, i) => ({ id: `at-once-${i}`, ...c })),
    NOW,
  );
  expect(outcomes.map((o) => o.accepted)).toEqual([true, true, true]);
  const { view } = (await taskView(database.pool, database.keys, { round, task, viewer: 'P3', all: false }, NOW))!;
  expect(view).toMatchObject({ assignee: 'P3', answer: null, note: null, revision: 1 });
});

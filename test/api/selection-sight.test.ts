import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { apiOf, ask, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';
import { Course, company, MEASURES, TERMS } from './selection-course.ts';

const PATH = '/api/selections/trainers';
const REVIEWERS = ['D3-1', 'D4-1', 'D5-1'];

let database: TestDatabase;
let procedure: Procedure;
let api: TestApi;

beforeAll(async () => {
  database = await testDatabase();
  procedure = new Procedure(database, START);
  api = await apiOf({ database, gateway: procedure, complaints: procedure.complaints }, { now: () => procedure.now });
  await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
  await ask(api, 'OPS', 'POST', '/api/selections', { id: 'trainers', terms: TERMS });
  await ask(api, 'OPS', 'POST', `${PATH}/publishMeasures`, { texts: MEASURES });
});
afterAll(async () => {
  await api?.close();
  await database?.stop();
});

/** What somebody holds of the reviews, with the status of the task and of its application for them. */
async function reviewsOf(person: string): Promise<{ round: string; task: string; about: string }[]> {
  const { tasks } = (await ask(api, person, 'GET', '/api/me/tasks')).json;
  return tasks.filter((t: { purpose: string }) => t.purpose === 'review');
}

test('whoever has become a colleague of an applicant reads nothing of what they were asked before', async () => {
  const course = new Course(api, procedure, 'selection:trainers');
  await course.to('call');
  const application = { profile: 'Twenty years.', topics: ['safety'], evidence: [], outline: 'Why.', hoursPerMonth: 4 };
  await ask(api, 'D2-2', 'POST', `${PATH}/apply`, application);
  await course.to('review');
  const held = await Promise.all(REVIEWERS.map(reviewsOf));
  const reviewer = REVIEWERS[held.findIndex((reviews) => reviews.length > 0)]!;
  const [review] = await reviewsOf(reviewer);
  const task = () => ask(api, reviewer, 'GET', `/api/rounds/${review!.round}/tasks/${review!.task}`);
  const read = () => ask(api, reviewer, 'GET', `${PATH}/applications/${review!.about}`);
  expect((await task()).json.matter.application).toMatchObject({ sight: 'reviewer', profile: 'Twenty years.' });
  expect((await read()).status).toBe(200);
  // A row that somebody has changed makes nobody a reviewer.
  const stranger = 'D5-5';
  const give = (to: string) =>
    database.pool.query('update task set assignee = $3 where round = $1 and id = $2', [
      review!.round,
      review!.task,
      to,
    ]);
  await give(stranger);
  const strange = await ask(api, stranger, 'GET', `${PATH}/applications/${review!.about}`);
  expect([strange.status, strange.text.includes('Twenty years')]).toEqual([404, false]);
  await give(reviewer);
  const moved = company().people!.filter(({ id }) => id === reviewer);
  await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', {
    people: moved.map((p) => ({ ...p, department: 'D2' })),
  });
  await procedure.sleep();
  const after = await task();
  expect(after.json).toMatchObject({ state: 'withdrawn', about: review!.about, matter: null });
  expect(after.text).not.toContain('Twenty years');
  expect((await read()).status).toBe(404);
  expect((await ask(api, reviewer, 'GET', `${PATH}/applications`)).json.applications).toEqual([]);
  expect(
    (await ask(api, 'OPS', 'GET', `/api/rounds/${review!.round}/tasks/${review!.task}`)).json.matter.application,
  ).toMatchObject({
    sight: 'operations',
  });
});

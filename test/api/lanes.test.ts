import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LANES, type Lane } from '../../api/apart/lanes.ts';
import { ReadingThread } from '../../api/apart/reading-thread.ts';
import { ORGANISATION } from '../../contracts/ids.ts';
import { built } from '../harness/built.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { apiOf, ask, request, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';
import { Course, company, MEASURES, TERMS } from './selection-course.ts';

const PATH = '/api/selections/trainers';
/** In the place of a look at a whole company that takes very long: nothing else is done in that thread meanwhile. */
const HEAVY = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', () => { while (true); });
  parentPort.postMessage({ ready: true });`)}`,
);

let database: TestDatabase;
let procedure: Procedure;
let plain: TestApi;
let api: TestApi;
let threads: Record<Lane, ReadingThread>;

beforeAll(async () => {
  const [dist, own] = await Promise.all([built(), testDatabase()]);
  database = own;
  procedure = new Procedure(database, START);
  const { complaints } = procedure;
  const under = { database, gateway: procedure, complaints };
  plain = await apiOf(under, { now: () => procedure.now });
  const data = {
    databaseUrl: database.as.urlOf('api'),
    masterKey: database.masterKey,
    clock: { realOrigin: 0, procedureOrigin: START, scale: 0 },
    devTokens: true,
    publicUrl: 'http://localhost:8080',
  };
  const reads = pathToFileURL(path.join(dist, 'api', 'apart', 'reading-thread-main.js'));
  const thread = (lane: Lane, entry: URL) =>
    new ReadingThread({
      // However busy the machine is, what takes very long is not ended before the thread is.
      ...{ data, limits: { ...LANES[lane], takesMs: 600_000 }, gateway: procedure as never, entry },
      complain: (what) => void complaints.push(what),
    });
  threads = {
    pieces: thread('pieces', reads),
    looks: thread('looks', HEAVY),
    tables: thread('tables', HEAVY),
    files: thread('files', reads),
  };
  api = await apiOf({ ...under, apart: threads }, { now: () => procedure.now });
});
afterAll(async () => {
  await Promise.all([api?.close(), plain?.close(), ...Object.values(threads ?? {}).map((thread) => thread.stop())]);
  await database?.stop();
});

test('whoever reads what they need to answer never waits for what others look at as a whole', async () => {
  await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
  await ask(plain, 'OPS', 'POST', '/api/selections', { id: 'trainers', terms: TERMS });
  await ask(plain, 'OPS', 'POST', `${PATH}/publishMeasures`, { texts: MEASURES });
  const course = new Course(plain, procedure, 'selection:trainers');
  await course.to('call');
  const headers = { authorization: 'Bearer dev:D2-2', 'content-type': 'text/plain' };
  const upload = (from: TestApi) =>
    request(from, '/api/files?name=proof.txt', { method: 'POST', headers, body: 'I have taught.' });
  const { id: file } = (await upload(plain)).json;
  const application = { profile: 'Twenty years.', topics: ['safety'], outline: 'Why.', hoursPerMonth: 4 };
  await ask(plain, 'D2-2', 'POST', `${PATH}/apply`, { ...application, evidence: [file] });
  await course.to('review');

  const looking = [
    ask(api, 'OPS', 'GET', `${PATH}/applications`),
    ask(api, 'OPS', 'GET', '/api/ledger/organisation:main'),
  ];
  const person = (await Promise.all(['D3-1', 'D4-1'].map(reviewOf))).find((held) => held.review)!;
  const { review, reviewer } = person;
  const paths = [
    `/api/rounds/${review.round}/tasks/${review.task}`,
    `${PATH}/applications/${review.about}`,
    `${PATH}/applications/${review.about}/evidence/${file}`,
    PATH,
  ];
  for (const light of paths) expect([light, (await ask(api, reviewer, 'GET', light)).status]).toEqual([light, 200]);
  expect((await upload(api)).json.id).toBe(file);
  expect((await ask(api, 'D2-2', 'GET', `/api/files/${file}`)).text).toBe('I have taught.');

  await threads.looks.stop();
  for (const { status } of await Promise.all(looking)) expect(status).toBe(503);
});

async function reviewOf(reviewer: string) {
  const { tasks } = (await ask(api, reviewer, 'GET', '/api/me/tasks')).json;
  return { reviewer, review: tasks.find((t: { purpose: string }) => t.purpose === 'review') };
}

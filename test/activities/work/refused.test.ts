import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../../contracts/ids.ts';
import { stalledWork } from '../../../db/streams.ts';
import { apiOf, type TestApi } from '../../api/harness.ts';
import { Procedure } from '../../api/procedure.ts';
import { Course, company, MEASURES, TERMS } from '../../api/selection-course.ts';
import { type TestDatabase, testDatabase } from '../../harness/database.ts';
import { Door } from '../../harness/door.ts';
import { START } from '../../harness/start.ts';

const SELECTION: StreamId = 'selection:trainers';

let database: TestDatabase;
let procedure: Procedure;
let api: TestApi;
let door: Door;
beforeAll(async () => {
  database = await testDatabase();
  procedure = new Procedure(database, START);
  api = await apiOf({ database, gateway: procedure, complaints: [] }, { now: () => procedure.now });
  await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
  await procedure.do(SELECTION, 'OPS', 'open', TERMS);
  await procedure.do(SELECTION, 'OPS', 'publishMeasures', { texts: MEASURES });
  const course = new Course(api, procedure, SELECTION);
  await course.to('call');
  const application = { profile: 'Valves.', topics: ['safety'], evidence: [], outline: 'Why they fail.' };
  for (const person of ['D2-2', 'D2-3', 'D2-4']) {
    await procedure.do(SELECTION, person, 'apply', { ...application, hoursPerMonth: 4 });
  }
  await course.to('review');
  door = new Door(database);
  door.now = procedure.now;
});
afterAll(async () => {
  await api.close();
  await database.stop();
});

async function reviewed(): Promise<void> {
  const { rows } = await database.pool.query<{ round: StreamId; id: string; assignee: string }>(
    `select t.round, t.id, t.assignee from task t join round r on r.stream = t.round
     where r.purpose = 'review' and t.state = 'open'`,
  );
  for (const { round, id, assignee } of rows) {
    const answer = { knowledge: 7, communication: 6, 'review-reasons': 'A clear outline.' };
    expect(await door.send(round, assignee, 'submit', { task: id, answer })).toMatchObject({ accepted: true });
  }
}

test('a result that was refused is taken once what kept it out is mended, and until then it is known who waits', async () => {
  await reviewed();
  let wanted = (await door.look(SELECTION)).work;
  while (wanted[0]!.kind !== 'rank') {
    for (const work of wanted) await door.work(SELECTION, work);
    wanted = (await door.look(SELECTION)).work;
  }
  const ranking = wanted[0]!;
  await database.pool.query("alter table ledger add constraint spoilt check (type <> 'RankingRecorded') not valid");
  expect(await door.work(SELECTION, ranking)).toBe(false);
  const [stalled, ...others] = await stalledWork(database.pool, 0);
  expect([stalled, others]).toMatchObject([{ stream: SELECTION, work: `rank ${ranking.key}` }, []]);
  await door.look(SELECTION);
  expect(await stalledWork(database.pool, 0)).toEqual([stalled]);
  expect(await stalledWork(database.pool, 3_600_000)).toEqual([]);

  await database.pool.query('alter table ledger drop constraint spoilt');
  expect(await door.work(SELECTION, ranking)).toBe(true);
  const seen = await door.look(SELECTION);
  expect(seen.work).not.toContainEqual(ranking);
  expect(await stalledWork(database.pool, 0)).not.toContainEqual(stalled);
});

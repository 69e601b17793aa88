import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { digestOf } from '../../db/opaque-token.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { datesFrom, smallTerms, trainersFor, yearCompany } from '../journeys/year.ts';
import { CycleCourse } from './cycle-course.ts';
import { apiOf, ask, request, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';

let database: TestDatabase;
let procedure: Procedure;
let api: TestApi;

beforeAll(async () => {
  database = await testDatabase();
  procedure = new Procedure(database, START);
  api = await apiOf({ database, gateway: procedure, complaints: procedure.complaints }, { now: () => procedure.now });
  await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', yearCompany());
  const small = smallTerms();
  const terms = cycleTerms({ ...datesFrom(START), ...small });
  await ask(api, 'OPS', 'POST', '/api/cycles', { id: 'plan-2027', terms });
  await ask(api, 'OPS', 'POST', '/api/cycles/plan-2027/setTrainers', { trainers: trainersFor(small) });
  await new CycleCourse({ api, procedure, database }, 'cycle:plan-2027').to('execution');
}, 120_000);
afterAll(async () => {
  await api.close();
  await database.stop();
});

const made = async (person: string): Promise<string> => (await ask(api, person, 'POST', '/api/me/feed', {})).json.path;
const read = (path: string) => request(api, path, { method: 'GET' });

test('a calendar reads the courses of its person by a secret that they renew', async () => {
  expect((await ask(api, 'D2-2', 'GET', '/api/me/feed')).json).toEqual({ madeAt: null });
  const path = await made('D2-2');
  const calendar = await read(path);
  expect([calendar.status, calendar.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const { offerings } = (await ask(api, 'D2-2', 'GET', '/api/offerings')).json;
  expect(offerings.length).toBeGreaterThan(0);
  expect(calendar.text.match(/^UID:.*$/gm)).toEqual(offerings.map(({ id }: { id: string }) => `UID:${id}`));
  expect(calendar.text.match(/^BEGIN:VTIMEZONE/gm)).toHaveLength(1);
  // A trainer has what they teach, and somebody without courses an empty calendar.
  expect((await read(await made('D3-3'))).text).toContain('BEGIN:VEVENT');
  expect((await read(await made('D5-2'))).text).not.toContain('BEGIN:VEVENT');
  const renewed = await made('D2-2');
  expect(renewed).not.toBe(path);
  expect([(await read(path)).status, (await read(renewed)).status]).toEqual([404, 200]);
});

test('nothing that is kept opens a feed, and none outlives the work of its person here', async () => {
  const path = await made('D2-4');
  const { rows } = await database.pool.query<{ person: string; secret: string }>('select person, secret from feed');
  for (const { secret } of rows) expect(path).not.toContain(secret);
  // Whoever writes the row of another gets no calendar of theirs.
  const other = rows.find((r) => r.person === 'D2-4')!;
  await database.pool.query("delete from feed where person = 'D2-3'");
  await database.pool.query("update feed set person = 'D2-3' where secret = $1", [other.secret]);
  expect((await read(path)).status).toBe(404);
  await database.pool.query("update feed set person = 'D2-4' where secret = $1", [other.secret]);
  expect((await read(path)).status).toBe(200);
  // Nor does whoever makes up a token of theirs, and sees as what it is looked for.
  const madeUp = `feed_${Buffer.from('D2-4').toString('base64url')}.made-up`;
  await database.pool.query("update feed set secret = $1 where person = 'D2-4'", [digestOf(database.keys, madeUp)]);
  expect((await read(`/api/feed/${madeUp.replace('.', '~')}.ics`)).status).toBe(404);
  await database.pool.query("update feed set secret = $1 where person = 'D2-4'", [other.secret]);
  await procedure.do(ORGANISATION, 'OPS', 'personLeft', { person: 'D2-4' });
  expect((await read(path)).status).toBe(404);
  expect((await database.pool.query("select from feed where person = 'D2-4'")).rowCount).toBe(0);
  const gone = await made('D2-5');
  await request(api, '/api/me/feed', { method: 'DELETE', headers: { authorization: 'Bearer dev:D2-5' } });
  expect((await read(gone)).status).toBe(404);
});

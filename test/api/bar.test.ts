import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION, SYSTEM } from '../../contracts/ids.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { apiOf, ask, type TestApi } from './harness.ts';

let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await testDatabase();
  const door = new Door(database);
  await door.send(ORGANISATION, SYSTEM, 'importOrganisation', smallCompany(9));
  // P1 is the manager of all, and the head of the one department there is.
  const grant = (person: string, role: string, scope: string | null = null) =>
    door.send(ORGANISATION, SYSTEM, 'grantRole', { person, role, ...(scope ? { scope } : {}) });
  const granted = [await grant('P2', 'operations'), await grant('P3', 'auditor'), await grant('P4', 'leader')];
  expect(granted).toMatchObject([{ accepted: true }, { accepted: true }, { accepted: true }]);
  const { rows } = await database.pool.query('select id from department');
  expect(await grant('P5', 'leader', rows[0].id)).toMatchObject({ accepted: true });
  await database.pool.query(
    `insert into offering (stream, cycle, id, first_day, last_day, place, trainer, people, runners, calendar)
     values ('offering:x.O-1', 'cycle:x', 'O-1', '2027-01-01', '2027-01-01', 'Here', 'P4', '{P1}', '{}', 'main')`,
  );
  const gateway = { send: () => Promise.reject(new Error('nothing is sent')), sendLarge: () => Promise.reject() };
  api = await apiOf({ database, gateway, complaints: [] } as never, { operator: null });
});
afterAll(async () => {
  await api.close();
  await database.stop();
});

test.each([
  ['an employee', 'P6', 'desk', ['desk', 'courses', 'plan', 'trainers']],
  ['a manager who is in a course', 'P1', 'desk', ['desk', 'team', 'courses', 'plan', 'trainers']],
  ['a leader of the company who teaches', 'P4', 'overview', ['overview', 'desk', 'courses', 'team', 'plan']],
  ['a leader of a department', 'P5', 'desk', ['desk', 'team', 'plan', 'trainers']],
  ['one of operations', 'P2', 'board', ['board', 'cycles', 'selections', 'courses', 'messages', 'people', 'desk']],
  ['an auditor', 'P3', 'cycles', ['cycles', 'selections', 'messages', 'history']],
])('%s finds in the bar what is theirs', async (_, person, home, sees) => {
  expect((await ask(api, person, 'GET', '/api/me')).json).toMatchObject({ person, home, sees });
});

test('what somebody is to others is told by figures and names of departments', async () => {
  const { json } = await ask(api, 'P1', 'GET', '/api/me');
  expect(json.relations).toEqual({ reports: 8, heads: [expect.any(String)], inCourses: true });
  expect((await ask(api, 'P6', 'GET', '/api/me')).json.relations).toEqual({ reports: 0, heads: [], inCourses: false });
});

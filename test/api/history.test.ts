import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { HistoryView } from '../../contracts/views/history.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { apiOf, ask, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';
import { Course, company, MEASURES, TERMS } from './selection-course.ts';

const SELECTION = 'selection:trainers';
const FORM = { profile: 'Twenty years.', topics: ['safety'], outline: 'Why valves stick.', hoursPerMonth: 4 };

let database: TestDatabase;
let procedure: Procedure;
let api: TestApi;

beforeAll(async () => {
  database = await testDatabase();
  procedure = new Procedure(database, START);
  api = await apiOf({ database, gateway: procedure, complaints: procedure.complaints }, { now: () => procedure.now });
  await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
  await ask(api, 'OPS', 'POST', '/api/selections', { id: 'trainers', terms: TERMS });
  await ask(api, 'OPS', 'POST', '/api/selections/trainers/publishMeasures', { texts: MEASURES });
  const course = new Course(api, procedure, SELECTION);
  await course.to('call');
  for (const person of ['D2-2', 'D2-3']) await ask(api, person, 'POST', '/api/selections/trainers/apply', FORM);
  await course.to('closed');
}, 120_000);
afterAll(async () => {
  await api.close();
  await database.stop();
});

async function history(person: string, query = ''): Promise<HistoryView> {
  const reply = await ask(api, person, 'GET', `/api/history/${SELECTION}?limit=500${query}`);
  expect([person, reply.status]).toEqual([person, 200]);
  return HistoryView.strict().parse(reply.json);
}
const codesOf = ({ lines }: HistoryView) => new Set(lines.map((line) => line.code));

test('of a selection everybody reads how it went on, and applicants what has become of their own application', async () => {
  const stranger = codesOf(await history('D5-4'));
  for (const code of ['Opened', 'StageStarted', 'MeasuresPublished', 'CriteriaFrozen', 'DecisionTaken', 'Appointed'])
    expect(stranger).toContain(code);
  for (const code of [
    'ApplicationSubmitted',
    'ApplicationScreened',
    'ReviewersMatched',
    'RankingRecorded',
    'VotesCast',
  ])
    expect(stranger).not.toContain(code);
  const { lines } = await history('D2-2');
  const own = lines.filter((line) => line.code === 'ApplicationSubmitted');
  expect(own).toMatchObject([{ by: 'D2-2', version: null, facts: { topics: ['safety'], late: false } }]);
  const { application } = own[0]!.facts;
  for (const code of ['AgreementSettled', 'ApplicationScreened', 'ResultGiven']) {
    const found = lines.filter((line) => line.code === code);
    expect([code, found.length]).toEqual([code, 1]);
    // Who has agreed, screened or judged is not for the applicant.
    expect(found[0]).toMatchObject({ by: null, facts: { application } });
    expect(Object.keys(found[0]!.facts)).not.toContain('by');
  }
  expect(codesOf(await history('D2-2', `&about=${application}`))).toContain('ResultGiven');
  // About the application of somebody else there is what is public of it at the most.
  const other = codesOf(await history('D2-3', `&about=${application}`));
  expect([...other].filter((code) => code !== 'Appointed')).toEqual([]);
});

test('operations read all of it, with versions, words and facts', async () => {
  const { lines } = await history('OPS');
  expect(lines.map((line) => line.code)).toEqual(expect.arrayContaining(['ReviewersMatched', 'RankingRecorded']));
  expect(lines.at(-1)).toMatchObject({ code: 'Opened', version: 1, by: 'OPS', machine: false });
  expect(lines.every((line) => line.version !== null)).toBe(true);
  expect(lines.every((line) => line.text.en !== 'Something has happened.')).toBe(true);
  // What people wrote into forms is no fact of a sentence.
  expect(JSON.stringify(lines)).not.toMatch(/Why valves stick|Twenty years/);
});

test('where somebody reads on from is found as fast, however much is hidden before it', async () => {
  const { next } = (await ask(api, 'D5-4', 'GET', `/api/history/${SELECTION}?limit=2`)).json;
  const all = await history('D5-4');
  expect((await history('D5-4', `&before=${next}`)).lines).toEqual(all.lines.slice(2));
  const { keys } = database;
  const real = keys.secretOf;
  let asked = 0;
  keys.secretOf = (...of) => {
    asked++;
    return real.apply(keys, of);
  };
  try {
    for (const madeUp of ['0'.repeat(64), 'f'.repeat(64), next.replace(/.$/, (c: string) => (c === '0' ? '1' : '0'))]) {
      asked = 0;
      expect((await history('D5-4', `&before=${madeUp}`)).lines).toEqual([]);
      expect(asked).toBeLessThanOrEqual(2);
    }
  } finally {
    keys.secretOf = real;
  }
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { apiOf, ask, countingQueries, openRound, reviewSpec, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';
import { Course, company, MEASURES, TERMS } from './selection-course.ts';

const START = Date.parse('2027-01-04T09:00:00+08:00');

describe('how often a view asks the database', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    api = await apiOf({ database, gateway: procedure, complaints: [] }, { now: () => procedure.now });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  /** Statements for one request of somebody who is known already. */
  async function queriesFor(person: string, path: string) {
    await ask(api, person, 'GET', '/api/me');
    const { result, queries } = await countingQueries({ database }, () => ask(api, person, 'GET', path));
    expect(result.status).toBe(200);
    return { json: result.json, queries };
  }

  const spec = () => reviewSpec(procedure.now + 7 * 86_400_000);
  const tasks = (person: string, n: number) =>
    Array.from({ length: n }, (_, i) => ({ id: `T${i}.${person}`, assignee: person, about: `A${i}` }));

  test('an inbox of 500 tasks over several rounds is one query', async () => {
    await openRound(api, 'one', tasks('D1-1', 1), spec());
    const short = await queriesFor('D1-1', '/api/me/tasks');
    for (const [round, n] of [
      ['many', 250],
      ['more', 249],
    ] as const) {
      await openRound(api, round, tasks('D1-1', n), spec());
    }
    const long = await queriesFor('D1-1', '/api/me/tasks');
    expect([short.json.tasks.length, short.queries]).toEqual([1, 1]);
    expect([long.json.tasks.length, long.queries]).toEqual([500, 1]);
    expect((await queriesFor('D1-1', '/api/me')).queries).toBe(1);
  });

  test('lists take as many queries for three rows as for one', async () => {
    const lists: [path: string, queries: number][] = [
      ['/api/rounds', 1],
      ['/api/rounds/list-1/tasks', 1],
      ['/api/people?query=D5', 1],
      ['/api/notices', 2],
      ['/api/ledger/round:list-1', 1],
      ['/api/ledger/round:list-1?open=true', 2],
    ];
    const submit = (person: string, task: string) =>
      ask(api, person, 'POST', '/api/rounds/list-1/submit', { task, answer: { score: 5, comment: 'Fine.' } });
    await openRound(api, 'list-1', tasks('D5-1', 1), { ...spec(), policy: { ...spec().policy, settles: 'closed' } });
    await submit('D5-1', 'T0.D5-1');
    const count = async () => {
      const counts: [path: string, queries: number][] = [];
      for (const [path] of lists) counts.push([path, (await queriesFor('OPS', path)).queries]);
      return counts;
    };
    const before = await count();
    for (const n of [2, 3]) await openRound(api, `list-${n}`, tasks(`D5-${n}`, 3), spec());
    await ask(api, 'OPS', 'POST', '/api/rounds/list-1/addTasks', {
      tasks: [
        { id: 'U', assignee: 'D5-4' },
        { id: 'V', assignee: 'D5-5' },
      ],
    });
    await submit('D5-4', 'U');
    expect(await count()).toEqual(before);
    expect(before).toEqual(lists);
  });

  test('so do the lists of a selection', async () => {
    await ask(api, 'OPS', 'POST', '/api/selections', { id: 'trainers', terms: TERMS });
    await ask(api, 'OPS', 'POST', '/api/selections/trainers/publishMeasures', { texts: MEASURES });
    await new Course(api, procedure, 'selection:trainers').to('call');
    const apply = (person: string) =>
      ask(api, person, 'POST', '/api/selections/trainers/apply', {
        profile: 'Twenty years.',
        topics: ['safety'],
        outline: 'Valves.',
        hoursPerMonth: 4,
      });
    const count = async (applications: number) => {
      // Read once, so that what is counted is the list and not the fold of what is new.
      await queriesFor('OPS', '/api/selections/trainers');
      const list = await queriesFor('OPS', '/api/selections/trainers/applications');
      expect(list.json.applications).toHaveLength(applications);
      return [
        list.queries,
        (await queriesFor('OPS', '/api/selections')).queries,
        (await queriesFor('OPS', '/api/selections/trainers/agenda')).queries,
      ];
    };
    await apply('D2-2');
    expect(await count(1)).toEqual([2, 1, 1]);
    for (const person of ['D2-3', 'D3-2']) await apply(person);
    expect(await count(3)).toEqual([2, 1, 1]);
  });
});

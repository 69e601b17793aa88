import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { datesFrom, levels, yearCompany } from '../journeys/year.ts';
import { CycleCourse } from './cycle-course.ts';
import { apiOf, ask, countingQueries, openRound, reviewSpec, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';
import { Course, company, MEASURES, TERMS } from './selection-course.ts';

/** Whoever asks for a view is looked up each time: in the directory, and among the roles if they are not in it, as OPS is not. */
const signingIn = (person: string) => (person === 'OPS' ? 2 : 1);

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

  /** Statements for one request, beside those that say who asks. */
  async function queriesFor(person: string, path: string) {
    const { result, queries } = await countingQueries({ database }, () => ask(api, person, 'GET', path));
    expect(result.status).toBe(200);
    return { json: result.json, queries: queries - signingIn(person) };
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
    expect((await queriesFor('D1-1', '/api/me')).queries).toBe(2);
  });

  test('lists take as many queries for three rows as for one', async () => {
    // One of them asks what the person is, where it is not for everybody alike.
    const lists: [path: string, queries: number][] = [
      ['/api/rounds', 2],
      ['/api/rounds/list-1/tasks', 2],
      ['/api/people?query=D5', 1],
      ['/api/notices', 3],
      ['/api/ledger/round:list-1', 2],
      ['/api/ledger/round:list-1?open=true', 3],
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
        // Who asks, the procedures, and who is of operations: whether one needs another hand.
        (await queriesFor('OPS', '/api/procedures?kind=selection')).queries,
        (await queriesFor('OPS', '/api/selections/trainers/agenda')).queries,
      ];
    };
    await apply('D2-2');
    expect(await count(1)).toEqual([3, 3, 2]);
    for (const person of ['D2-3', 'D3-2']) await apply(person);
    expect(await count(3)).toEqual([3, 3, 2]);
  });
});

const COURSES = Array.from({ length: 24 }, (_, i) => `C-${i + 1}`);
const label = (text: string) => ({ en: text, 'zh-CN': text });

/** A course that teaches one person at a time, at a distance. */
const alone = (id: string) => ({
  id,
  title: label(id),
  elements: ['welding'],
  level: 5,
  hours: 4,
  days: 1,
  minSeats: 1,
  maxSeats: 1,
  room: false,
  benefit: label('Welds better'),
  goal: label('Welds alone'),
});

const quoteOf = (course: string) => ({
  id: `Q-${course}`,
  provider: 'A school',
  course,
  runCost: 100,
  maxSeats: 1,
  validUntil: '2029-12-31',
});

describe('how often a look at a cycle of 600 offerings asks the database', () => {
  const CYCLE = 'cycle:plan-2027';
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    api = await apiOf({ database, gateway: procedure, complaints: [] }, { now: () => procedure.now });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', yearCompany());
    const { departments = [], people = [] } = yearCompany();
    const terms = { ...datesFrom(START), talks: 'nobody', commitments: [], daysAPerson: COURSES.length };
    await procedure.do(CYCLE, 'OPS', 'open', { ...cycleTerms(terms), courses: COURSES.map(alone) });
    await procedure.do(CYCLE, 'OPS', 'setQuotes', { quotes: COURSES.map(quoteOf) });
    const course = new CycleCourse({ api, procedure, database }, CYCLE, {
      'cycle-ratings': async ({ aboutPerson }) => levels(aboutPerson, 0),
      'cycle-needs': async ({ about }) => ({ answer: 'needs', confirmed: await statedFor(about!) }),
    });
    await course.to('needs');
    const wanted = { urgency: 1, goal: 'Weld thin sheet.', problem: 'Scrap doubled.' };
    await procedure.do(CYCLE, 'OPS', 'importNeeds', {
      needs: departments.flatMap(({ id: department }) => {
        const own = people.filter((p) => p.department === department).map((p) => p.id);
        return COURSES.map((id) => ({ ...wanted, department, course: id, people: own }));
      }),
    });
    await course.to('execution');
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  async function statedFor(department: string): Promise<string[]> {
    const { json } = await ask(api, 'OPS', 'GET', `/api/cycles/${CYCLE}/needs`);
    type Row = { department: string; need: string };
    return json.needs.filter((n: Row) => n.department === department).map((n: Row) => n.need);
  }

  const LOOKS = ['', '/plan', '/resources', '/effect', '/plan.xlsx', '/export/plan.csv', '/export/attendance.csv'];

  /** How many statements each look takes. */
  async function statements(looks = LOOKS): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const look of looks) {
      const { result, queries } = await countingQueries({ database }, () =>
        ask(api, 'OPS', 'GET', `/api/cycles/${CYCLE}${look}`),
      );
      expect([look, result.status]).toEqual([look, 200]);
      counts[look] = queries - signingIn('OPS');
    }
    return counts;
  }

  test('is the same few times, whether it is the first look, none has changed since the last one, or some have', async () => {
    const { rows } = await database.pool.query<{ stream: StreamId }>('select stream from offering order by stream');
    expect(rows).toHaveLength(600);
    const known = {
      '': 6,
      '/plan': 4,
      '/resources': 5,
      '/effect': 3,
      '/plan.xlsx': 5,
      // What the person is, is asked before the path is gone through as well.
      '/export/plan.csv': 4,
      '/export/attendance.csv': 5,
    };
    // The first look that needs the offerings reads their snapshots and their events.
    expect(await statements()).toEqual({ ...known, '/resources': 7 });
    expect(await statements()).toEqual(known);
    for (const { stream } of rows.slice(0, 50)) {
      await procedure.do(stream, 'OPS', 'recordCost', { line: 'general', amount: 1, note: 'A bill.' });
    }
    expect(await statements()).toEqual({ ...known, '/resources': 6 });
    expect(await statements(['/plan.pdf'])).toEqual({ '/plan.pdf': 5 });
    const { lines } = (await ask(api, 'OPS', 'GET', `/api/cycles/${CYCLE}/resources`)).json;
    expect(lines).toMatchObject([{ used: 50 }]);
  });

  test('so is what a search asks, however many plans and people it finds', async () => {
    const asker = yearCompany().people!.find(
      (p) => p.manager !== null && !yearCompany().people!.some((q) => q.manager === p.id),
    )!.id;
    const search = async () => {
      const look = () => ask(api, asker, 'GET', '/api/find?q=a');
      // Read once, so that what is counted is the search and not the fold of what is new.
      await look();
      const { result, queries } = await countingQueries({ database }, look);
      return { ...result.json, queries: queries - signingIn(asker) };
    };
    const one = await search();
    for (const id of ['plan-2028', 'plan-2029'])
      await procedure.do(`cycle:${id}`, 'OPS', 'open', {
        ...cycleTerms({ ...datesFrom(START), talks: 'nobody', commitments: [], daysAPerson: 1 }),
        courses: COURSES.slice(0, 1).map(alone),
      });
    const three = await search();
    expect([one.procedures.length, three.procedures.length]).toEqual([1, 3]);
    expect([one.people.length, three.people.length]).toEqual([8, 8]);
    expect([one.queries, three.queries]).toEqual([9, 9]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { ORGANISATION } from '../../contracts/ids.ts';
import { DevelopmentView } from '../../contracts/views/people/development.ts';
import { TeamView } from '../../contracts/views/people/team.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { datesFrom, HABITS, levels, smallTerms, TRAINERS, yearCompany } from '../journeys/year.ts';
import { CycleCourse } from './cycle-course.ts';
import { apiOf, ask, countingQueries, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';

// One story, told in order: each test goes on where the one before has stopped.
describe('a team through a cycle, as those see it who are above it and in it', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  let course: CycleCourse;

  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    api = await apiOf({ database, gateway: procedure, complaints: procedure.complaints }, { now: () => procedure.now });
    course = new CycleCourse({ api, procedure, database }, 'cycle:plan-2027', {
      'cycle-self-ratings': async ({ aboutPerson }) => levels(aboutPerson, 0),
      'cycle-signatures': async ({ assignee }) =>
        assignee === 'D2-4' ? { agrees: false, comment: 'Too much.' } : { agrees: true },
      'cycle-talks': async (task, story) => ({
        ...((await HABITS['cycle-talks']!(task, story)) as object),
        remarks: 'Keep it to yourself.',
      }),
    });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', yearCompany());
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  /** What somebody is shown, exactly in the shape that is described. */
  async function seen<V extends z.ZodObject>(view: V, person: string, path: string): Promise<z.output<V>> {
    const reply = await ask(api, person, 'GET', path);
    expect([person, path, reply.status, reply.json?.detail]).toEqual([person, path, 200, undefined]);
    return view.strict().parse(reply.json) as z.output<V>;
  }
  const team = (person: string, query = '') => seen(TeamView, person, `/api/me/team${query}`);
  const development = (person: string, of: string) => seen(DevelopmentView, person, `/api/people/${of}/development`);
  const cell = ({ cells }: TeamView | DevelopmentView, person: string, element: string) =>
    cells.find((c) => c.person === person && c.element === element);

  test('without a cycle there are people and nothing to say of them', async () => {
    const view = await team('D2-1');
    expect(view).toMatchObject({ of: 'D2-1', cycle: null, grouping: 'people', cells: [], summary: null });
    expect(view.people.map((p) => p.person)).toEqual(['D2-2', 'D2-3', 'D2-4', 'D2-5']);
    expect(await team('D2-2')).toMatchObject({ people: [], waits: [] });
  });

  test('while ratings run what is not rated is missing, never 0, and waits for the supervisor', async () => {
    const terms = cycleTerms({ ...datesFrom(START), selfRating: true });
    await ask(api, 'OPS', 'POST', '/api/cycles', { id: 'plan-2027', terms });
    await ask(api, 'OPS', 'POST', '/api/cycles/plan-2027/setTrainers', { trainers: TRAINERS });
    await course.to('ratings');
    const before = await team('D2-1');
    expect(before.summary).toMatchObject({ code: 'not-rated', text: { 'zh-CN': '尚未评定。' } });
    expect(before.cells).toHaveLength(16);
    expect(cell(before, 'D2-2', 'welding')).toMatchObject({
      required: 4,
      rated: null,
      gap: null,
      own: null,
      fate: null,
    });
    expect(before.waits.map((w) => [w.purpose, w.person])).toEqual(
      ['D2-2', 'D2-3', 'D2-4', 'D2-5'].map((person) => ['cycle-ratings', person]),
    );
    const [wait] = before.waits;
    const answer = levels(wait!.person);
    await ask(api, 'D2-1', 'POST', `/api/rounds/${wait!.round}/tasks/${wait!.task}/submit`, { answer });
    const after = await team('D2-1');
    expect(cell(after, 'D2-2', 'welding')).toMatchObject({ rated: 3, gap: 1, weighted: 3 });
    expect(after.waits).toHaveLength(3);
    expect(after.people[0]).toMatchObject({ person: 'D2-2', rated: 4, missing: 0 });
    expect(after.people[1]).toMatchObject({ person: 'D2-3', rated: 0, missing: 4, meanGap: null });
    expect(await development('D2-2', 'D2-2')).toMatchObject({ cells: [], hidden: { code: 'ratings-open' } });
    expect((await development('D1-1', 'D2-2')).cells).toHaveLength(4);
  });

  test('a team is seen by whoever is above it, and by nobody beside', async () => {
    expect((await team('D1-1', '?of=D2-1')).cells).toHaveLength(16);
    expect((await team('OPS', '?of=D2-1')).people).toHaveLength(4);
    // What waits for D2-1 is theirs alone.
    expect((await team('D1-1', '?of=D2-1')).waits).toEqual([]);
    for (const [person, of] of [
      ['D3-1', 'D2-1'],
      ['D2-2', 'D2-1'],
      ['D2-1', 'D1-1'],
    ] as const) {
      const reply = await ask(api, person, 'GET', `/api/me/team?of=${of}`);
      const stranger = await ask(api, person, 'GET', '/api/me/team?of=D2-99');
      expect([reply.status, stranger.status]).toEqual([404, 404]);
      expect(reply.json.detail.replace(of, 'D2-99')).toBe(stranger.json.detail);
    }
    for (const [person, of] of [
      ['D3-1', 'D2-2'],
      ['D2-3', 'D2-2'],
      ['D2-2', 'D2-1'],
    ] as const) {
      const reply = await ask(api, person, 'GET', `/api/people/${of}/development`);
      const stranger = await ask(api, person, 'GET', '/api/people/D2-99/development');
      expect([reply.status, stranger.status]).toEqual([404, 404]);
      expect(reply.json.detail.replace(of, 'D2-99')).toBe(stranger.json.detail);
    }
  });

  test('a plan shows both signatures, what was said to those near alone, and what has happened to it', async () => {
    await course.to('needs');
    const own = await development('D2-4', 'D2-4');
    expect(own.hidden).toBeNull();
    expect(own.plans).toMatchObject([
      {
        state: 'disputed',
        items: [{ element: 'welding', means: { code: 'course' }, goal: 'Welds alone.' }],
        remarks: 'Keep it to yourself.',
        signatures: [
          { as: 'supervisor', person: 'D2-1', answer: 'signed', at: expect.any(Number) },
          { as: 'employee', person: 'D2-4', answer: 'disputed', at: expect.any(Number), comment: 'Too much.' },
        ],
        history: [
          { code: 'disputed', by: 'D2-4' },
          { code: 'proposed', by: 'D2-1', facts: { goals: 1 } },
        ],
      },
    ]);
    expect((await development('D2-1', 'D2-4')).plans[0]!.signatures[1]!.comment).toBe('Too much.');
    const [above] = (await development('D1-1', 'D2-4')).plans;
    expect(above).toMatchObject({ remarks: null, items: [{ goal: 'Welds alone.' }] });
    expect(above!.signatures[1]).toMatchObject({ answer: 'disputed', comment: null });
    const { waits } = await team('D2-1');
    expect(waits.find((w) => w.person === 'D2-4')).toMatchObject({ round: null, purpose: 'cycle-talks', due: null });
    expect((await team('D2-1')).people.map((p) => p.plan)).toEqual(['signed', null, 'disputed', null]);
    const [goal] = (await team('D2-1')).cells.filter((c) => c.person === 'D2-2' && c.goal);
    expect(goal).toMatchObject({ element: 'welding', goal: { means: 'course' }, own: 4, rated: 3 });
  });

  test('the stages of a cycle are on the desk of those alone whose people it is about', async () => {
    const terms = { ...cycleTerms({ ...datesFrom(procedure.now), ...smallTerms() }), departments: ['D3'] };
    await procedure.do('cycle:plan-d3', 'OPS', 'open', terms);
    const stages = async (person: string) =>
      (await ask(api, person, 'GET', '/api/me/desk')).json.coming.filter(
        (c: { path: string }) => c.path === '/plan/plan-d3',
      );
    expect((await stages('D3-1')).length).toBeGreaterThan(0);
    expect(await stages('D2-1')).toEqual([]);
    await procedure.do('cycle:plan-d3', 'OPS', 'cancel', { reason: 'Asked by mistake.' });
  });

  test('each gap says what the plan makes of it', async () => {
    expect(cell(await team('D2-1'), 'D2-2', 'welding')!.fate).toMatchObject({ code: 'proposed' });
    course.habits['cycle-needs'] = async ({ about }, story) => {
      const { confirmed } = (await HABITS['cycle-needs']!({ about } as never, story)) as { confirmed: string[] };
      // Safety of D2 is put aside.
      const { json } = await ask(api, 'OPS', 'GET', '/api/cycles/plan-2027/needs');
      const safety = json.needs
        .filter((n: { element: string; department: string }) => n.element === 'safety' && n.department === 'D2')
        .map((n: { need: string }) => n.need);
      return { answer: 'needs', confirmed: confirmed.filter((n) => !safety.includes(n)) };
    };
    await course.to('approval');
    // The plan is no news to whoever only takes part before it is approved.
    expect(cell(await team('D2-1'), 'D2-2', 'welding')!.fate).toMatchObject({ code: 'planned' });
    expect((await development('D2-2', 'D2-2')).cells.find((c) => c.element === 'welding')!.fate).toMatchObject({
      code: 'asked',
    });
    await course.to('execution');
    const view = await team('D2-1');
    expect(cell(view, 'D2-2', 'welding')!.fate).toMatchObject({
      code: 'planned',
      facts: { course: 'C-WELD', offering: expect.stringMatching(/^O-/), from: expect.stringMatching(/^2/) },
      text: { en: expect.stringMatching(/^The plan meets it: C-WELD/) },
    });
    expect(cell(view, 'D2-2', 'safety')!.fate).toMatchObject({ code: 'dropped' });
    expect(cell(view, 'D2-2', 'planning')!.fate).toBeNull();
    expect(view.mayAskForChanges).toBe(true);
    expect((await team('D1-1', '?of=D3-1')).mayAskForChanges).toBe(true);
    expect(view.figures.met).toBeGreaterThan(0);
    expect(view.figures.met).toBeLessThan(view.figures.gaps);
    expect(view.summary).toMatchObject({ code: 'widest', facts: { met: view.figures.met, gaps: view.figures.gaps } });
    expect(view.people[0]!.courses.length).toBeGreaterThan(0);
  });

  test('what to say before a course waits for the supervisor, and is told to the participant', async () => {
    const supportAsked = async () => (await team('D2-1')).waits.some((w) => w.purpose === 'offering-support');
    course.habits['offering-support'] = async () => null as never;
    await course.until(supportAsked, 'the support');
    const { waits } = await team('D2-1');
    const wait = waits.find((w) => w.purpose === 'offering-support')!;
    const before = await development('D2-1', wait.person);
    const open = before.courses.find((c) => c.toSay)!;
    expect(open).toMatchObject({ when: 'before', toSay: { round: wait.round, task: wait.task }, said: null });
    expect((await development(wait.person, wait.person)).courses.every((c) => c.toSay === null)).toBe(true);
    const answer = { goal: 'A better seam.', clarified: true };
    await ask(api, 'D2-1', 'POST', `/api/rounds/${wait.round}/tasks/${wait.task}/submit`, { answer });
    const after = await development(wait.person, wait.person);
    expect(after.courses.find((c) => c.offering === open.offering)).toMatchObject({
      said: { goal: 'A better seam.', by: 'D2-1', clarified: true },
    });
    const { courses } = await development('D1-1', wait.person);
    expect(courses.find((c) => c.offering === open.offering)!.said).toBeNull();
  });

  test('the ratings of the cycle before stand beside', async () => {
    const terms = cycleTerms({ ...datesFrom(procedure.now), previous: 'cycle:plan-2027' });
    const opened = await ask(api, 'OPS', 'POST', '/api/cycles', { id: 'plan-2028', terms });
    expect([opened.status, opened.json?.detail]).toEqual([200, undefined]);
    const view = await team('D2-1');
    expect(view).toMatchObject({ cycle: { id: 'cycle:plan-2028' }, before: { id: 'cycle:plan-2027' } });
    expect(cell(view, 'D2-2', 'welding')).toMatchObject({ rated: null, before: { rated: 3, gap: 1, required: 4 } });
    expect((await team('D2-1', '?cycle=plan-2027')).cycle!.id).toBe('cycle:plan-2027');
    expect((await ask(api, 'D2-1', 'GET', '/api/me/team?cycle=plan-2099')).status).toBe(404);
    expect((await development('D2-2', 'D2-2')).plans.map((p) => p.cycle.id)).toEqual(['cycle:plan-2027']);
  });
});

describe('how often a look at people asks the database', () => {
  const MANY = 300;
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    api = await apiOf({ database, gateway: procedure, complaints: [] }, { now: () => procedure.now });
    const small = yearCompany();
    const pattern = small.people!.find(({ id }) => id === 'D5-5')!;
    const more = Array.from({ length: MANY }, (_, i) => ({
      ...pattern,
      id: `M-${i}`,
      email: `m-${i}@example.com`,
      manager: 'D4-1',
      department: 'D4',
    }));
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', {
      ...small,
      people: [...small.people!.filter(({ id }) => id !== 'D5-5'), ...more],
    });
    await procedure.do('cycle:plan-2027', 'OPS', 'open', { ...cycleTerms({ ...datesFrom(START), talks: 'nobody' }) });
    const course = new CycleCourse({ api, procedure, database }, 'cycle:plan-2027');
    await course.to('ratings');
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  async function counted(person: string, path: string): Promise<{ queries: number; rows: number }> {
    // Read once, so that what is counted is the look and not the fold of what is new.
    await ask(api, person, 'GET', path);
    const { result, queries } = await countingQueries({ database }, () => ask(api, person, 'GET', path));
    expect([path, result.status]).toEqual([path, 200]);
    return { queries, rows: result.json.cells.length };
  }

  test('a team of 300 takes as many queries as one of three', async () => {
    const few = await counted('D5-1', '/api/me/team?post=POST');
    const many = await counted('D4-1', '/api/me/team?post=POST');
    expect([few.rows, many.rows]).toEqual([3 * 4, (MANY + 4) * 4]);
    expect([few.queries, many.queries]).toEqual([9, 9]);
    const development = await counted('D4-1', '/api/people/M-7/development');
    expect(development).toEqual({ rows: 4, queries: 10 });
  });

  test('above 15 people there are posts, and no person until one is opened', async () => {
    const { json } = await ask(api, 'D4-1', 'GET', '/api/me/team');
    expect(json).toMatchObject({ grouping: 'posts', people: [], cells: [], posts: [{ post: 'POST', people: 304 }] });
    expect(json.posts[0].elements).toHaveLength(4);
    expect(json.waits.length).toBeGreaterThan(300);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import type { Matter } from '../../contracts/views/matter/matter.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { datesFrom, HABITS, smallTerms, trainersFor, yearCompany } from '../journeys/year.ts';
import { CycleCourse } from './cycle-course.ts';
import { apiOf, ask, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';
import { Course, company, MEASURES, TERMS } from './selection-course.ts';

interface Seen {
  readonly assignee: string;
  readonly matter: Matter;
  readonly why: { readonly code: string; readonly facts: Record<string, unknown> };
  readonly text: string;
}

/** What tasks are about, as their assignees see it before they answer. */
class Looks {
  readonly byPurpose = new Map<string, Seen[]>();
  readonly #api: () => TestApi;

  constructor(api: () => TestApi) {
    this.#api = api;
  }

  readonly at = async (asked: { round: string; task: string; assignee: string; purpose: string }): Promise<void> => {
    const { round, task, assignee, purpose } = asked;
    const path = `/api/rounds/${round}/tasks/${encodeURIComponent(task)}`;
    const { status, json, text } = await ask(this.#api(), assignee, 'GET', path);
    expect([path, status]).toEqual([path, 200]);
    expect(json).toMatchObject({ matter: { purpose }, may: expect.arrayContaining(['submit']) });
    const seen = this.byPurpose.get(purpose) ?? [];
    this.byPurpose.set(purpose, seen);
    seen.push({ assignee, matter: json.matter, why: json.why, text });
  };

  first<P extends Matter['purpose']>(purpose: P): Omit<Seen, 'matter'> & { matter: Extract<Matter, { purpose: P }> } {
    return this.byPurpose.get(purpose)![0] as never;
  }
}

describe('what a task of a selection is about', () => {
  let database: TestDatabase;
  let api: TestApi;
  const looks = new Looks(() => api);
  beforeAll(async () => {
    database = await testDatabase();
    const procedure = new Procedure(database, START);
    api = await apiOf({ database, gateway: procedure, complaints: [] }, { now: () => procedure.now });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
    const { criteria } = TERMS;
    const anchors = [{ score: 3, text: { en: 'Reads out slides', 'zh-CN': '照读' } }];
    const terms = {
      ...TERMS,
      leaders: ['D2-1'],
      criteria: [{ ...criteria[0]!, anchors, minimum: '2' }, criteria[1]],
      disagreementLimit: 0.5,
    };
    await ask(api, 'OPS', 'POST', '/api/selections', { id: 'trainers', terms });
    await ask(api, 'OPS', 'POST', '/api/selections/trainers/publishMeasures', { texts: MEASURES });
    const course = new Course(api, procedure, 'selection:trainers', looks.at);
    await course.to('publicity');
    await procedure.do('selection:trainers', 'D2-1', 'nominate', { person: 'D2-4', reason: 'She explains well.' });
    await course.to('call');
    for (const person of ['D2-2', 'D2-3', 'D3-2']) {
      const body = { profile: `I am ${person}.`, topics: ['safety'], outline: 'Valves.', hoursPerMonth: 4 };
      expect((await ask(api, person, 'POST', '/api/selections/trainers/apply', body)).status).toBe(200);
    }
    await course.to('notice');
    await procedure.do('selection:trainers', 'D4-3', 'raiseObjection', { about: null, grounds: 'Too quick.' });
    await course.to('closed');
  }, 60_000);
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  test('is shown for every purpose', () => {
    expect([...looks.byPurpose.keys()].sort()).toEqual([
      ...['acceptance', 'acknowledgement', 'agreement', 'conflict', 'endorsement', 'nomination', 'objection', 'panel'],
      'review',
    ]);
  });

  test('a review has the application without its author, the rubric, and why one was chosen', () => {
    const { matter, why, text } = looks.first('review');
    expect(matter).toMatchObject({
      blind: true,
      application: { person: null, name: null, department: null, outline: 'Valves.' },
      rubric: [{ id: 'knowledge', weight: '0.6', minimum: '2', anchors: [{ score: 3 }] }, { id: 'communication' }],
    });
    expect(why).toMatchObject({ code: 'reviewer', facts: { topics: [{ en: 'Safety' }] } });
    expect(why.facts).not.toHaveProperty('person');
    expect(text).not.toMatch(/Name of D2-2|Department 2/);
  });

  test('whoever declares conflicts sees numbers and no names', () => {
    const { matter, text } = looks.byPurpose.get('conflict')!.find(({ assignee }) => assignee === 'D5-1')!;
    expect(matter).toMatchObject({ applications: [{ name: null }, { name: null }, { name: null }] });
    expect(text).not.toMatch(/Name of D[23]-[23]/);
  });

  test('the line manager knows whose time it is, leaders what they stand behind, a nominee who has named them', () => {
    expect(looks.first('agreement')).toMatchObject({
      matter: { application: { person: expect.stringMatching(/^D[23]-[23]$/), hoursPerMonth: 4 } },
      why: { code: 'supervisor', facts: { person: { name: expect.stringMatching(/^Name of/) } } },
    });
    expect(looks.first('endorsement')).toMatchObject({ matter: { seats: 1, termMonths: 24 }, why: { code: 'leader' } });
    expect(looks.first('nomination').matter).toMatchObject({
      by: { id: 'D2-1', name: 'Name of D2-1' },
      reason: 'She explains well.',
    });
  });

  test('the panel has the candidates by rank, a handler the grounds', () => {
    const { matter } = looks.first('panel');
    const ranks = matter.candidates.map((c) => c.rank!);
    expect(ranks).toHaveLength(3);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(looks.first('objection').matter).toMatchObject({
      ...{ against: 'notice', application: null, grounds: 'Too quick.' },
    });
  });
});

describe('what a task of a cycle is about', () => {
  let database: TestDatabase;
  let api: TestApi;
  const looks = new Looks(() => api);
  beforeAll(async () => {
    database = await testDatabase();
    const procedure = new Procedure(database, START);
    api = await apiOf({ database, gateway: procedure, complaints: [] }, { now: () => procedure.now });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', {
      ...yearCompany(),
      anchors: [{ element: 'welding', anchors: [{ score: 2, text: { en: 'Welds with help', 'zh-CN': '需协助' } }] }],
    });
    const terms = { ...smallTerms(), ...datesFrom(START), talks: 'with-gaps' };
    await procedure.do('cycle:plan-2027', 'OPS', 'open', cycleTerms(terms));
    await procedure.do('cycle:plan-2027', 'OPS', 'setTrainers', { trainers: trainersFor(terms) });
    const habits = Object.entries(HABITS).map(([purpose, habit]) => [
      purpose,
      async (task: Parameters<typeof habit>[0], story: Parameters<typeof habit>[1]) => {
        await looks.at({ ...task, task: task.id });
        if (purpose === 'cycle-approval' && task.assignee === 'D2-1' && looks.byPurpose.get(purpose)!.length <= 2) {
          return { decision: 'return', comments: 'D2-3 is ill.' };
        }
        return habit(task, story);
      },
    ]);
    const course = new CycleCourse({ api, procedure, database }, 'cycle:plan-2027', Object.fromEntries(habits));
    await course.to('closed');
  }, 180_000);
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  test('is shown for every purpose that was asked', () => {
    expect([...looks.byPurpose.keys()].sort()).toEqual([
      ...['cycle-approval', 'cycle-commitments', 'cycle-mobilisation', 'cycle-needs', 'cycle-ratings'],
      ...['cycle-signatures', 'cycle-talks', 'offering-attendance', 'offering-reaction', 'offering-seats'],
      ...['offering-support', 'offering-transfer'],
    ]);
  });

  test('a rating has the person, their post and what the levels mean, and the level asked for apart from the name', () => {
    const { matter, why, text } = looks.first('cycle-ratings');
    expect(matter.person).toMatchObject({ name: expect.any(String), post: { title: { en: expect.any(String) } } });
    expect(why.code).toBe('supervisor');
    const { fields } = JSON.parse(text).form;
    expect(fields).toContainEqual(
      expect.objectContaining({
        key: 'e_welding',
        label: { en: expect.not.stringMatching(/\d/), 'zh-CN': expect.not.stringMatching(/\d/) },
        wanted: expect.any(Number),
        anchors: [{ score: 2, text: { en: 'Welds with help', 'zh-CN': '需协助' } }],
      }),
    );
  });

  test('a talk has the gaps, a signature the plan with its words', () => {
    expect(looks.first('cycle-talks').matter.gaps.length).toBeGreaterThan(0);
    expect(looks.first('cycle-signatures').matter).toMatchObject({
      items: [{ element: 'welding', means: { code: 'course', text: { 'zh-CN': '课程' } }, goal: 'Welds alone.' }],
      supervisor: { name: expect.any(String) },
      signatures: [
        { as: 'supervisor', answer: 'signed', at: expect.any(Number) },
        { as: 'employee', answer: 'open', at: null },
      ],
      history: [{ code: 'proposed', by: expect.any(String) }],
    });
  });

  test('whoever confirms needs has those of the department, whoever approves their part and the figures', () => {
    const { matter, why } = looks.first('cycle-needs');
    expect(why).toMatchObject({ code: 'head', facts: { department: { en: expect.any(String) } } });
    expect(new Set(matter.needs.map((n) => n.department))).toEqual(new Set([matter.department.id]));
    const approval = looks.first('cycle-approval').matter;
    expect(approval).toMatchObject({ step: 'heads', version: 1, before: null });
    expect(approval.part.length).toBeGreaterThan(0);
    expect(Object.keys(approval.mine)).toEqual(approval.part.map((o) => o.id));
    expect(looks.first('cycle-commitments').matter).toMatchObject({ asked: expect.any(Number) });
  });

  test('what a head has returned a plan for is read by themselves and by those who look at all of it, and by no other head', () => {
    const said = looks.byPurpose.get('cycle-approval')!.map(({ assignee, matter }) => {
      const { step, version, returned } = matter as Extract<Matter, { purpose: 'cycle-approval' }>;
      return { step, version, assignee, reads: returned.map(({ comments }) => comments) };
    });
    const second = said.filter(({ version }) => version > 1);
    expect(second.map(({ step }) => step)).toEqual(expect.arrayContaining(['heads', 'management', 'hr']));
    for (const { step, assignee, reads } of second)
      expect([step, assignee, reads]).toEqual([
        step,
        assignee,
        step !== 'heads' || assignee === 'D2-1' ? ['D2-3 is ill.'] : [],
      ]);
  });

  test('what is asked about a course has the course, and whom it is about', () => {
    expect(looks.first('offering-seats')).toMatchObject({
      matter: { course: { seats: {} } },
      why: { code: 'oneself' },
    });
    expect(looks.first('offering-support').matter.person).toMatchObject({ name: expect.any(String) });
    expect(looks.first('offering-attendance').matter.people.length).toBeGreaterThan(0);
    const transfers = looks.byPurpose.get('offering-transfer')!;
    expect(transfers.map((t) => t.matter)).toContainEqual(
      expect.objectContaining({ goal: 'Bring back one thing to try.' }),
    );
  });
});

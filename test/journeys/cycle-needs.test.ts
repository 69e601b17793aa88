import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { behind } from '../../db/streams.ts';
import { apiOf, ask, type TestApi } from '../api/harness.ts';
import type { TestEngine } from '../harness/engine.ts';
import { letters } from './letters.ts';
import { HABITS, OPERATOR, Year, yearCompany } from './year.ts';

const DAY = 86_400_000;

describe('a cycle in which not everybody answers as they should', () => {
  let engine: TestEngine;
  let api: TestApi;
  beforeAll(async () => {
    engine = await Year.engine();
    api = await apiOf(engine);
  });
  afterAll(async () => {
    await api.close();
    await engine.stop();
  });

  const needsOf = async (year: Year, department: string) => {
    const { json } = await ask(
      api,
      OPERATOR,
      'GET',
      `/api/cycles/${year.stream.slice(6)}/needs?department=${department}`,
    );
    return json.needs as { need: string; state: string; diagnosed: boolean }[];
  };

  test('tells a department that says nothing from one that needs nothing', async () => {
    const year = await Year.small(engine, 'silent', {
      terms: { departments: ['D2', 'D3', 'D4'] },
      habits: {
        'cycle-needs': async (task, story) => {
          if (task.about === 'D3') return { answer: 'nil', reason: 'All are new and were trained last month.' };
          return task.about === 'D4' ? null : HABITS['cycle-needs']!(task, story);
        },
      },
    });
    await year.to('needs');
    const due = (await year.events('RoundStarted')).find(({ body }) => body.purpose === 'needs')!.body.due as number;
    await year.until(async () => (await engine.now()) > due + DAY, 'the day behind the date');
    // Whoever waits for an answer beyond the date of a stage is not behind.
    expect(await year.stage()).toBe('needs');
    expect(await behind(engine.database.pool, (await engine.now()) - 60_000)).toEqual([]);
    await year.to('summary');
    const said = (await year.events('DepartmentReturned')).map(({ body }) => [body.department, body.answer, body.by]);
    expect(new Set(said)).toEqual(
      new Set([
        ['D2', 'needs', 'D2-1'],
        ['D3', 'nil', 'D3-1'],
        ['D4', 'silent', null],
      ]),
    );
    const { json } = await ask(api, OPERATOR, 'GET', '/api/cycles/silent');
    expect(json.returns).toEqual({ needs: 1, nil: 1, silent: 1, open: 0 });
    // What the ratings have found stands for a silent department, and is dropped by a nil return.
    expect(new Set((await needsOf(year, 'D4')).map((n) => n.state))).toEqual(new Set(['confirmed']));
    expect(new Set((await needsOf(year, 'D3')).map((n) => n.state))).toEqual(new Set(['dropped']));
    expect((await year.notices('cycle.departmentSilent')).map((n) => n.person)).toEqual(['D4-1']);
    const [letter] = await letters(engine, year.stream, 'cycle.departmentSilent');
    expect(letter!.text).toContain('Department 4');
    const reminded = (await year.notices('round.reminder')).filter(
      (n) => n.stream.endsWith('.needs') && n.at > due - DAY,
    );
    expect(new Set(reminded.map((n) => n.person))).toEqual(new Set(['D4-1']));
    expect((await year.notices('round.escalation')).map((n) => n.person)).toEqual(['D1-1']);
  });

  test('sends a need back that nobody has a gap in, and keeps it only when its problem is named', async () => {
    let dropped = '';
    const year = await Year.small(engine, 'treated', {
      habits: {
        'cycle-questions': async ({ about, assignee }) => {
          if (assignee === 'D3-1') return null;
          return about === dropped ? { named: false } : { named: true, problem: 'Seams leak at the new customer.' };
        },
      },
    });
    await year.to('needs');
    const state = async (department: string, person: string) => {
      const would = { element: 'welding', urgency: 2, goal: 'Know more about welding.' };
      await year.do(`${department}-1`, 'stateNeed', { department, people: [person], ...would });
      return (await year.events('NeedSentBack')).at(-1)!.body;
    };
    const kept = await state('D2', 'D2-3');
    const unanswered = await state('D3', 'D3-3');
    expect([kept.to, kept.question, unanswered.to]).toEqual(['D2-1', 'which-problem', 'D3-1']);
    dropped = (await state('D2', 'D2-5')).need as string;
    await year.to('compiling');
    const answers = (await year.events('NeedQuestionAnswered')).map(({ body }) => [body.need, body.answer]);
    expect(Object.fromEntries(answers)).toEqual({ [kept.need as string]: 'problem', [dropped]: 'withdrawn' });
    const needs = [...(await needsOf(year, 'D2')), ...(await needsOf(year, 'D3'))];
    const states = Object.fromEntries(needs.map((n) => [n.need, n.state]));
    expect([kept.need, unanswered.need, dropped].map((n) => states[n as string])).toEqual([
      'confirmed',
      'sent-back',
      'withdrawn',
    ]);
    await year.until(async () => (await year.events('PlanCompiled')).length > 0, 'a plan');
    const seats = (await year.plan()).plan.offerings.flatMap((o) => o.participants);
    expect(seats).toContain('D2-3');
    expect(seats).not.toContain('D2-5');
    expect(seats).not.toContain('D3-3');
  });

  test('hands the ratings of an employee to the new supervisor, with their reminders', async () => {
    const late = new Set(['D2-2']);
    const year = await Year.small(engine, 'moved', {
      habits: {
        'cycle-ratings': async (task, story) => {
          if (late.has(task.aboutPerson!)) return null;
          return HABITS['cycle-ratings']!(task, story);
        },
      },
    });
    await year.until(async () => (await year.open('cycle-ratings')).length === 1, 'all ratings but one');
    expect((await year.open('cycle-ratings'))[0]).toMatchObject({ assignee: 'D2-1', aboutPerson: 'D2-2' });
    const before = await year.notices('round.reminder');
    const person = yearCompany().people!.find((p) => p.id === 'D2-2')!;
    await year.do('system', 'importOrganisation', { people: [{ ...person, manager: 'D3-1' }] }, ORGANISATION);
    await year.until(async () => (await year.open('cycle-ratings'))[0]!.assignee === 'D3-1', 'the new supervisor');
    expect((await year.events('SupervisorsChanged')).flatMap(({ body }) => body.moves)).toEqual([
      expect.objectContaining({ person: 'D2-2', from: 'D2-1', to: 'D3-1' }),
    ]);
    await year.until(async () => (await year.notices('round.escalation')).length > 0, 'the last reminder');
    const since = (await year.notices('round.reminder')).slice(before.length);
    expect(since.length).toBeGreaterThan(0);
    expect(new Set(since.map((n) => n.person))).toEqual(new Set(['D3-1']));
    late.clear();
    await year.to('needs');
    expect((await needsOf(year, 'D2')).some((n) => n.diagnosed)).toBe(true);
    await year.do('system', 'importOrganisation', { people: [person] }, ORGANISATION);
  });

  test('nothing of it went wrong unseen', () => {
    expect(engine.complaints).toEqual([]);
  });
});

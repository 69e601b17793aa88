import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanConflict } from '../../contracts/planning.ts';
import { fieldKeyOf } from '../../domain/gaps/field-key.ts';
import { apiOf, ask, type TestApi } from '../api/harness.ts';
import type { TestEngine } from '../harness/engine.ts';
import { letters } from './letters.ts';
import { HABITS, lags, levels, OPERATOR, Year } from './year.ts';

interface Approver {
  readonly person: string;
  readonly department: string | null;
  readonly insteadOf: string | null;
  readonly why: string | null;
}

describe('a plan that is not agreed at once', () => {
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

  /** Welding is what department 2 lacks, safety what department 3 lacks: each has an offering of its own. */
  const apart = {
    terms: { sourcing: { coachingUpTo: 0 } },
    habits: {
      'cycle-ratings': async ({ aboutPerson }: { aboutPerson: string | null }) => {
        const lacking = aboutPerson!.startsWith('D2') ? 'welding' : 'safety';
        const low = lags(aboutPerson!) ? { [fieldKeyOf(lacking)]: 3 } : {};
        return { ...levels('D1-1'), ...low };
      },
    },
  };

  const asked = async (year: Year): Promise<{ step: string; version: number; approvers: Approver[] }[]> =>
    (await year.events('ApprovalAsked')).map(({ body }) => body as never);

  test('a return reopens what it touches, and asks again only those whose part has changed', async () => {
    let returned = false;
    const year = await Year.small(engine, 'returned', {
      ...apart,
      habits: {
        ...apart.habits,
        'cycle-approval': async ({ assignee }, story) => {
          if (returned || assignee !== 'D1-3') return { decision: 'approve' };
          const { plan } = (await story.events('PlanCompiled')).at(-1)!.body as {
            plan: { offerings: { id: string; course: string }[] };
          };
          returned = true;
          const touches = plan.offerings.filter((o) => o.course === 'C-SAFE').map((o) => o.id);
          return { decision: 'return', touches, comments: 'The line is being rebuilt that week.' };
        },
      },
    });
    await year.until(async () => (await year.events('PlanReturned')).length > 0, 'the return');
    const before = (await year.events('PlanCompiled'))[0]!.body as unknown as Awaited<ReturnType<typeof year.plan>>;
    const safe = before.plan.offerings.find((o) => o.course === 'C-SAFE')!;
    expect((await year.events('PlanReturned'))[0]!.body).toEqual({ step: 'hr', by: ['D1-3'], touches: [safe.id] });
    expect(await year.stage()).toBe('compiling');
    expect((await letters(engine, year.stream, 'cycle.attention')).map((l) => l.text).join()).toContain(safe.id);
    const days = safe.days.map((d) => new Date(Date.parse(d) + 14 * 86_400_000).toISOString().slice(0, 10));
    await year.until(async () => (await year.plan()).version > before.version, 'the plan compiled anew');
    await year.do(OPERATOR, 'amendOffering', { offering: safe.id, days, reason: 'After the line is rebuilt.' });
    await year.to('execution');
    const after = await year.plan();
    const weld = (p: typeof after) => p.plan.offerings.find((o) => o.course === 'C-WELD');
    expect(weld(after)).toEqual(weld(before));
    expect(after.plan.offerings.find((o) => o.id === safe.id)).toMatchObject({ days });
    const steps = (await asked(year)).map(({ step, version, approvers }) => [
      step,
      version,
      approvers.map((a) => a.person),
    ]);
    expect(steps).toEqual([
      ['heads', before.version, ['D2-1', 'D3-1']],
      ['management', before.version, ['D1-1']],
      ['hr', before.version, ['D1-3']],
      ['heads', after.version, ['D3-1']],
      ['management', after.version, ['D1-1']],
      ['hr', after.version, ['D1-3']],
    ]);
    const { json } = await ask(api, 'D3-1', 'GET', `/api/cycles/returned/plan/difference?from=${before.version}`);
    expect(json.difference.moved ?? json.difference.changed).toHaveLength(1);
    const seen = await ask(api, 'D2-1', 'GET', '/api/cycles/returned/plan/difference');
    expect(seen.json).toMatchObject({ since: 'last-look', from: before.version, to: after.version });
  });

  test('nobody approves what they have had a hand in: a deputy is asked, and cannot hand it back', async () => {
    const deputies: string[] = [];
    const year = await Year.small(engine, 'own', {
      terms: { deputies: { 'D1-3': 'D1-4', 'D2-1': 'D2-5' } },
      habits: {
        'cycle-approval': async ({ assignee, round, id }, story) => {
          if (assignee === 'D1-4') {
            const back = { task: id, to: 'D1-3', reason: 'It is his.' };
            const outcome = await engine.send(round, assignee, 'delegate', back);
            deputies.push(outcome.accepted ? 'handed back' : outcome.code);
          }
          return HABITS['cycle-approval']!({ assignee, round, id } as never, story);
        },
      },
    });
    await year.to('compiling');
    await year.do('D1-3', 'changeLimit', { limit: { kind: 'days', daysAPerson: 9 }, reason: 'As last year.' });
    await year.do('D2-1', 'changeLimit', { limit: { kind: 'days', daysAPerson: 8 }, reason: 'Less still.' });
    await year.to('execution');
    const approvers = (await asked(year)).flatMap((a) => a.approvers);
    expect(approvers.map((a) => [a.person, a.department, a.insteadOf, a.why])).toEqual([
      ['D2-5', 'D2', 'D2-1', 'own'],
      ['D3-1', 'D3', null, null],
      ['D1-1', null, null, null],
      ['D1-4', null, 'D1-3', 'own'],
    ]);
    expect(deputies).toEqual([expect.not.stringContaining('handed back')]);
  });

  test('a plan that cannot be names its smallest limits, and is there when one of them is moved', async () => {
    const year = await Year.small(engine, 'narrow', {
      terms: {
        budget: [{ id: 'general', label: { en: 'Training', 'zh-CN': '培训' }, amount: 230_000 }],
        commitments: [],
      },
    });
    await year.to('compiling');
    await year.until(async () => (await year.events('PlanCompiled')).length > 0, 'a plan');
    const { offerings, cuts } = (await year.plan()).plan;
    expect([offerings.length, cuts.length]).toEqual([1, 1]);
    const needs = [...offerings[0]!.needs, cuts[0]!.need].sort();
    for (const merged of needs)
      await year.do(OPERATOR, 'changeLimit', { limit: { kind: 'must', merged, must: true }, reason: 'By law.' });
    await year.until(async () => (await year.events('PlanInfeasible')).length > 0, 'no plan');
    const { limits, sentence } = (await year.events('PlanInfeasible')).at(-1)!.body.conflict as PlanConflict;
    expect(limits.map((l) => `${l.kind} ${l.id}`).sort()).toEqual(['budget general', ...needs.map((n) => `must ${n}`)]);
    const { json } = await ask(api, 'OPS', 'GET', '/api/cycles/narrow');
    expect(json.machinery.conflict.sentence).toEqual(sentence);
    const alarms = (await letters(engine, year.stream, 'cycle.attention')).map((l) => l.text).join();
    expect(alarms).toContain('general');
    // Without a plan the date brings nothing but a word to operations.
    await year.until(async () => (await year.events('StageOverdue')).length > 0, 'the date');
    expect(
      await engine.send(year.stream, OPERATOR, 'finishStage', { stage: 'compiling', reason: 'On.' }),
    ).toMatchObject({ accepted: false, code: 'too-early' });
    const amount = 1_000_000;
    await year.do(OPERATOR, 'changeLimit', { limit: { kind: 'budget', line: 'general', amount }, reason: 'More.' });
    await year.to('execution');
    expect((await year.plan()).plan).toMatchObject({ offerings: [{}, {}], cuts: [] });
  });

  test('money that is committed in part makes the plan smaller, and says what is lost', async () => {
    const year = await Year.small(engine, 'less', {
      habits: {
        'cycle-commitments': async () => ({ answer: 'partly', amount: 3000, comment: 'That is all there is.' }),
      },
    });
    await year.to('approval');
    expect((await year.events('CommitmentAnswered')).map((e) => e.body)).toEqual([
      { commitment: 'money', answer: 'partly', amount: 300_000, by: 'D1-1' },
    ]);
    const [first, second] = (await year.events('PlanCompiled')).map(
      (e) => e.body.plan as { offerings: { cost: number }[]; cuts: { lost: number; sentence: string }[] },
    );
    expect([first!.offerings.length, second!.offerings.length]).toEqual([2, 1]);
    expect(second!.offerings.reduce((sum, o) => sum + o.cost, 0)).toBeLessThanOrEqual(300_000);
    expect(second!.cuts[0]!.lost).toBeGreaterThan(0);
    expect(second!.cuts[0]!.sentence).toContain('general');
    expect((await letters(engine, year.stream, 'cycle.attention')).length).toBeGreaterThan(0);
  });

  test('nothing of it went wrong unseen', () => {
    expect(engine.complaints).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { latestPlan } from '../../../domain/cycle/state.ts';
import { atCompiling, offeringOf, WANTED } from './planned.ts';

const reason = 'It has to be so.';

describe('compiling the plan', () => {
  it('meets every need within the limits, and says so in version 1', async () => {
    const run = await atCompiling();
    const { version, plan } = latestPlan(run.state)!;
    expect(version).toBe(1);
    expect(plan.cuts).toEqual([]);
    expect(new Set(plan.offerings.flatMap((o) => o.needs))).toEqual(new Set(['M-0001', 'M-0002', 'M-0003']));
    expect(plan.offerings.every((o) => o.days[0]! >= '2027-03-01')).toBe(true);
  });

  it('makes an empty plan of no needs', async () => {
    const run = await atCompiling({}, { wanted: [] });
    expect(latestPlan(run.state)).toMatchObject({ version: 1, plan: { offerings: [] } });
  });

  it('promises nothing to speak of where no gap is known', async () => {
    const run = await atCompiling();
    const seats = latestPlan(run.state)!.plan.offerings.reduce((sum, o) => sum + o.participants.length, 0);
    expect(latestPlan(run.state)!.plan.effect).toBeCloseTo(seats * 0.01, 6);
  });

  it('is compiled again when a limit moves, with the difference; the last of several counts', async () => {
    const run = await atCompiling();
    const cost = latestPlan(run.state)!.plan.offerings.reduce((sum, o) => sum + o.cost, 0);
    await run.send('changeLimit', { limit: { kind: 'budget', line: 'general', amount: 1 }, reason });
    expect(latestPlan(run.state)!.plan.offerings).toEqual([]);
    await run.send('changeLimit', { limit: { kind: 'budget', line: 'general', amount: cost - 1 }, reason });
    const { version, plan } = latestPlan(run.state)!;
    expect(version).toBe(3);
    expect(plan.offerings.reduce((sum, o) => sum + o.cost, 0)).toBeLessThan(cost);
    expect(plan.cuts.length).toBeGreaterThan(0);
    expect(plan.offerings.length).toBeGreaterThan(0);
  });

  it('does not take a result for limits that have moved meanwhile', async () => {
    const run = await atCompiling({}, { compile: false });
    const key = `plan.${run.state.basis}`;
    const amount = 5_000_000;
    run.memory.send(run.id, 'changeLimit', { limit: { kind: 'budget', line: 'general', amount }, reason }, 'D1-2');
    const sentence = { en: 'x', 'zh-CN': 'x' };
    const conflict = { limits: [{ kind: 'budget', id: 'general', sentence }], sentence };
    expect(run.refused('recordPlan', { key, outcome: { feasible: false, conflict }, digest: '' }, 'system')).toContain(
      'compiled anew',
    );
  });

  it('names the limits of a plan that cannot be, and neither a person nor the date takes it', async () => {
    const wanted = WANTED.map((w) => ({ ...w, must: true }));
    const run = await atCompiling({}, { wanted });
    await run.send('changeLimit', { limit: { kind: 'budget', line: 'general', amount: 1000 }, reason });
    expect(run.state.conflict!.limits.some((l) => l.kind === 'budget')).toBe(true);
    expect(run.alarms).toEqual(['plan-infeasible']);
    await run.days(40);
    expect(run.state.stage).toBe('compiling');
    expect(run.alarms).toEqual(['plan-infeasible', 'plan-overdue']);
    await run.send('changeLimit', { limit: { kind: 'budget', line: 'general', amount: 9_000_000 }, reason });
    expect(run.state.conflict).toBeNull();
    expect(run.state.stage).toBe('commitments');
  });

  it('keeps an amended offering and compiles the rest around it', async () => {
    const run = await atCompiling();
    const { id, days } = offeringOf(run, 'C-PLAN');
    const moved = '2027-06-09';
    expect(days).not.toEqual([moved]);
    await run.send('amendOffering', { offering: id, days: [moved], reason });
    expect(offeringOf(run, 'C-PLAN')).toMatchObject({ id, days: [moved] });
    expect(run.refused('amendOffering', { offering: id, days: ['2027-06-12'], reason })).toContain('2027-06-12');
    expect(run.refused('amendOffering', { offering: id, trainer: 'D4-2', reason })).toContain('D4-2');
  });

  it('refuses limits of what it does not know', async () => {
    const run = await atCompiling();
    const say = (limit: object) => run.refused('changeLimit', { limit, reason });
    expect(say({ kind: 'budget', line: 'travel', amount: 1 })).toContain('travel');
    expect(say({ kind: 'trainer', person: 'D1-1', hours: 4 })).toContain('D1-1');
    expect(say({ kind: 'must', merged: 'M-0099', must: true })).toContain('M-0099');
    const window = { from: '2027-05-02', to: '2027-05-01' };
    expect(say({ kind: 'window', merged: 'M-0001', window })).toContain('before it begins');
  });

  it('holds a need to its window', async () => {
    const run = await atCompiling();
    const window = { from: '2027-09-01', to: '2027-09-30' };
    await run.send('changeLimit', { limit: { kind: 'window', merged: 'M-0001', window }, reason });
    expect(offeringOf(run, 'C-WELD').days[0]!.slice(0, 7)).toBe('2027-09');
  });
});

import { describe, expect, it } from '@jest/globals';
import { authorityOf } from '../../../access/authority.ts';
import { sightOf } from '../../../access/sight/cycle.ts';
import { resourcesView } from '../../../domain/cycle/compiling/resources-view.ts';
import { latestPlan } from '../../../domain/cycle/state.ts';
import { atCompiling, atExecution } from './planned.ts';

const reason = 'The money is needed elsewhere.';
const cost = (run: Awaited<ReturnType<typeof atCompiling>>) =>
  latestPlan(run.state)!.plan.offerings.reduce((sum, o) => sum + o.cost, 0);

describe('commitments of leaders', () => {
  it('goes on to the approval when everybody gives', async () => {
    const run = await (await atCompiling()).to('approval');
    expect(run.state.versions).toHaveLength(1);
    expect(run.state.commitments).toMatchObject({
      money: { answer: 'given', amount: 20_000_000 },
      hall: { answer: 'given' },
    });
  });

  it('compiles again within what was committed in part, in whole units of the currency', async () => {
    const run = await atCompiling({
      commitments: (t) => (t.id === 'money' ? { answer: 'partly', amount: 4_000 } : { answer: 'give' }),
    });
    const before = cost(run);
    expect(before).toBeGreaterThan(400_000);
    await run.to('approval');
    expect(run.state.versions).toHaveLength(2);
    expect(cost(run)).toBeLessThanOrEqual(400_000);
    expect(resourcesView(run.state).lines[0]).toMatchObject({
      line: 'general',
      limit: 400_000,
      committed: 400_000,
      planned: cost(run),
      used: 0,
    });
  });

  it('takes silence for nothing, and says so', async () => {
    const run = await atCompiling({ commitments: (t) => (t.id === 'money' ? null : { answer: 'give' }) });
    await run.to('approval');
    expect(run.state.commitments.money).toMatchObject({ answer: 'silent', amount: 0 });
    expect(latestPlan(run.state)!.plan.offerings).toEqual([]);
    expect(run.alarms).toContain('commitment-short');
  });

  it('plans without a room that is refused', async () => {
    const run = await atCompiling({
      commitments: (t) => (t.id === 'hall' ? { answer: 'refuse', comment: 'It is let.' } : { answer: 'give' }),
    });
    await run.to('approval');
    expect(latestPlan(run.state)!.plan.offerings.every((o) => o.room === 'R-2')).toBe(true);
  });

  it('goes back to the plan when money is taken back before the plan is frozen', async () => {
    const run = await (await atCompiling({ approval: () => null })).to('approval');
    expect(run.refused('withdrawCommitment', { commitment: 'money', reason }, 'D3-1')).toContain('D1-1');
    await run.send('withdrawCommitment', { commitment: 'money', reason }, 'D1-1');
    expect(run.state.stage).toBe('compiling');
    expect(latestPlan(run.state)!.plan.offerings).toEqual([]);
    expect(run.refused('withdrawCommitment', { commitment: 'money', reason }, 'D1-1')).toContain('already');
  });

  it('is taken back by whoever steers the cycle or is of operations, not by whoever once was', async () => {
    const run = await atCompiling({ approval: () => null });
    const once = 'D3-3';
    await run.send('changeLimit', { limit: { kind: 'budget', line: 'general', amount: 19_000_000 }, reason }, once);
    await run.to('approval');
    const sees = () =>
      sightOf(run.state, run.memory.organisation, authorityOf(run.memory.organisation, once, run.memory.now));
    expect(sees().whole).toBe(false);
    expect(run.refused('withdrawCommitment', { commitment: 'money', reason }, once)).toBe(
      'Only D1-1, whoever steers the cycle (D1-2, D1-3) and operations may take "money" back; ask one of them.',
    );
    const roles = new Map([[once, [{ role: 'operations', scope: null, until: null }] as const]]);
    run.memory.organisation = { ...run.memory.organisation, roles };
    expect(sees().whole).toBe(true);
    await run.send('withdrawCommitment', { commitment: 'money', reason }, once);
  });

  it('asks for a change by itself when money is taken back afterwards', async () => {
    const run = await atExecution({ changes: () => null });
    await run.send('withdrawCommitment', { commitment: 'money', reason }, 'D1-1');
    const [change] = Object.values(run.state.changes);
    expect(change).toMatchObject({
      what: { kind: 'budget', line: 'general', amount: 0 },
      by: 'D1-1',
      state: 'asked',
      effect: { money: -20_000_000 },
    });
    expect(change!.effect.faults[0]).toMatchObject({
      en: expect.stringMatching(/general has 0 CNY, but its offerings cost [\d,]+ CNY/),
      'zh-CN': expect.stringMatching(/general 有 0 元，而其班次费用为 [\d,]+ 元/),
    });
  });
});

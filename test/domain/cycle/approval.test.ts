import { describe, expect, it } from '@jest/globals';
import { authorityBy } from '../../../access/authority.ts';
import { sightOf } from '../../../access/sight/cycle.ts';
import { latestPlan } from '../../../domain/cycle/state.ts';
import type { Task } from '../../../domain/round/state.ts';
import { differenceView, versionsCompared } from '../../../views/cycle/difference.ts';
import { peopleOfPlan, planView, versionAsked } from '../../../views/cycle/plan.ts';
import { atCompiling, offeringOf } from './planned.ts';
import type { CycleRun } from './run.ts';

const comments = 'That day is the stocktaking.';
const APPROVE = { decision: 'approve' };
const asked = (run: CycleRun) =>
  run.events('ApprovalAsked').map((e) => [e.step, (e.approvers as { person: string }[]).map((a) => a.person)]);

/** Says yes, but for one who returns the plan the first time over one offering. */
function returning(who: string, course: string) {
  let told = false;
  return (task: Task, run: CycleRun) => {
    if (task.assignee !== who || told) return APPROVE;
    told = true;
    return { decision: 'return', touches: [offeringOf(run, course).id], comments };
  };
}

describe('the approval of the plan', () => {
  it('asks the heads of departments with people in it, then management, then HR, and freezes the plan', async () => {
    const run = await (await atCompiling()).to('execution');
    expect(asked(run)).toEqual([
      ['heads', ['D2-1', 'D3-1', 'D4-1']],
      ['management', ['D1-1']],
      ['hr', ['D1-3']],
    ]);
    const { version, digest } = latestPlan(run.state)!;
    expect(run.state.frozen).toMatchObject({ version, digest });
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(run.told('cycle.planFrozen')).toEqual(expect.arrayContaining(['D2-1', 'D1-1', 'D1-3', 'D1-2']));
  });

  it('waits for every head before management is asked', async () => {
    const run = await (await atCompiling({ approval: (t) => (t.assignee === 'D3-1' ? null : APPROVE) })).to('approval');
    await run.answer();
    expect(asked(run)).toHaveLength(1);
    await run.days(30);
    expect(asked(run)).toHaveLength(1);
    run.habits = { ...run.habits, approval: () => APPROVE };
    await run.to('execution');
  });

  it('opens again only what a return touches; approvals of others stand', async () => {
    const run = await atCompiling({ approval: returning('D3-1', 'C-PLAN') });
    const kept = () => latestPlan(run.state)!.plan.offerings.filter((o) => o.course !== 'C-PLAN');
    const before = kept();
    const { id } = offeringOf(run, 'C-PLAN');
    await run.to('approval');
    await run.answer();
    expect(run.state.stage).toBe('compiling');
    expect(run.events('PlanReturned')).toEqual([{ step: 'heads', by: ['D3-1'], touches: [id] }]);
    await run.send('amendOffering', { offering: id, days: ['2027-06-09'], reason: 'As D3 asks.' });
    expect(kept()).toEqual(before);
    expect(offeringOf(run, 'C-PLAN')).toMatchObject({ id, days: ['2027-06-09'] });
    await run.to('execution');
    expect(asked(run).slice(1)).toEqual([
      ['heads', ['D3-1']],
      ['management', ['D1-1']],
      ['hr', ['D1-3']],
    ]);
  });

  it('tells whoever sees less of a draft than of the approved plan no more of it as new than is new', async () => {
    const run = await atCompiling({ approval: returning('D3-1', 'C-PLAN') });
    await run.to('approval');
    await run.answer();
    const { id } = offeringOf(run, 'C-PLAN');
    await run.send('amendOffering', { offering: id, days: ['2027-06-09'], reason: 'As D3 asks.' });
    await run.to('execution');
    const { state } = run;
    const { organisation } = run.memory;
    const versions = state.versions.map((v) => v.version);
    const question = { from: versions[0]!, to: state.frozen!.version };
    const seen = (person: string) => {
      const reading = { state, organisation, sight: sightOf(state, organisation, authorityBy(person, [])) };
      const { difference } = differenceView(reading, versionsCompared(reading, question), new Map());
      // Nobody is named to whom the view says nothing of them.
      const plan = planView(reading, versionAsked(reading), new Map());
      const said = JSON.stringify({ ...plan, names: {} });
      expect(peopleOfPlan(reading, versionAsked(reading)).filter((p) => !said.includes(`"${p}"`))).toEqual([]);
      return { added: difference!.added.length, changed: difference!.changed.map((c) => c.id) };
    };
    expect(seen('D1-1')).toEqual({ added: 0, changed: [id] });
    // In the draft they saw what their own people were in: the other courses are not new because all see them now.
    expect(seen('D3-1')).toEqual({ added: 0, changed: [id] });
    expect(seen('D4-1')).toEqual({ added: 0, changed: [] });
  });

  it('asks whoever returned again, and HR last, when the return comes from HR', async () => {
    const run = await (await atCompiling({ approval: returning('D1-3', 'C-WELD') })).to('execution');
    const again = asked(run).slice(3);
    expect(again.at(-1)).toEqual(['hr', ['D1-3']]);
    expect(run.state.frozen!.version).toBe(latestPlan(run.state)!.version);
    expect(latestPlan(run.state)!.version).toBeGreaterThan(1);
  });

  it('opens the whole part of an approver who names nothing', async () => {
    let told = false;
    const run = await atCompiling({
      approval: (t) => {
        if (t.assignee !== 'D4-1' || told) return APPROVE;
        told = true;
        return { decision: 'return', comments };
      },
    });
    const part = latestPlan(run.state)!
      .plan.offerings.filter((o) => o.participants.some((p) => p.startsWith('D4')))
      .map((o) => o.id);
    await run.to('approval');
    await run.answer();
    expect(run.events('PlanReturned')[0]!.touches).toEqual(part);
  });

  it('records conditions, goes on, and tells whoever runs the cycle', async () => {
    const run = await atCompiling({
      approval: (t) =>
        t.assignee === 'D2-1' ? { decision: 'conditions', conditions: 'Only if the hall is heated.' } : APPROVE,
    });
    await run.to('execution');
    expect(run.state.approvals.filter((a) => a.answer === 'conditions').map((a) => a.person)).toEqual(['D2-1']);
    expect(run.alarms).toContain('plan-conditions');
  });

  it('asks everybody again when operations run it again', async () => {
    const run = await (await atCompiling({ approval: (t) => (t.assignee === 'D1-3' ? null : APPROVE) })).to('approval');
    while (await run.answer());
    expect(asked(run)).toHaveLength(3);
    await run.send('reopenStage', { stage: 'approval', reason: 'A form was wrong.' });
    while (await run.answer());
    expect(
      asked(run)
        .slice(3)
        .map(([step]) => step),
    ).toEqual(['heads', 'management', 'hr']);
    expect(run.state.versions).toHaveLength(1);
  });

  it('lets approvals stand that operations have not touched by reopening the compilation', async () => {
    const run = await (await atCompiling({ approval: (t) => (t.assignee === 'D1-3' ? null : APPROVE) })).to('approval');
    while (await run.answer());
    await run.send('reopenStage', { stage: 'compiling', reason: 'A hall is shut.' });
    await run.send('amendOffering', { offering: offeringOf(run, 'C-PLAN').id, days: ['2027-06-09'], reason: 'Shut.' });
    await run.to('approval');
    while (await run.answer());
    expect(asked(run)[3]).toEqual(['heads', ['D3-1']]);
  });

  it('needs words with a return', async () => {
    const run = await (await atCompiling({ approval: () => null })).to('approval');
    await expect(run.submit('approval', 'A-1', { decision: 'return' })).rejects.toThrow('Comments');
  });
});

describe('who approves', () => {
  it('asks the deputy of somebody who is away for the whole step, and the next manager of one who has none', async () => {
    const run = await atCompiling({}, { terms: { deputies: { 'D2-1': 'D2-3' } } });
    run.away('D2-1', '2026-12-01', '2027-12-31');
    run.away('D3-1', '2026-12-01', '2027-12-31');
    await run.to('execution');
    const [heads] = run.events('ApprovalAsked');
    expect(heads!.approvers).toMatchObject([
      { person: 'D2-3', department: 'D2', insteadOf: 'D2-1', why: 'away' },
      { person: 'D1-1', department: 'D3', insteadOf: 'D3-1', why: 'away' },
      { person: 'D4-1', department: 'D4', insteadOf: null, why: null },
    ]);
  });

  it('asks another for a head who runs the cycle', async () => {
    const run = await atCompiling({}, { terms: { operations: ['D2-1'] } });
    await run.to('execution');
    const [heads] = run.events('ApprovalAsked');
    expect(heads!.approvers).toMatchObject([
      { person: 'D1-1', department: 'D2', insteadOf: 'D2-1', why: 'own' },
      {},
      {},
    ]);
  });

  it('does not let whoever made the plan approve it, nor take it by delegation', async () => {
    const run = await atCompiling({}, { terms: { approval: { management: ['D1-1'], hr: ['D1-4', 'D1-3'] } } });
    const limit = { kind: 'days', daysAPerson: 9 };
    await run.send('changeLimit', { limit, reason: 'Not more.' }, 'D1-4');
    run.habits = { ...run.habits, approval: (t) => (t.assignee === 'D1-3' ? null : APPROVE) };
    await run.to('approval');
    for (let i = 0; i < 5; i++) await run.answer();
    expect(asked(run).at(-1)).toEqual(['hr', ['D1-1', 'D1-3']]);
    const reason = 'You know the plan.';
    await expect(run.inRound('approval', 'delegate', { task: 'A-2', to: 'D1-4', reason }, 'D1-3')).rejects.toThrow(
      'D1-4',
    );
  });

  it('counts whoever has changed a limit among those who made it', async () => {
    const run = await atCompiling();
    const limit = { kind: 'budget', line: 'general', amount: 19_000_000 };
    await run.send('changeLimit', { limit, reason: 'Less this year.' }, 'D1-3');
    await run.to('execution');
    expect(asked(run).at(-1)).toEqual(['hr', ['D1-1']]);
  });

  it('waits, and says so, when nobody is left; and goes on when somebody is', async () => {
    const run = await atCompiling({}, { terms: { approval: { management: ['D1-1'], hr: ['D1-3'] } } });
    run.away('D1-1', '2026-12-01', '2027-12-31');
    await run.to('approval');
    while (await run.answer());
    expect(run.state.stage).toBe('approval');
    expect(run.alarms).toContain('approver-missing');
    await run.days(3);
    expect(run.events('ApprovalAsked').filter((e) => e.step === 'management')).toHaveLength(1);
    run.change('D1-1', { absences: [] });
    await run.look();
    await run.to('execution');
  });

  it('asks the next when an approver steps back', async () => {
    const run = await (await atCompiling({ approval: (t) => (t.assignee === 'D2-1' ? null : APPROVE) })).to('approval');
    await run.inRound('approval', 'recuse', { task: 'A-1', reason: 'My brother teaches it.' }, 'D2-1');
    await run.to('execution');
    expect(asked(run)[1]).toEqual(['heads', ['D1-1']]);
  });

  it('needs nobody for an empty plan but management and HR', async () => {
    const run = await (await atCompiling({}, { wanted: [] })).to('execution');
    expect(asked(run).map(([step]) => step)).toEqual(['heads', 'management', 'hr']);
    expect(asked(run)[0]).toEqual(['heads', []]);
  });
});

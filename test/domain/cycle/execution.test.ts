import { describe, expect, it } from '@jest/globals';
import { latestPlan } from '../../../domain/cycle/state.ts';
import type { OfferingState } from '../../../domain/offering/state.ts';
import { atCompiling, atExecution, offeringOf, WANTED } from './planned.ts';
import type { CycleRun } from './run.ts';

const offering = (run: CycleRun, id: string) =>
  run.memory.streams.get(`offering:plan-2027.${id}`)?.state as OfferingState | undefined;

describe('strict execution', () => {
  it('starts every approved line, and nothing before the plan is frozen', async () => {
    const run = await (await atCompiling({ approval: () => null })).to('approval');
    expect([...run.memory.streams.keys()].filter((id) => id.startsWith('offering:'))).toEqual([]);
    run.habits = { ...run.habits, approval: () => ({ decision: 'approve' }) };
    await run.to('execution');
    const { plan, digest } = latestPlan(run.state)!;
    for (const planned of plan.offerings) {
      expect(offering(run, planned.id)!.terms).toMatchObject({ cycle: 'cycle:plan-2027', planned, digest });
    }
    expect(Object.keys(run.state.offerings).sort()).toEqual(plan.offerings.map((o) => o.id).sort());
    expect(run.memory.refusedOrders).toEqual([]);
  });

  it('gives each offering the levels that its people had before; one that is missing stays so', async () => {
    const run = await atExecution();
    const { id, participants } = offeringOf(run, 'C-WELD');
    const { baseline, place } = offering(run, id)!.terms!;
    expect(baseline).toHaveLength(participants.length);
    expect(baseline[0]).toEqual({
      person: participants[0],
      element: 'welding',
      required: '5.00',
      importance: '4.50',
      rated: null,
    });
    expect(['Hall', 'Workshop']).toContain(place);
  });

  it('watches what is under way', async () => {
    const run = await atExecution();
    const open = run.memory.status(run.id).rounds.filter((r) => r.startsWith('offering:'));
    expect(open).toHaveLength(latestPlan(run.state)!.plan.offerings.length);
  });

  it('waits for the word on an emergency before it goes on', async () => {
    const run = await atExecution({ changes: () => null }, { wanted: WANTED.slice(2) });
    const { id } = offeringOf(run, 'C-PLAN');
    const change = { kind: 'cancel', offering: id };
    await run.send('requestChange', { change, emergency: true, reason: 'The trainer is ill.' });
    await run.look();
    expect(run.state.stage).toBe('execution');
    run.habits = { ...run.habits, changes: () => ({ decision: 'reject', comment: 'Find another.' }) };
    await run.answer();
    expect(Object.values(run.state.lines)).toMatchObject([{ course: 'C-PLAN' }]);
    expect(run.state.stage).toBe('execution');
  });

  it('does not wait for the word on what is over', async () => {
    const run = await atExecution({ changes: () => null }, { wanted: WANTED.slice(2) });
    const { id } = offeringOf(run, 'C-PLAN');
    const change = { kind: 'seats', offering: id, seats: 5 };
    await run.send('requestChange', { change, reason: 'A smaller hall.' });
    const { participants, trainer, days } = run.state.lines[id]!;
    await run.memory.until(Date.parse(`${days[0]}T18:00:00+08:00`));
    const there = { present: participants, absent: [] };
    expect(run.memory.send(`offering:plan-2027.${id}`, 'recordAttendance', there, trainer!)).toBeNull();
    await run.memory.until(Date.parse('2028-01-11T09:00:00+08:00'));
    expect(run.state.offerings[id]!.result).not.toBeNull();
    expect(run.state.changes['C-001']!.state).toBe('rejected');
    expect(run.round('changes')!.tasks.get('C-001')!.state).toBe('withdrawn');
    expect(run.memory.refusedOrders).toEqual([]);
    expect(run.events('StageStarted').map((e) => e.stage)).toContain('effect');
  });

  it('tells operations when its date has come and offerings are still under way', async () => {
    const run = await atExecution();
    await run.memory.until(Date.parse('2028-01-20T09:00:00+08:00'));
    expect(run.state.stage).toBe('execution');
    expect(run.alarms.filter((what) => what === 'offerings-open')).toHaveLength(1);
    await run.send('finishStage', { stage: 'execution', reason: 'We wait no longer.' });
    expect(run.events('StageStarted').map((e) => e.stage)).toContain('effect');
  });

  it('goes on to the effect when all have come to their end', async () => {
    const run = await atExecution();
    for (const { id } of latestPlan(run.state)!.plan.offerings) {
      const change = { kind: 'cancel', offering: id };
      await run.send('requestChange', { change, reason: 'The works are shut.' });
      await run.answer();
      await run.look();
    }
    expect(Object.values(run.state.offerings).every((o) => o.result?.held === false)).toBe(true);
    expect(run.events('StageStarted').map((e) => e.stage)).toContain('effect');
  });
});

import { describe, expect, it } from '@jest/globals';
import { planLines } from '../../../domain/cycle/compiling/plan-view.ts';
import type { OfferingState } from '../../../domain/offering/state.ts';
import type { Task } from '../../../domain/round/state.ts';
import { atExecution, offeringOf } from './planned.ts';
import type { CycleRun } from './run.ts';

const reason = 'The works are shut that week.';
const DAY = '2027-06-09';
const NO = { decision: 'reject', comment: 'Not this year.' };

const offering = (run: CycleRun, id: string) =>
  run.memory.streams.get(`offering:plan-2027.${id}`)!.state as OfferingState;
const move = (run: CycleRun, course = 'C-PLAN', day = DAY) => ({
  kind: 'move',
  offering: offeringOf(run, course).id,
  days: [day],
  room: 'R-2',
});
const task = (run: CycleRun): Task => [...run.round('changes')!.tasks.values()].at(-1)!;

describe('change requests', () => {
  it('is carried out once HR has approved it, and the offering is told', async () => {
    const run = await atExecution();
    const { id } = offeringOf(run, 'C-PLAN');
    const change = move(run);
    await run.send('requestChange', { change, reason });
    expect(run.state.changes['C-001']).toMatchObject({ state: 'asked', approver: 'D1-3', effect: { faults: [] } });
    expect(run.state.lines[id]!.days).not.toEqual([DAY]);
    await run.answer();
    expect(run.state.changes['C-001']).toMatchObject({ state: 'applied' });
    expect(run.state.lines[id]).toMatchObject({ days: [DAY], room: 'R-2' });
    expect(offering(run, id).planned).toEqual(run.state.lines[id]);
    expect(planLines(run.state).find((l) => l.planned.id === id)!.changes).toEqual([
      { id: 'C-001', emergency: false, state: 'applied', by: 'D1-2' },
    ]);
    expect(run.memory.refusedOrders).toEqual([]);
    expect(run.told('cycle.changeDecided')).toEqual(['D1-2']);
  });

  it('changes nothing when it is refused', async () => {
    const run = await atExecution({ changes: () => NO });
    const before = run.state.lines;
    const change = move(run);
    await run.send('requestChange', { change, reason });
    await run.answer();
    expect(run.state.changes['C-001']!.state).toBe('rejected');
    expect(run.state.lines).toEqual(before);
  });

  it('shows the effect on money and people', async () => {
    const run = await atExecution({ changes: () => null });
    const { id, participants } = offeringOf(run, 'C-WELD');
    const out = participants[0]!;
    await run.send('requestChange', { change: { kind: 'participants', offering: id, remove: [out] }, reason });
    expect(run.state.changes['C-001']!.effect).toEqual({ money: -5000, people: [out], faults: [] });
    const twice = run.refused('requestChange', { change: { kind: 'cancel', offering: id }, reason });
    expect(twice).toContain('C-001');
  });

  it('goes to the head of the department for people, to management for money', async () => {
    const run = await atExecution({ changes: () => null });
    const { id } = offeringOf(run, 'C-PLAN');
    await run.send('requestChange', { change: { kind: 'participants', offering: id, remove: ['D3-5'] }, reason });
    expect(run.state.changes['C-001']!.approver).toBe('D3-1');
    const weld = offeringOf(run, 'C-WELD').id;
    await run.send('requestChange', { change: { kind: 'participants', offering: weld, add: ['D5-5'] }, reason });
    expect(run.state.changes['C-002']!.approver).toBe('D1-1');
    await run.send('requestChange', { change: { kind: 'budget', line: 'general', amount: 30_000_000 }, reason });
    expect(run.state.changes['C-003']!.approver).toBe('D1-1');
  });

  it('is asked for by its number, which nobody can take before', async () => {
    const run = await atExecution({ changes: () => null });
    const { id } = offeringOf(run, 'C-PLAN');
    await run.send('requestChange', { change: { kind: 'participants', offering: id, remove: ['D3-5'] }, reason });
    const add = (task: string) => {
      const added = { tasks: [{ id: task, assignee: 'D1-3', about: 'C-001' }] };
      return run.memory.send(run.round('changes')!.stream, 'addTasks', added, 'D1-2');
    };
    expect(add('C-002')).toMatchObject({ code: 'not-allowed' });
    expect(add('+C-002')).toBeNull();
    await run.send('requestChange', { change: { kind: 'budget', line: 'general', amount: 30_000_000 }, reason });
    expect(run.memory.refusedOrders).toEqual([]);
    expect(run.state.changes['C-002']).toMatchObject({ state: 'asked', task: 'C-002' });
    expect(run.round('changes')!.tasks.get('C-002')).toMatchObject({ assignee: 'D1-1', about: 'C-002' });
  });

  it('is never decided by whoever asked for it', async () => {
    const run = await atExecution({ changes: () => null });
    const change = { kind: 'budget', line: 'general', amount: 30_000_000 };
    await run.send('requestChange', { change, reason }, 'D1-1');
    expect(run.state.changes['C-001']!.approver).toBeNull();
    expect(run.alarms).toContain('approver-missing');
    const { id } = offeringOf(run, 'C-PLAN');
    await run.send(
      'requestChange',
      { change: { kind: 'participants', offering: id, remove: ['D3-5'] }, reason },
      'D3-1',
    );
    expect(run.state.changes['C-002']!.approver).toBe('D1-1');
  });

  it('is asked for by operations, the trainer, or a head concerned', async () => {
    const run = await atExecution({ changes: () => null });
    const change = move(run);
    expect(run.refused('requestChange', { change, reason }, 'D2-5')).toContain('(D1-2, D1-3) and operations may ask');
    expect(run.refused('requestChange', { change, reason }, 'D5-1')).toContain('(D1-2, D1-3) and operations may ask');
    await run.send('requestChange', { change, reason }, offeringOf(run, 'C-PLAN').trainer!);
    const safe = { kind: 'cancel', offering: offeringOf(run, 'C-SAFE').id };
    await run.send('requestChange', { change: safe, reason }, 'D4-1');
  });

  it('brings in and takes out, for a head, nobody but their own people, and says of others nothing', async () => {
    const run = await atExecution({ changes: () => null });
    const { id } = offeringOf(run, 'C-PLAN');
    const people = (change: object, actor: string, emergency = false) =>
      run.refused(
        'requestChange',
        { change: { kind: 'participants', offering: id, ...change }, emergency, reason },
        actor,
      );
    const swap = { add: ['D5-5'], remove: ['D3-5'] };
    for (const emergency of [true, false])
      expect(people(swap, 'D5-1', emergency)).toContain('departments that you head');
    expect(run.state.lines[id]!.participants).toContain('D3-5');
    // Whether somebody takes part is not told by the refusal.
    for (const [one, other] of [
      [{ remove: ['D3-5'] }, { remove: ['D4-5'] }],
      [{ add: ['D3-5'] }, { add: ['D4-5'] }],
      [{ add: ['D5-5', 'D3-5'] }, { add: ['D5-5', 'D4-5'] }],
    ]) {
      expect(people(one!, 'D5-1')).toBe(people(other!, 'D5-1'));
      expect(people(one!, 'D5-1')).not.toContain('D3-5');
    }
    const planned = { ...offeringOf(run, 'C-WELD'), days: [DAY], participants: ['D4-5', 'D3-5'] };
    expect(run.refused('requestChange', { change: { kind: 'add', planned }, reason }, 'D4-1')).toContain('you head');
    await run.send('requestChange', { change: { kind: 'participants', offering: id, add: ['D5-5'] }, reason }, 'D5-1');
    expect(run.state.changes['C-001']).toMatchObject({ state: 'asked', by: 'D5-1' });
  });

  it('goes to HR when the people of several heads are concerned, of whom none speaks for the others', async () => {
    const run = await atExecution({ changes: () => null });
    const weld = { kind: 'participants', offering: offeringOf(run, 'C-WELD').id, remove: ['D2-5', 'D2-6', 'D3-5'] };
    await run.send('requestChange', { change: weld, reason });
    expect(run.state.changes['C-001']!.approver).toBe('D1-3');
  });

  it('says nothing about an offering to those who may not ask about it', async () => {
    const run = await atExecution({ changes: () => null });
    const ask = () => run.refused('requestChange', { change: move(run), reason }, 'D5-1');
    const before = ask();
    await run.send('requestChange', { change: move(run), reason });
    expect(ask()).toBe(before);
    expect(run.refused('requestChange', { change: move(run), reason }, 'D3-1')).toContain('C-001');
    const line = (id: string) =>
      run.refused('requestChange', { change: { kind: 'budget', line: id, amount: 1 }, reason }, 'D5-1');
    expect(line('none')).toBe(line('general'));
  });

  it('names the limit that it breaks, with what is not the own, to those alone who see the whole plan', async () => {
    const run = await atExecution();
    run.away('D4-6', DAY, DAY);
    const safe = { ...move(run, 'C-SAFE'), days: [DAY, '2027-06-10'] };
    const say = (change: object, actor: string) => run.why('requestChange', { change, reason }, actor);
    for (const person of ['D1-2', 'D1-3', 'D1-1', 'D4-1'])
      expect(say(safe, person).en).toContain(`D4-6 is away on ${DAY}`);
    for (const person of ['D2-1', offeringOf(run, 'C-SAFE').trainer!]) {
      const told = say(safe, person);
      expect(told.en).toContain('somebody in it cannot be there on these days');
      expect(told['zh-CN']).toContain('有人在这些日期不能到场');
      expect(JSON.stringify(told)).not.toContain('D4-6');
    }
    // Another offering in the room; the hours of a trainer; money.
    const weld = offeringOf(run, 'C-WELD');
    const { id, days, room } = offeringOf(run, 'C-PLAN');
    const there = { kind: 'move', offering: weld.id, days, room };
    expect(say(there, 'D1-2').en).toContain(`is taken by ${id}`);
    expect(JSON.stringify(say(there, 'D2-1'))).toMatch(/the room cannot be had .+场地/);
    expect(JSON.stringify(say(there, 'D2-1'))).not.toContain(id);
    const teaches = { kind: 'trainer', offering: id, trainer: 'D4-2' };
    expect(say(teaches, 'D3-1')).toMatchObject({
      en: expect.stringMatching(/the trainer cannot teach it .+ or may not/),
    });
    // What is of the offering alone is told whole.
    expect(say({ kind: 'seats', offering: weld.id, seats: 13 }, 'D3-1').en).toContain('12 seats');
  });

  it('is refused with the first limit that it would break', async () => {
    const run = await atExecution();
    const say = (change: object, emergency = false) => run.refused('requestChange', { change, emergency, reason });
    expect(say({ ...move(run), days: ['2027-06-12'] })).toContain('2027-06-12');
    expect(say({ ...move(run), days: ['2026-12-01'] }, true)).toContain('2026-12-01');
    const { id } = offeringOf(run, 'C-PLAN');
    expect(say({ kind: 'seats', offering: id, seats: 13 })).toContain('12 seats');
    expect(say({ kind: 'trainer', offering: id, trainer: 'D4-2' })).toContain('D4-2');
    expect(say({ kind: 'budget', line: 'general', amount: 1000 })).toContain('general');
    expect(say({ kind: 'participants', offering: id, remove: ['D3-5', 'D3-6'] })).toContain('C-PLAN');
    expect(say({ kind: 'cancel', offering: 'O-999' })).toContain('O-999');
  });

  it('adds an offering that meets a need, which then starts like all others', async () => {
    const run = await atExecution();
    const like = offeringOf(run, 'C-WELD');
    const planned = { ...like, id: 'O-900', days: [DAY], participants: ['D4-5', 'D4-6'], cost: 0 };
    await run.send('requestChange', { change: { kind: 'add', planned }, reason });
    const { what } = run.state.changes['C-001']!;
    const id = what.kind === 'add' ? what.planned.id : '';
    expect(run.state.offerings[id]).toBeUndefined();
    await run.answer();
    expect(offering(run, id).terms!.planned).toMatchObject({ id, days: [DAY], course: 'C-WELD' });
    const stray = { ...planned, needs: ['M-0077'] };
    expect(run.refused('requestChange', { change: { kind: 'add', planned: stray }, reason })).toContain('M-0077');
  });

  it('can be withdrawn while it waits, by whoever asked', async () => {
    const run = await atExecution({ changes: () => null });
    await run.send('requestChange', { change: move(run), reason }, 'D3-1');
    const ofOthers = run.refused('withdrawChange', { change: 'C-001', reason }, 'D4-1');
    expect(ofOthers).toContain('no change request C-001 of yours');
    expect(ofOthers).toBe(run.refused('withdrawChange', { change: 'C-009', reason }, 'D4-1').replace('C-009', 'C-001'));
    await run.send('withdrawChange', { change: 'C-001', reason }, 'D3-1');
    expect(task(run).state).toBe('withdrawn');
    expect(run.refused('withdrawChange', { change: 'C-001', reason }, 'D3-1')).toContain('withdrawn');
  });

  it('passes on to somebody else when the approver steps back', async () => {
    const run = await atExecution({ changes: () => null });
    await run.send('requestChange', { change: move(run), reason });
    await run.inRound('changes', 'recuse', { task: 'C-001', reason: 'I teach it.' }, 'D1-3');
    await run.look();
    expect(run.state.changes['C-001']).toMatchObject({ approver: 'D1-1', task: 'C-001:2' });
    run.habits = { ...run.habits, changes: () => ({ decision: 'approve' }) };
    await run.answer();
    expect(run.state.changes['C-001']!.state).toBe('applied');
  });

  it('fails when its room was taken meanwhile, and whoever asked and whoever approved are told why', async () => {
    const run = await atExecution({ changes: () => null });
    await run.send('requestChange', { change: move(run), reason });
    await run.send('requestChange', { change: move(run, 'C-WELD'), reason });
    run.habits = { ...run.habits, changes: () => ({ decision: 'approve' }) };
    await run.answer();
    expect(Object.values(run.state.changes).map((c) => c.state)).toEqual(['applied', 'failed']);
    expect(run.state.changes['C-002']!.failure).toMatchObject({
      en: expect.stringContaining('R-2'),
      'zh-CN': expect.stringContaining('R-2'),
    });
    expect(run.told('cycle.changeDecided')).toEqual(['D1-2', 'D1-2', 'D1-3']);
    expect(run.alarms).toContain('change-failed');
  });

  it('are not taken before the plan is approved', async () => {
    const { atCompiling } = await import('./planned.ts');
    const run = await atCompiling();
    expect(run.refused('requestChange', { change: move(run), reason })).toContain('approved');
  });
});

describe('emergency changes', () => {
  const emergency = async (run: CycleRun, change: object) =>
    run.send('requestChange', { change, emergency: true, reason });

  it('is carried out at once, marked, and confirmed afterwards', async () => {
    const run = await atExecution();
    const change = move(run);
    await emergency(run, change);
    expect(run.state.lines[change.offering]!.days).toEqual([DAY]);
    expect(run.state.changes['C-001']).toMatchObject({ state: 'applied', emergency: true });
    await run.answer();
    expect(run.state.changes['C-001']!.state).toBe('confirmed');
    expect(planLines(run.state).find((l) => l.planned.id === change.offering)!.changes[0]!.emergency).toBe(true);
  });

  it('is undone when it is refused: the line is as it was, and the offering is told', async () => {
    const run = await atExecution({ changes: () => NO });
    const change = move(run);
    const before = run.state.lines[change.offering];
    await emergency(run, change);
    await run.answer();
    expect(run.state.changes['C-001']!.state).toBe('undone');
    expect(run.state.lines[change.offering]).toEqual(before);
    expect(offering(run, change.offering).planned).toEqual(before);
    expect(run.alarms).toContain('change-undone');
  });

  it('holds again under a new number what was cancelled', async () => {
    const run = await atExecution({ changes: () => NO });
    const before = offeringOf(run, 'C-PLAN');
    await emergency(run, { kind: 'cancel', offering: before.id });
    expect(offering(run, before.id).phase).toBe('cancelled');
    await run.answer();
    const [id] = Object.keys(run.state.lines).filter((o) => run.state.lines[o]!.course === 'C-PLAN');
    expect(id).not.toBe(before.id);
    expect(offering(run, id!).terms!.planned).toEqual({ ...before, id });
  });

  it('does not hold what cannot be as it was', async () => {
    let word: object = NO;
    const run = await atExecution({ changes: (t) => (t.id === 'C-002' ? { decision: 'approve' } : null) });
    const plan = offeringOf(run, 'C-PLAN');
    await emergency(run, move(run));
    const weld = { kind: 'move', offering: offeringOf(run, 'C-WELD').id, days: plan.days, room: plan.room };
    await run.send('requestChange', { change: weld, reason });
    await run.answer();
    expect(run.state.changes['C-002']!.state).toBe('applied');
    run.habits = { ...run.habits, changes: () => word as never };
    await run.answer();
    word = {};
    expect(run.state.changes['C-001']!.state).toBe('undone');
    expect(run.state.lines[plan.id]).toBeUndefined();
    expect(offering(run, plan.id).phase).toBe('cancelled');
  });

  it('leaves as it is what has begun before the refusal', async () => {
    const run = await atExecution({ changes: () => null });
    const change = move(run);
    await emergency(run, change);
    await run.memory.until(Date.parse(`${DAY}T12:00:00+08:00`));
    run.habits = { ...run.habits, changes: () => NO };
    await run.answer();
    expect(run.state.changes['C-001']!.state).toBe('undone');
    expect(run.state.lines[change.offering]!.days).toEqual([DAY]);
  });

  it('is for operations, HR and the trainer of the course alone', async () => {
    const run = await atExecution({ changes: () => null });
    const change = { kind: 'participants', offering: offeringOf(run, 'C-PLAN').id, remove: ['D3-5'] };
    for (const person of ['D3-1', 'D1-1'])
      expect(run.refused('requestChange', { change, emergency: true, reason }, person)).toContain('at once');
    await run.send('requestChange', { change, emergency: true, reason }, offeringOf(run, 'C-PLAN').trainer!);
    const weld = { ...change, offering: offeringOf(run, 'C-WELD').id };
    await run.send('requestChange', { change: weld, emergency: true, reason }, 'D1-3');
    expect(Object.values(run.state.changes).map((c) => c.state)).toEqual(['applied', 'applied']);
  });

  it('never moves money', async () => {
    const run = await atExecution();
    const change = { kind: 'budget', line: 'general', amount: 30_000_000 };
    expect(run.refused('requestChange', { change, emergency: true, reason })).toContain('emergency');
  });
});

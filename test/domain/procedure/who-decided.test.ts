import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import type { Memory } from '../../../domain/turn/memory.ts';
import { atCompiling, atExecution, offeringOf } from '../cycle/planned.ts';
import { CycleRun, OPS } from '../cycle/run.ts';
import { Course, TRAINER } from '../offering/scenario.ts';
import { withOperations } from '../selection/company.ts';
import { Scenario } from '../selection/scenario.ts';

const reason = 'You know best.';
const APPROVE = { decision: 'approve' };

function delegate(memory: Memory, round: StreamId, task: string, from: string, to: string): void {
  expect(memory.send(round, 'delegate', { task, to, reason }, from)).toBeNull();
}

test('an approval is of whoever gave it, for the department of whoever was asked', async () => {
  const run = await (await atCompiling({ approval: () => null })).to('approval');
  const { stream } = run.round('approval')!;
  delegate(run.memory, stream, 'A-1', 'D2-1', 'D2-3');
  await run.submit('approval', 'A-1', { decision: 'conditions', conditions: 'Only if the hall is heated.' });
  expect(run.state.approvals).toMatchObject([{ person: 'D2-3', department: 'D2', slot: 'D2', answer: 'conditions' }]);
  run.habits = { ...run.habits, approval: () => APPROVE };
  await run.to('execution');
  expect(run.events('ApprovalGiven').map((e) => e.person)).not.toContain('D2-1');
});

test('whoever was added to an approval by hand does not approve, nor return', async () => {
  const run = await (await atCompiling({ approval: () => null })).to('approval');
  const { stream } = run.round('approval')!;
  const added = { tasks: [{ id: '+A-4', assignee: 'D4-4' }] };
  expect(run.memory.send(stream, 'addTasks', added, OPS)).toBeNull();
  await run.submit('approval', '+A-4', { decision: 'return', comments: 'Not this year.' });
  expect(run.state.approvals).toEqual([]);
  for (const id of ['A-1', 'A-2']) await run.submit('approval', id, APPROVE);
  expect(run.round('approval')!.stream).toBe(stream);
  expect(run.round('approval')!.phase).toBe('open');
  await run.submit('approval', 'A-3', APPROVE);
  run.habits = { ...run.habits, approval: () => APPROVE };
  await run.to('execution');
  expect(run.events('PlanReturned')).toEqual([]);
});

test('a commitment, an agreement, a change and an objection name who decided them', async () => {
  const run = await (await atCompiling({ commitments: () => null })).to('commitments');
  delegate(run.memory, run.round('commitments')!.stream, 'hall', 'D2-1', 'D2-4');
  run.habits = { ...run.habits, commitments: () => ({ answer: 'give' }) };
  await run.to('approval');
  expect(run.events('CommitmentAnswered')).toMatchObject([
    { commitment: 'money', by: 'D1-1' },
    { commitment: 'hall', by: 'D2-4' },
  ]);
  expect(run.refused('withdrawCommitment', { commitment: 'hall', reason }, 'D3-4')).toContain('may take "hall" back');
  await run.send('withdrawCommitment', { commitment: 'hall', reason }, 'D2-4');

  const planned = await atExecution({ changes: () => null });
  const change = { kind: 'participants', offering: offeringOf(planned, 'C-PLAN').id, remove: ['D3-5'] };
  await planned.send('requestChange', { change, reason });
  delegate(planned.memory, planned.round('changes')!.stream, 'C-001', 'D3-1', 'D3-4');
  await planned.submit('changes', 'C-001', APPROVE);
  expect(planned.events('ChangeApplied')).toMatchObject([{ change: 'C-001', by: 'D3-4' }]);

  const s = await (await new Scenario({ agreements: () => null, objections: () => null }).start()).to('call');
  await s.apply('D2-2');
  const code = s.codeOf('D2-2');
  s.memory.send(s.round('agreements')!.stream, 'reassign', { tasks: [code], to: 'D2-3', reason }, OPS);
  s.habits.agreements = () => ({ agrees: true });
  await s.to('notice');
  expect(s.events('AgreementSettled')).toEqual([{ application: code, answer: 'agreed', by: 'D2-3' }]);
  await s.send('raiseObjection', { about: null, grounds: 'It was not posted.' }, 'D4-6');
  const { asked } = s.state.objections['O-1']!;
  s.memory.send(asked.round, 'reassign', { tasks: [asked.task], to: 'D5-6', reason }, OPS);
  s.habits.objections = () => ({ upheld: false, findings: 'It was.' });
  await s.answer();
  expect(s.events('ObjectionResolved')).toMatchObject([{ objection: 'O-1', by: 'D5-6' }]);
  expect(s.state.objections['O-1']!.asked.who).toBe('D5-6');
});

test('what somebody had answered before their task was opened again is not said by whoever has it then', async () => {
  const s = await (await new Scenario({ endorsements: () => null }).start()).to('publicity');
  const { stream, tasks } = s.round('endorsements')!;
  const { id, assignee } = [...tasks.values()].at(-1)!;
  const words = { supports: true, words: 'Go and teach.' };
  expect(s.memory.send(stream, 'submit', { task: id, answer: words }, assignee)).toBeNull();
  expect(s.memory.send(stream, 'reopen', { task: id, reason }, OPS)).toBeNull();
  delegate(s.memory, stream, id, assignee, 'D3-4');
  await s.to('call');
  const { supporting, silent } = s.state.endorsements!;
  expect(supporting).not.toContain('D3-4');
  expect(silent).toContain('D3-4');
});

test('what is about somebody goes back with them to a supervisor who has had it before', async () => {
  const run = await new CycleRun({ ratings: () => null }).open();
  await run.to('ratings');
  const holder = () => run.round('ratings')!.tasks.get('D2-5')!.assignee;
  const before = holder();
  for (const manager of ['D3-1', before, 'D3-1']) {
    run.change('D2-5', { manager });
    await run.look();
    expect(holder()).toBe(manager);
  }
  await run.inRound('ratings', 'delegate', { task: 'D2-5', to: 'D3-2', reason }, 'D3-1');
  await run.look();
  expect(holder()).toBe('D3-2');

  const c = new Course({ seats: () => null, support: () => null }).open();
  await c.to('invitation');
  const first = c.round('support').tasks.get('D2-3')!.assignee;
  for (const manager of ['D3-1', first]) {
    c.hire('D2-3', { manager });
    expect(c.round('support').tasks.get('D2-3')!.assignee).toBe(manager);
  }
});

test('whoever has a seat puts down who was there only where nobody else can', async () => {
  const c = new Course({ attendance: () => null }).open({ trainer: 'D2-2' });
  await c.to('teaching');
  await c.until('2027-04-12', '23:00');
  const [asked] = c.round('attendance').tasks.values();
  expect(asked!.assignee).toBe(OPS);
  const all = { present: c.state.planned!.participants, absent: [] };
  expect(c.refused('recordAttendance', all, 'D2-2')).toBe('not-allowed');
  c.send('recordAttendance', all);
});

test('where nobody who runs the cycle is of operations, all of operations are asked who was there, and may say so', async () => {
  const c = new Course({ attendance: () => 'decline' }).open();
  await c.until('2027-04-10');
  c.memory.organisation = withOperations(c.memory.organisation, 'D5-2', 'D5-3');
  await c.until('2027-04-14');
  const asked = Object.values(c.state.rounds).filter((r) => r.purpose === 'attendance');
  expect(new Set(asked.flatMap((r) => r.people))).toEqual(new Set([TRAINER, 'D5-2', 'D5-3']));
  const all = { present: c.state.planned!.participants, absent: [] };
  for (const other of [OPS, 'D5-4']) expect(c.refused('recordAttendance', all, other)).toBe('not-yours');
  c.send('recordAttendance', all, 'D5-3');
  const score = { person: all.present[0]!, score: 80 };
  expect(c.refused('recordTests', { scores: [score] }, OPS)).toBe('not-yours');
  c.send('recordTests', { scores: [score] }, 'D5-2');
});

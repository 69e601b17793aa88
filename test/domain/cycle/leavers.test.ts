import { expect, test } from '@jest/globals';
import type { CyclePurpose } from '../../../contracts/cycle.ts';
import { atCompiling, atExecution, offeringOf } from './planned.ts';
import { CycleRun, DAY, OPS } from './run.ts';

const reason = 'You know best.';
const task = (run: CycleRun, purpose: CyclePurpose, id: string) => run.round(purpose)!.tasks.get(id)!;

async function leave(run: CycleRun, ...people: string[]): Promise<void> {
  for (const person of people) run.change(person, { employed: false });
  await run.look();
}

function appoint(run: CycleRun, department: string, head: string): void {
  const departments = new Map(run.memory.organisation.departments);
  departments.set(department, { ...departments.get(department)!, head });
  run.memory.organisation = { ...run.memory.organisation, departments };
}

test('the return of a department goes to whoever heads it now, with time to answer', async () => {
  const run = await (await new CycleRun({ needs: () => null }).open()).to('needs');
  await run.memory.until(task(run, 'needs', 'D2').due - DAY);
  appoint(run, 'D2', 'D2-3');
  await leave(run, 'D2-1');
  const { assignee, due } = task(run, 'needs', 'D2');
  expect(assignee).toBe('D2-3');
  expect(due - run.memory.now).toBeGreaterThan(2 * DAY);
  await run.submit('needs', 'D2', { answer: 'nil', reason: 'We can do all.' });
  expect(run.state.returns.D2).toMatchObject({ by: 'D2-3', answer: 'nil' });
});

test('where nobody heads a department any more, whoever runs the cycle has its return', async () => {
  const run = await (await new CycleRun({ needs: () => null }).open()).to('needs');
  await leave(run, 'D2-1', 'D1-1');
  expect(task(run, 'needs', 'D2').assignee).toBe(OPS);
});

test('a commitment goes to whoever stands above the leader, and to nobody who runs the cycle', async () => {
  const run = await (await atCompiling({ commitments: () => null })).to('commitments');
  await leave(run, 'D2-1');
  expect(task(run, 'commitments', 'hall').assignee).toBe('D1-1');
  await leave(run, 'D1-1');
  expect(run.events('CommitmentAnswered').map((e) => [e.commitment, e.answer])).toEqual([
    ['money', 'silent'],
    ['hall', 'silent'],
  ]);
  expect(run.alarms).toContain('commitment-short');
});

test('the word of a head who has left is that of the one who came after; without one the cycle goes on by the next above', async () => {
  const run = await (await atCompiling({ approval: () => null })).to('approval');
  const first = task(run, 'approval', 'A-1');
  expect(first.assignee).toBe('D2-1');
  appoint(run, 'D2', 'D2-4');
  await leave(run, 'D2-1');
  expect(task(run, 'approval', 'A-1').assignee).toBe('D2-4');
  await leave(run, 'D2-4');
  expect(task(run, 'approval', 'A-1').assignee).toBe('D1-1');
  run.habits = { ...run.habits, approval: () => ({ decision: 'approve' }) };
  await run.to('execution');
  expect(run.events('ApprovalGiven').map((e) => e.person)).not.toContain('D2-1');
});

test('a change that nobody has decided goes to the next who may, once its approver has left', async () => {
  const run = await atExecution({ changes: () => null });
  const change = { kind: 'participants', offering: offeringOf(run, 'C-PLAN').id, remove: ['D3-5'] };
  await run.send('requestChange', { change, reason });
  const { approver } = run.state.changes['C-001']!;
  await leave(run, approver!);
  const after = run.state.changes['C-001']!;
  expect(after.approver).not.toBe(approver);
  expect(task(run, 'changes', after.task).assignee).toBe(after.approver);
});

test('a rating that comes to another supervisor when its day is over, or nearly, gives them time', async () => {
  const run = await (await new CycleRun({ ratings: () => null }).open()).to('ratings');
  const before = task(run, 'ratings', 'D2-5');
  await run.memory.until(before.due + 3_600_000);
  await leave(run, before.assignee);
  const after = task(run, 'ratings', 'D2-5');
  expect(after.assignee).toBe('D2-1');
  expect(after.state).toBe('open');
  expect(after.due - run.memory.now).toBeGreaterThan(2 * DAY);
  // Whoever has long enough keeps the date.
  const early = await (await new CycleRun({ ratings: () => null }).open()).to('ratings');
  const { due } = task(early, 'ratings', 'D2-5');
  await leave(early, before.assignee);
  expect(task(early, 'ratings', 'D2-5').due).toBe(due);
});

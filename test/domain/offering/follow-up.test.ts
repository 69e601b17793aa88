import { afterEach, expect, test } from '@jest/globals';
import { Course, local, OPS, PEOPLE } from './scenario.ts';

let c: Course;
afterEach(() => expect(c.memory.refusedOrders).toEqual([]));

const supervisors = () =>
  Object.fromEntries(
    [...c.round('transfer').tasks.values()].filter((t) => t.form === 'supervisor').map((t) => [t.about, t.assignee]),
  );

test('follow-ups begin 30 and 90 days after the last day, for the supervisor of then', async () => {
  c = new Course().open();
  await c.to('follow-up');
  await c.until('2027-04-20');
  c.hire('D3-5', { manager: 'D5-2', department: 'D5' });
  await c.until('2027-05-12', '16:59');
  expect(c.rounds('transfer')).toHaveLength(0);
  c.habits.transfer = () => null;
  await c.until('2027-05-12', '17:00');
  expect(supervisors()).toMatchObject({ 'D3-5': 'D5-2', 'D3-6': 'D3-2', 'D2-2': 'D2-1' });
  // The supervisor changes again while the question is open: the task goes with the person.
  c.hire('D3-6', { manager: 'D4-2' });
  await c.until('2027-05-21');
  expect(supervisors()).toMatchObject({ 'D3-6': 'D4-2' });
  await c.until('2027-07-11', '17:00');
  expect(c.state.transfers).toHaveLength(1);
  expect(c.rounds('transfer')).toHaveLength(2);
});

test('a follow-up comes as much later as the course stood still with its cycle', async () => {
  c = new Course().open();
  await c.to('follow-up');
  await c.until('2027-05-10');
  c.send('pause', { reason: 'The works are shut.' }, 'system');
  await c.memory.until(local('2027-05-17'));
  c.send('resume', { reason: 'They are open.' }, 'system');
  await c.until('2027-05-19', '16:59');
  expect(c.rounds('transfer')).toHaveLength(0);
  await c.until('2027-05-19', '17:00');
  expect(c.rounds('transfer')).toHaveLength(1);
  // The second one, planned for a Sunday, begins with the end of its working day.
  await c.until('2027-07-16', '16:59');
  expect(c.rounds('transfer')).toHaveLength(1);
  await c.until('2027-07-19', '18:00');
  expect(c.rounds('transfer')).toHaveLength(2);
});

test('what a supervisor is to say of somebody comes to everybody but them', async () => {
  c = new Course().open();
  await c.to('follow-up');
  c.habits.transfer = () => null;
  await c.until('2027-05-13');
  const round = c.state.rounds[c.round('transfer').stream]!.id;
  const give = (to: string) =>
    c.memory.send(round, 'reassign', { tasks: ['D2-3:supervisor'], to, reason: 'They know best.' }, OPS);
  expect(give('D2-3')).toMatchObject({ code: 'not-allowed' });
  expect(give('D2-4')).toBeNull();
});

test('who has left is not asked about, and their supervisor neither', async () => {
  c = new Course().open();
  await c.to('follow-up');
  c.hire('D2-3', { employed: false });
  c.habits.transfer = () => null;
  await c.until('2027-05-13');
  expect([...c.round('transfer').tasks.keys()]).not.toContain('D2-3:own');
  c.hire('D2-4', { employed: false });
  c.hire('D3-2', { employed: false });
  await c.until('2027-05-21');
  expect(c.round('transfer').tasks.get('D2-4:supervisor')!.state).toBe('withdrawn');
  expect(supervisors()['D3-5']).toBe('D3-1');
  await c.to('closed');
  expect(c.state.phase).toBe('closed');
});

test('a low transfer opens a coaching task for the supervisor, and its end is known', async () => {
  c = new Course({
    transfer: (t) =>
      t.form === 'supervisor' ? { transfer: t.about === 'D3-7' ? 2 : 4 } : { transfer: t.about === 'D2-2' ? 1 : 4 },
    coaching: (t) => (t.about === 'D3-7' ? { done: true, notes: 'At the bench.' } : null),
  }).open();
  await c.to('follow-up');
  await c.until('2027-06-01');
  expect(c.state.coaching).toMatchObject({
    'D3-7': { coach: 'D3-2', done: true },
    'D2-2': { coach: 'D2-1', done: null },
  });
  expect(c.round('coaching').tasks.get('D2-2')!.aboutPerson).toBe('D2-2');
  await c.to('closed');
  expect(c.state.coaching['D2-2']!.done).toBe(false);
  expect(c.state.result!.coached).toBe(1);
  // Both were low again at the second follow-up, and both were asked for again.
  expect(c.round('coaching').tasks.size).toBe(4);
});

test('operations may end the follow-up early; a gap may have grown', async () => {
  c = new Course({
    transfer: (t) => (t.form === 'supervisor' ? { transfer: 3, e_2_A_1_a: 2.5 } : { transfer: 3 }),
  }).open();
  await c.to('follow-up');
  await c.until('2027-05-20');
  expect(c.state.transfers).toHaveLength(1);
  c.send('finishStage', { stage: 'follow-up', reason: 'The team was dissolved.' });
  expect(c.state.phase).toBe('closed');
  expect(c.state.result).toMatchObject({ gapBefore: 38.25, gapClosed: -12.75, cost: 120_000 });
  expect(c.refused('recordCost', { line: 'main', amount: 1, note: 'Late bill.' }, OPS)).toBe('procedure-closed');
});

test('a course to which nobody came ends without questions', async () => {
  c = new Course({ attendance: () => ({ absent: PEOPLE }) }).open();
  await c.to('closed');
  expect(c.state.result).toMatchObject({ held: false, present: [], absent: PEOPLE });
  expect(c.memory.now).toBe(local('2027-04-12', '17:00'));
  expect(c.rounds('reaction')).toHaveLength(0);
});

test('a supervisor on leave until after it is due is passed over for the next above, when asked and later', async () => {
  c = new Course().open();
  const leave = { absences: [{ from: '2027-05-01', to: '2027-09-30', kind: { of: 'x', $sealed: 'x' } }] };
  await c.to('follow-up');
  c.habits.transfer = () => null;
  c.hire('D3-2', leave);
  await c.until('2027-05-13');
  expect(supervisors()).toMatchObject({ 'D3-5': 'D3-1', 'D3-6': 'D3-1', 'D2-2': 'D2-1' });
  c.hire('D2-1', leave);
  expect(supervisors()).toMatchObject({ 'D3-5': 'D3-1', 'D2-2': 'D1-1', 'D2-4': 'D1-1' });
  c.hire('D2-1', { absences: [] });
  expect(supervisors()).toMatchObject({ 'D3-5': 'D3-1', 'D2-2': 'D2-1' });
});

test('whoever gets a follow-up in the place of a supervisor has as much time as it had at first', async () => {
  c = new Course().open();
  await c.to('follow-up');
  c.habits.transfer = () => null;
  await c.until('2027-05-13');
  const task = () => c.round('transfer').tasks.get('D3-5:supervisor')!;
  const first = task().due;
  await c.memory.until(first + 3_600_000);
  c.hire('D3-2', { absences: [{ from: '2027-05-01', to: '2027-09-30', kind: { of: 'x', $sealed: 'x' } }] });
  expect(task()).toMatchObject({ assignee: 'D3-1', state: 'open' });
  expect(task().due).toBeGreaterThan(c.memory.now + 13 * 86_400_000);
  const { due } = task();
  await c.until('2027-06-01');
  expect(task()).toMatchObject({ assignee: 'D3-1', due });
  expect(first).toBeLessThan(local('2027-06-01'));
});

import { expect, test } from '@jest/globals';
import { CycleRun, type Habits } from './run.ts';

const inTalks = async (habits: Habits = {}, other = {}) => (await new CycleRun(habits).open(other)).to('talks');

test('people with gaps talk with their supervisors, agree on goals and sign', async () => {
  const run = await inTalks();
  const talk = run.round('talks')!.tasks.get('D3-6')!;
  expect(talk).toMatchObject({ assignee: 'D3-2', aboutPerson: 'D3-6', form: 'FITTER' });
  expect([...run.round('talks')!.tasks.keys()].every((id) => Number(id.split('-')[1]) % 2 === 0)).toBe(true);
  await run.to('needs');
  expect(run.state.idps['D3-6']).toMatchObject({
    supervisor: 'D3-2',
    state: 'signed',
    items: [{ element: 'planning', means: 'course', until: '2027-09-30' }],
  });
  expect(run.memory.refusedOrders).toEqual([]);
});

test.each([
  ['everyone', 34],
  ['with-gaps', 15],
] as const)('talks with %s are talks with %i people', async (talks, count) => {
  const run = await inTalks({}, { talks });
  expect(run.round('talks')!.tasks.size).toBe(count);
});

test('there are no talks when nobody is to have one', async () => {
  const run = await new CycleRun().open({ talks: 'nobody' });
  await run.to('needs');
  expect(run.events('StageStarted').map((e) => e.stage)).toEqual(['mobilisation', 'ratings', 'needs']);
});

test('an employee who disagrees is on record, and the supervisor and operations hear of it', async () => {
  const run = await inTalks({ signatures: (t) => ({ agrees: t.assignee !== 'D3-6', comment: 'Not this way.' }) });
  await run.to('needs');
  expect(run.state.idps['D3-6']!.state).toBe('disputed');
  expect(run.told('cycle.planDisputed')).toEqual(['D3-2']);
  expect(run.alarms).toEqual(['plan-disputed']);
});

test('a plan that nobody signs is left unsigned, and holds nobody up', async () => {
  const run = await inTalks({ signatures: (t) => (t.assignee === 'D3-6' ? null : { agrees: true }) });
  await run.to('needs');
  expect(run.state.idps['D3-6']!.state).toBe('unsigned');
  expect(run.state.idps['D3-2']!.state).toBe('signed');
});

test('a talk that is recorded anew is signed anew', async () => {
  const run = await inTalks({ talks: (t) => (t.id === 'D3-6' ? null : { held: '2026-11-20' }) });
  await run.submit('talks', 'D3-6', { held: '2026-11-20', element1: 'safety', means1: 'coaching' });
  expect(run.state.idps['D3-6']!.items).toEqual([{ element: 'safety', means: 'coaching', until: '2027-12-31' }]);
  await run.submit('signatures', 'D3-6', { agrees: false });
  await run.inRound('talks', 'reopen', { task: 'D3-6', reason: 'They have talked again.' }, 'D1-2');
  await run.submit('talks', 'D3-6', { held: '2026-11-21', element1: 'none', means1: 'project', until1: '2027-05-01' });
  expect(run.state.idps['D3-6']).toMatchObject({
    state: 'proposed',
    items: [{ element: null, means: 'project', until: '2027-05-01' }],
  });
  await run.submit('signatures', 'D3-6:2', { agrees: true });
  expect(run.state.idps['D3-6']!.state).toBe('signed');
});

test('a talk that is never held leaves no plan', async () => {
  const run = await inTalks({ talks: (t) => (t.id === 'D3-6' ? null : { held: '2026-11-20' }) });
  await run.to('needs');
  expect(run.state.idps['D3-6']).toBeUndefined();
});

test('a talk moves to a new supervisor, and goes when the employee does', async () => {
  const run = await inTalks();
  run.change('D3-6', { manager: 'D3-4' });
  run.change('D4-6', { employed: false });
  await run.look();
  expect(run.round('talks')!.tasks.get('D3-6')!.assignee).toBe('D3-4');
  expect(run.round('talks')!.tasks.get('D4-6')!.state).toBe('withdrawn');
});

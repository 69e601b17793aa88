import { expect, test } from '@jest/globals';
import { CycleRun, HR } from './run.ts';

test('each head is told once, and speaks for the department after accepting', async () => {
  const run = await new CycleRun().open();
  expect(run.told('cycle.mobilisation').sort()).toEqual(['D1-1', 'D2-1', 'D3-1', 'D4-1', 'D5-1']);
  await run.to('ratings');
  expect(run.state.departments.D3).toMatchObject({
    asked: 'D3-1',
    why: 'head',
    mobilised: 'accepted',
    speaker: 'D3-1',
  });
  expect(run.alarms).toEqual([]);
});

test('nobody gets two messages at the beginning: the letter that explains the cycle asks for the answer', async () => {
  const run = await new CycleRun({ mobilisation: () => null }).open();
  expect(run.memory.notices.map((n) => n.to).sort()).toEqual(['D1-1', 'D2-1', 'D3-1', 'D4-1', 'D5-1']);
});

test('a head who leads two departments gets one explanation and two tasks', async () => {
  const run = new CycleRun();
  const departments = new Map(run.memory.organisation.departments);
  departments.set('D2', { ...departments.get('D2')!, head: 'D3-1' });
  run.memory.organisation = { ...run.memory.organisation, departments };
  await run.open();
  expect(run.told('cycle.mobilisation').filter((p) => p === 'D3-1')).toHaveLength(1);
  expect([...run.round('mobilisation')!.tasks.values()].filter((t) => t.assignee === 'D3-1')).toHaveLength(2);
});

test('only the departments in scope are asked', async () => {
  const run = await new CycleRun().open({ departments: ['D4', 'D2'] });
  expect(Object.keys(run.state.departments)).toEqual(['D2', 'D4']);
});

test('a delegate who is named speaks for the department and is told', async () => {
  const run = await new CycleRun().open();
  await run.submit('mobilisation', 'D2', { answer: 'delegate', delegate: ['D2-3'] });
  await run.to('ratings');
  expect(run.state.departments.D2).toMatchObject({ mobilised: 'delegated', speaker: 'D2-3' });
  expect(run.told('cycle.speaker')).toEqual(['D2-3']);
});

test('a delegate whom nobody knows is refused at once', async () => {
  const run = await new CycleRun().open();
  const body = { task: 'D2', answer: { answer: 'delegate', delegate: ['X-9'] } };
  expect(run.memory.send(run.round('mobilisation')!.stream, 'submit', body, 'D2-1')).toMatchObject({
    code: 'answer-invalid',
    detail: '"Who speaks for the department": there is no employee X-9; correct the id.',
  });
});

test('whoever declines says why', async () => {
  const run = await new CycleRun().open();
  const decline = (more: object) =>
    run.memory.send(
      run.round('mobilisation')!.stream,
      'submit',
      { task: 'D2', answer: { answer: 'decline', ...more } },
      'D2-1',
    );
  expect(decline({})).toMatchObject({
    code: 'answer-invalid',
    detail: expect.stringContaining('Why your department does not take part'),
  });
  expect(decline({ reason: 'We are being closed.' })).toBeNull();
});

test.each([
  ['nobody', []],
  ['somebody who has left', ['D2-3']],
])('a head who names %s as delegate goes on speaking, and operations hear of it', async (_who, delegate) => {
  const run = await new CycleRun().open();
  for (const person of delegate) run.change(person, { employed: false });
  await run.submit('mobilisation', 'D2', { answer: 'delegate', delegate });
  await run.to('ratings');
  expect(run.state.departments.D2).toMatchObject({ mobilised: 'accepted', speaker: 'D2-1' });
  expect(run.alarms).toEqual(['delegate-refused']);
});

test('an answer is taken at once, and a head who thinks better of it is heard again', async () => {
  const run = await new CycleRun().open();
  await run.submit('mobilisation', 'D2', { answer: 'decline', reason: 'No time.' });
  expect(run.state.departments.D2).toMatchObject({ mobilised: 'declined', speaker: 'D1-1' });
  await run.inRound('mobilisation', 'reopen', { task: 'D2', reason: 'They have found time.' }, 'D1-2');
  await run.submit('mobilisation', 'D2', { answer: 'delegate', delegate: ['D2-4'] });
  expect(run.state.departments.D2).toMatchObject({ mobilised: 'delegated', speaker: 'D2-4' });
  expect(run.told('cycle.speaker')).toEqual(['D2-4']);
});

test('a head who hands the task on leaves the word to whoever answers', async () => {
  const run = await new CycleRun().open();
  await run.inRound('mobilisation', 'delegate', { task: 'D2', to: 'D2-2', reason: 'On the road.' }, 'D2-1');
  await run.to('ratings');
  expect(run.state.departments.D2).toMatchObject({ mobilised: 'accepted', speaker: 'D2-2' });
});

test('a department that declines is spoken for by whoever is above, and operations hear of it', async () => {
  const run = await new CycleRun().open();
  await run.submit('mobilisation', 'D2', { answer: 'decline', reason: 'We are being closed.' });
  await run.inRound('mobilisation', 'decline', { task: 'D3', reason: 'No time for it.' }, 'D3-1');
  await run.to('ratings');
  expect(run.state.departments.D2).toMatchObject({ mobilised: 'declined', speaker: 'D1-1' });
  expect(run.state.departments.D3).toMatchObject({ mobilised: 'declined', speaker: 'D1-1' });
  expect(run.alarms).toEqual(['department-declined', 'department-declined']);
});

test('silence counts as consent after the grace, and is told apart from a yes', async () => {
  const run = await new CycleRun({ mobilisation: ({ id }) => (id === 'D5' ? null : { answer: 'accept' }) }).open();
  await run.to('ratings');
  expect(run.state.departments.D5).toMatchObject({ mobilised: 'silent', speaker: 'D5-1' });
  expect(run.state.departments.D4).toMatchObject({ mobilised: 'accepted' });
});

test('for a head who is away all the time the deputy is asked', async () => {
  const run = new CycleRun();
  run.away('D2-1', '2026-10-20', '2026-12-20');
  await run.open({ deputies: { 'D2-1': 'D2-4' } });
  expect(run.state.departments.D2).toMatchObject({ asked: 'D2-4', why: 'away' });
  expect(run.alarms).toEqual(['head-away']);
});

test.each([
  ['without a deputy', {}],
  ['with a deputy who is away too', { 'D2-1': 'D2-4' }],
])('for a head who is away all the time, %s, the next manager above is asked', async (_how, deputies) => {
  const run = new CycleRun();
  run.away('D2-1', '2026-10-20', '2026-12-20');
  run.away('D2-4', '2026-10-20', '2026-12-20');
  await run.open({ deputies });
  expect(run.state.departments.D2).toMatchObject({ asked: 'D1-1', why: 'away' });
});

test('a head who comes back before the answer is due is asked', async () => {
  const run = new CycleRun();
  run.away('D2-1', '2026-10-20', '2026-11-05');
  await run.open();
  expect(run.state.departments.D2).toMatchObject({ asked: 'D2-1', why: 'head' });
});

test('for a head who has left, whoever is above is asked', async () => {
  const run = new CycleRun();
  run.change('D3-1', { employed: false });
  await run.open();
  expect(run.state.departments.D3).toMatchObject({ asked: 'D1-1', why: 'left' });
});

test('a department with nobody above is not forgotten: operations hear of it, and the others go on', async () => {
  const run = new CycleRun();
  run.change('D3-1', { employed: false, manager: null });
  await run.open();
  expect(run.state.departments.D3).toMatchObject({ asked: null, why: 'nobody' });
  expect(run.alarms).toEqual(['department-without-head']);
  await run.to('ratings');
  expect(run.state.departments.D3).toMatchObject({ mobilised: 'silent', speaker: null });
});

test('a head who leaves before answering is replaced by whoever is above', async () => {
  const run = await new CycleRun().open();
  run.change('D2-1', { employed: false });
  await run.look();
  expect(run.state.departments.D2).toMatchObject({ asked: 'D1-1', why: 'left' });
  expect(run.round('mobilisation')!.tasks.get('D2')).toMatchObject({ assignee: 'D1-1', state: 'open' });
  expect(run.memory.refusedOrders).toEqual([]);
});

test('a stage that is finished early goes on with what was said', async () => {
  const run = await new CycleRun({ mobilisation: () => null }).open();
  await run.submit('mobilisation', 'D1', { answer: 'accept' });
  await run.send('finishStage', { stage: 'mobilisation', reason: 'We are late.' }, HR);
  expect(run.state.stage).toBe('ratings');
  expect(Object.values(run.state.departments).map((d) => d.mobilised)).toEqual([
    'accepted',
    'silent',
    'silent',
    'silent',
    'silent',
  ]);
});

test('a mobilisation that is run again asks those who did not take part', async () => {
  const run = await new CycleRun({ mobilisation: ({ id }) => (id === 'D5' ? null : { answer: 'accept' }) }).open();
  await run.to('ratings');
  await run.send('reopenStage', { stage: 'mobilisation', reason: 'D5 was on strike.' });
  expect([...run.round('mobilisation')!.tasks.keys()]).toEqual(['D5']);
  expect(run.state.departments.D4).toMatchObject({ mobilised: 'accepted' });
});

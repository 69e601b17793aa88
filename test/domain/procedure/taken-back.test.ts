import { expect, test } from '@jest/globals';
import type { RoundState } from '../../../domain/round/state.ts';
import type { Memory } from '../../../domain/turn/memory.ts';
import { CycleRun } from '../cycle/run.ts';
import { Course } from '../offering/scenario.ts';
import { Scenario, score } from '../selection/scenario.ts';

const DAY = 86_400_000;
const FOR_NOBODY = { code: 'not-allowed', detail: expect.stringMatching(/another answer would count for nobody/) };

function takeBack(memory: Memory, { stream, tasks }: RoundState, task: string) {
  return memory.send(stream, 'takeBack', { task }, tasks.get(task)!.assignee);
}
const answered = ({ tasks }: RoundState) => [...tasks.values()].filter((t) => t.state === 'submitted').map((t) => t.id);

test('an endorsement that was taken back is none, whatever it had said', async () => {
  const s = await (await new Scenario({ endorsements: () => null }).start()).to('publicity');
  const round = s.round('endorsements')!;
  const [one, two] = [...round.tasks.keys()] as [string, string];
  s.memory.send(round.stream, 'submit', { task: one, answer: { supports: true } }, one);
  expect(takeBack(s.memory, s.round('endorsements')!, one)).toBeNull();
  s.memory.send(round.stream, 'submit', { task: two, answer: { supports: true } }, two);
  await s.to('call');
  expect(s.state.endorsements).toMatchObject({ supporting: expect.not.arrayContaining([one]) });
  expect(s.state.endorsements!.supporting).toContain(two);
  expect(s.state.endorsements!.silent).toContain(one);
});

test('a review that was taken back is waited for, and the next one counts', async () => {
  const s = await (await new Scenario({ review: () => null }).start()).to('call');
  for (const p of ['D2-2', 'D2-3']) await s.apply(p);
  await s.to('review');
  const round = s.round('review')!;
  const tasks = [...round.tasks.values()];
  for (const t of tasks.slice(1))
    s.memory.send(round.stream, 'submit', { task: t.id, answer: score(t, 0) }, t.assignee);
  const again = tasks[1]!;
  expect(takeBack(s.memory, s.round('review')!, again.id)).toBeNull();
  s.memory.send(round.stream, 'submit', { task: tasks[0]!.id, answer: score(tasks[0]!, 0) }, tasks[0]!.assignee);
  expect(s.round('review')!.phase).toBe('open');
  s.memory.send(round.stream, 'submit', { task: again.id, answer: score(again, -1) }, again.assignee);
  expect(s.round('review')!.phase).toBe('settled');
  expect(s.round('review')!.tasks.get(again.id)).toMatchObject({ revision: 2 });
});

test('what a selection takes over as it comes is not taken back', async () => {
  const s = await (await new Scenario().start()).to('call');
  await s.apply('D2-2');
  await s.answer();
  const round = s.round('agreements')!;
  expect(takeBack(s.memory, round, answered(round)[0]!)).toMatchObject(FOR_NOBODY);
});

test('the word of a department is heard anew, and the stage waits for it', async () => {
  const run = await new CycleRun({ mobilisation: () => null }).open();
  await run.submit('mobilisation', 'D2', { answer: 'decline', reason: 'No time.' });
  expect(run.state.departments.D2).toMatchObject({ mobilised: 'declined' });
  expect(takeBack(run.memory, run.round('mobilisation')!, 'D2')).toBeNull();
  expect(run.round('mobilisation')!.tasks.get('D2')).toMatchObject({ state: 'open', answer: null });
  await run.submit('mobilisation', 'D2', { answer: 'accept' });
  expect(run.state.departments.D2).toMatchObject({ mobilised: 'accepted', speaker: 'D2-1' });
});

test('a rating that was taken back and not given anew is missing', async () => {
  const run = await new CycleRun({ ratings: () => null }).open();
  await run.to('ratings');
  const round = run.round('ratings')!;
  const [first] = [...round.tasks.values()];
  const field = Object.values(round.spec!.forms!)[0]!.fields[0]!.key;
  run.memory.send(round.stream, 'submit', { task: first!.id, answer: { [field]: 4 } }, first!.assignee);
  expect(takeBack(run.memory, run.round('ratings')!, first!.id)).toBeNull();
  expect(run.round('ratings')!.tasks.get(first!.id)!.answer).toBeNull();
});

test('a seat may be thought over again', async () => {
  const c = new Course({ seats: (t) => (t.assignee === 'D2-2' ? { comes: true } : null), support: () => null }).open();
  await c.to('invitation');
  c.answer();
  expect(c.state.seats['D2-2']).toBe('accepted');
  expect(takeBack(c.memory, c.round('seats'), 'D2-2')).toBeNull();
  c.memory.send(c.round('seats').stream, 'submit', { task: 'D2-2', answer: { comes: false } }, 'D2-2');
  expect(c.state.seats['D2-2']).toBe('declined');
  await c.memory.until(c.memory.now + DAY);
});

import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import type { Memory } from '../../../domain/turn/memory.ts';
import { CycleRun, OPS } from '../cycle/run.ts';
import { Course } from '../offering/scenario.ts';
import { Scenario, score } from '../selection/scenario.ts';

const reason = 'By hand.';
const ITS_OWN = { code: 'not-allowed', detail: expect.stringMatching(/begin the id of a task that you add with "\+"/) };

/** Somebody who runs the procedure adds a task by an id that the procedure may come to want. */
function add(memory: Memory, round: StreamId, id: string, assignee: string, about: string | null = null) {
  return memory.send(round, 'addTasks', { tasks: [{ id, assignee, about, self: 'allowed' }] }, OPS);
}

test('nobody takes the id of a nomination before somebody is nominated', async () => {
  const s = await (await new Scenario({ nominations: () => null }).start()).to('publicity');
  await s.send('nominate', { person: 'D2-3', reason }, 'D2-2');
  const { stream } = s.round('nominations')!;
  expect(add(s.memory, stream, 'D2-4', 'D2-4')).toMatchObject(ITS_OWN);
  expect(add(s.memory, stream, '+D2-4', 'D2-5')).toBeNull();
  await s.send('nominate', { person: 'D2-4', reason }, 'D2-2');
  expect(s.round('nominations')!.tasks.get('D2-4')).toMatchObject({ state: 'open', assignee: 'D2-4' });
});

test('nor that of a seat, of the word of a supervisor, or of a coaching', async () => {
  const c = new Course({ seats: () => null, support: () => null, coaching: () => null }).open();
  await c.to('invitation');
  for (const purpose of ['seats', 'support'] as const)
    expect(add(c.memory, c.round(purpose).stream, 'D4-5', 'D4-5')).toMatchObject(ITS_OWN);
  c.habits.seats = () => ({ comes: true });
  c.habits.transfer = (t) => ({ transfer: t.about === 'D2-2' ? 1 : 5 });
  await c.to('follow-up');
  while (!c.rounds('coaching').length) expect(c.answer() || (await c.memory.sleep())).toBe(true);
  expect(add(c.memory, c.round('coaching').stream, 'D2-3:2', 'D2-1')).toMatchObject(ITS_OWN);
  await c.to('closed');
  expect(c.memory.refusedOrders).toEqual([]);
});

test('nor that of the first rating of somebody who joins', async () => {
  const run = await new CycleRun({ ratings: () => null }).open();
  await run.to('ratings');
  const { stream } = run.round('ratings')!;
  expect(add(run.memory, stream, 'D2-99', 'D2-1')).toMatchObject(ITS_OWN);
});

test('what is asked about somebody for the second time takes no id of somebody else', async () => {
  const run = await new CycleRun({ ratings: () => null }).open();
  await run.to('ratings');
  const post = (id: string) => run.memory.organisation.people.get(id)!.post;
  run.change('D3-6', { post: post('D2-1') });
  await run.look();
  run.change('D3-6.2', { ...run.memory.organisation.people.get('D3-7')!, id: 'D3-6.2' });
  await run.look();
  const { tasks } = run.round('ratings')!;
  expect(tasks.get('D3-6.2')).toMatchObject({ state: 'open', aboutPerson: 'D3-6.2' });
  expect([...tasks.values()].filter((t) => t.aboutPerson === 'D3-6' && t.state === 'open')).toHaveLength(1);
  expect(run.memory.refusedOrders).toEqual([]);
});

test('who takes the place of a task in a round of a procedure is named by nobody else', async () => {
  const s = await (await new Scenario({ review: () => null }).start({ reviews: 1 })).to('call');
  for (const p of ['D2-2', 'D2-3']) await s.apply(p);
  await s.to('review');
  const { stream, tasks } = s.round('review')!;
  const [task] = tasks.values();
  expect(s.memory.send(stream, 'fill', { task: task!.id, by: null, reason }, OPS)).toMatchObject({
    code: 'not-allowed',
    detail: expect.stringMatching(/named by selection:trainers-2027 itself/),
  });
  s.habits.review = (t) => score(t, 0);
  await s.to('closed');
});

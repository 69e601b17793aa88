import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { waitingForOperations } from '../../../domain/cycle/view.ts';
import type { Refusing } from '../../../domain/procedure/orders.ts';
import { openRefusals } from '../../../domain/procedure/refused-orders.ts';
import type { Memory } from '../../../domain/turn/memory.ts';
import { atCompiling, offeringOf } from '../cycle/planned.ts';
import { CYCLE, type CycleRun, OPS } from '../cycle/run.ts';
import { ID as COURSE, Course, terms } from '../offering/scenario.ts';
import { Scenario, ID as SELECTION } from '../selection/scenario.ts';

const reason = 'It was seen to.';
const open = (memory: Memory, stream: StreamId) => openRefusals(memory.streams.get(stream)!.state as Refusing);
const told = (memory: Memory) => memory.notices.filter((n) => n.template === 'operations.orderRefused');
const types = (memory: Memory, stream: StreamId) => memory.streams.get(stream)!.events.map((e) => e.type);

/** Closes the latest round of the course behind its back, as operations can by hand. */
function closeByHand(course: Course, purpose: 'seats' | 'support'): void {
  expect(course.memory.send(course.round(purpose).stream, 'close', { reason }, OPS)).toBeNull();
}

/** A cycle that cannot start its first course, because a stranger's stream stands in its place. */
async function withStray(): Promise<{ run: CycleRun; stray: StreamId }> {
  const run = await atCompiling();
  const stray: StreamId = `offering:plan-2027.${offeringOf(run, 'C-PLAN').id}`;
  run.memory.send(stray, 'open', terms(), 'system');
  await run.to('execution');
  return { run, stray };
}

test('an order that time brings about and that is refused is kept, told to operations, and not given again by itself', async () => {
  const { run, stray } = await withStray();
  const { memory } = run;
  expect(open(memory, CYCLE)).toMatchObject([{ to: stray, type: 'open', code: 'not-yours', state: 'open' }]);
  expect(told(memory).map((n) => n.to)).toEqual([OPS]);
  expect(waitingForOperations(run.state, memory.organisation).join()).toContain(`to ${stray} was refused`);
  await run.days(20);
  expect(types(memory, CYCLE).filter((t) => t === 'OrderRefused')).toHaveLength(1);
  expect(Object.values(run.state.offerings)).toHaveLength(3);
});

test('operations give it again: refused once more nothing has changed, else it is done', async () => {
  const { run, stray } = await withStray();
  const { memory } = run;
  const [{ key } = { key: '' }] = open(memory, CYCLE);
  expect(run.refused('retryOrder', { key, reason })).toContain(`${stray} belongs to nobody`);
  expect(open(memory, CYCLE)).toHaveLength(1);
  expect(types(memory, CYCLE)).not.toContain('OrderRetried');
  memory.streams.delete(stray);
  await run.send('retryOrder', { key, reason });
  expect(open(memory, CYCLE)).toEqual([]);
  expect(memory.streams.get(stray)!.owner).toBe(CYCLE);
  expect(run.refused('retryOrder', { key, reason })).toContain('retried already');
  expect(run.refused('dropOrder', { key: 'cycle:plan-2027@1.0', reason })).toContain('no refused order');
});

test('what stands refused is seen to when the cycle is paused or over as well', async () => {
  const { run, stray } = await withStray();
  const [{ key } = { key: '' }] = open(run.memory, CYCLE);
  await run.send('pause', { reason });
  expect(waitingForOperations(run.state, run.memory.organisation).join()).toContain(`to ${stray} was refused`);
  await run.send('cancel', { reason });
  await run.send('dropOrder', { key, reason });
  expect(open(run.memory, CYCLE).filter((o) => o.key === key)).toEqual([]);
});

test('a course tells whoever runs the cycle, and goes on with what it can', async () => {
  const course = new Course({ seats: () => null, support: () => null }).open();
  await course.to('invitation');
  closeByHand(course, 'support');
  course.hire('D2-2', { manager: 'D3-1' });
  course.change('participants', { participants: [...course.state.planned!.participants, 'D4-5'], seats: 7 });
  expect(open(course.memory, COURSE)).toMatchObject([{ type: 'addTasks', code: 'round-closed' }]);
  expect(told(course.memory).map((n) => n.to)).toEqual([OPS]);
  expect(course.state.seats['D4-5']).toBe('asked');
  const [{ key } = { key: '' }] = open(course.memory, COURSE);
  expect(course.refused('retryOrder', { key, reason })).toBe('round-closed');
  course.send('dropOrder', { key, reason });
  expect(open(course.memory, COURSE)).toEqual([]);
});

test('whoever causes an order by a command hears its refusal, and nothing has happened', async () => {
  const s = await (await new Scenario({ nominations: () => null }).start()).to('publicity');
  await s.send('nominate', { person: 'D2-3', reason: 'Teaches well.' }, 'D2-2');
  expect(s.memory.send(s.round('nominations')!.stream, 'close', { reason }, OPS)).toBeNull();
  const before = types(s.memory, SELECTION).length;
  expect(s.refused('nominate', { person: 'D2-4', reason: 'Teaches well.' }, 'D2-2')).toContain('is closed');
  expect(s.state.nominations['D2-4']).toBeUndefined();
  expect(types(s.memory, SELECTION)).toHaveLength(before);
  expect(told(s.memory)).toEqual([]);
});

test('an order that had nothing left to do is no fault', async () => {
  const s = await (await new Scenario({ acknowledgement: () => null }).start()).to('measures');
  expect(s.memory.send(s.round('acknowledgement')!.stream, 'close', { reason }, OPS)).toBeNull();
  await s.send('cancel', { reason });
  expect(s.memory.refusedOrders).toEqual([]);
  expect(types(s.memory, SELECTION)).not.toContain('OrderRefused');
});

test('what time orders and is refused is not ordered again and again', async () => {
  const course = new Course({ seats: () => null, support: () => null }).open();
  await course.to('invitation');
  const added = { id: '+D2-2.again', assignee: 'D2-1', about: 'D2-2', aboutPerson: 'D2-2', barred: ['D3-1'] };
  expect(course.memory.send(course.round('support').stream, 'addTasks', { tasks: [added] }, OPS)).toBeNull();
  course.hire('D2-2', { manager: 'D3-1' });
  await course.to('teaching');
  expect(open(course.memory, COURSE)).toMatchObject([{ type: 'reassign', code: 'not-allowed' }]);
});

import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { StreamId } from '../../../contracts/ids.ts';
import { RoundPolicy, type TaskSpec } from '../../../contracts/round.ts';
import { addTasks } from '../../../domain/round/holders.ts';
import { emptyRound, type RoundState } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { openSecretOf } from '../../../domain/turn/secret.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const ROUND: StreamId = 'round:r';
const NOW = Date.parse('2027-01-04T09:00:00+08:00');
const DAY = 86_400_000;
const reason = 'She is away.';
const ladder = [
  { offset: '-10d', to: 'assignee' },
  { offset: '-1d', to: 'assignee' },
];

function opened(policy: object, tasks: readonly object[]): Memory {
  const memory = new Memory(company(), NOW);
  const spec = { ...reviews(NOW + 30 * DAY), policy: RoundPolicy.parse({ ladder, ...policy }) };
  expect(memory.send(ROUND, 'open', { spec, tasks }, 'D1-1')).toBeNull();
  return memory;
}
const stateOf = (memory: Memory) => memory.streams.get(ROUND)!.state as RoundState;

test('whom the policy bars can be given no task of the round', () => {
  const policy = { barred: ['D3-1'], replaces: true };
  const memory = opened(policy, [{ id: 'a', assignee: 'D2-1' }]);
  const refused = { code: 'not-allowed', detail: expect.stringContaining('D3-1 may hold no task of "Review"') };
  expect(memory.send(ROUND, 'delegate', { task: 'a', to: 'D3-1', reason }, 'D2-1')).toMatchObject(refused);
  expect(memory.send(ROUND, 'reassign', { tasks: ['a'], to: 'D3-1', reason }, 'D1-1')).toMatchObject(refused);
  expect(memory.send(ROUND, 'addTasks', { tasks: [{ id: 'b', assignee: 'D3-1' }] }, 'D1-1')).toMatchObject(refused);
  memory.send(ROUND, 'recuse', { task: 'a', reason }, 'D2-1');
  expect(memory.send(ROUND, 'fill', { task: 'a', by: { id: 'b', assignee: 'D3-1' }, reason }, 'D1-1')).toMatchObject(
    refused,
  );
  const spec = { ...reviews(NOW + DAY), policy: RoundPolicy.parse(policy) };
  expect(memory.send('round:s', 'open', { spec, tasks: [{ id: 'a', assignee: 'D3-1' }] }, 'D1-1')).toMatchObject(
    refused,
  );
});

test('whom a task bars can be given others of the round, but not this one, nor the one in its place', () => {
  const memory = opened({ replaces: true }, [
    { id: 'a', assignee: 'D2-1', barred: ['D3-1'] },
    { id: 'b', assignee: 'D2-1' },
  ]);
  const refused = { code: 'not-allowed', detail: expect.stringContaining('D3-1 may not hold task a') };
  expect(memory.send(ROUND, 'delegate', { task: 'a', to: 'D3-1', reason }, 'D2-1')).toMatchObject(refused);
  expect(memory.send(ROUND, 'reassign', { tasks: ['b', 'a'], to: 'D3-1', reason }, 'D1-1')).toMatchObject(refused);
  expect(stateOf(memory).tasks.get('b')!.assignee).toBe('D2-1');
  expect(memory.send(ROUND, 'reassign', { tasks: ['b'], to: 'D3-1', reason }, 'D1-1')).toBeNull();
  memory.send(ROUND, 'recuse', { task: 'a', reason }, 'D2-1');
  const fill = (by: object) => memory.send(ROUND, 'fill', { task: 'a', by, reason }, 'D1-1');
  expect(fill({ id: 'c', assignee: 'D3-1' })).toMatchObject({ code: 'not-allowed' });
  expect(fill({ id: 'c', assignee: 'D2-2' })).toBeNull();
  expect(stateOf(memory).tasks.get('c')!.barred).toEqual(['D3-1']);
});

test('a new assignee has the task as new: undrafted, with the whole ladder ahead', async () => {
  const memory = opened({}, [{ id: 'a', assignee: 'D2-1' }]);
  memory.send(ROUND, 'saveDraft', { task: 'a' }, 'D2-1');
  await memory.until(NOW + 22 * DAY);
  const reminders = () => memory.notices.filter((n) => n.template === 'round.reminder').map((n) => n.to);
  expect(reminders()).toEqual(['D2-1']);
  expect(memory.send(ROUND, 'reassign', { tasks: ['a'], to: 'D2-2', reason }, 'D1-1')).toBeNull();
  expect(stateOf(memory).tasks.get('a')).toMatchObject({ state: 'open', climbed: 0, assignee: 'D2-2' });
  expect(memory.send(ROUND, 'extend', { tasks: ['a'], due: NOW + 60 * DAY, reason }, 'D1-1')).toBeNull();
  await memory.until(NOW + 61 * DAY);
  expect(reminders()).toEqual(['D2-1', 'D2-2', 'D2-2']);
});

test('whoever held reassigned tasks and knew of them is told, and hears that they are not theirs any more', async () => {
  const memory = opened({}, [{ id: 'a', assignee: 'D2-2' }]);
  memory.send(ROUND, 'reassign', { tasks: ['a'], to: 'D2-3', reason }, 'D1-1');
  const told = memory.notices.filter((n) => n.template === 'round.handedOver');
  expect(told.map((n) => [n.to, n.about.tasks])).toEqual([['D2-2', ['a']]]);
  const answer = { task: 'a', answer: { score: 5 } };
  expect(memory.send(ROUND, 'submit', answer, 'D2-2')).toMatchObject({
    code: 'not-yours',
    detail: expect.stringContaining('given to somebody else'),
  });
});

test('rungs that were due before a task changed hands are not climbed for the new assignee', async () => {
  const memory = opened({}, [{ id: 'a', assignee: 'D2-1' }]);
  await memory.until(NOW + 22 * DAY);
  memory.send(ROUND, 'reassign', { tasks: ['a'], to: 'D2-2', reason }, 'D1-1');
  await memory.until(NOW + 31 * DAY);
  const reminders = memory.notices.filter((n) => n.template === 'round.reminder').map((n) => [n.to, n.about.rung]);
  expect(reminders).toEqual([
    ['D2-1', 0],
    ['D2-2', 1],
  ]);
});

test('however many tasks there are, those of a person are in one event, unless they alone are too many', () => {
  const people = [...company().people.keys()];
  const context = { now: NOW, organisation: company(), child: () => undefined, secretOf: openSecretOf };
  const barred = people.slice(0, 12);
  const some = fc.array(
    fc.record({ who: fc.constantFrom(...people), n: fc.integer({ min: 1, max: 900 }), bars: fc.boolean() }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(some, (desks) => {
      const tasks: TaskSpec[] = desks.flatMap(({ who, n, bars }, d) =>
        Array.from({ length: n }, (_, i) => ({
          ...{ id: `${d}.${i}`, assignee: who, about: null, aboutPerson: null, due: null },
          ...(bars ? { barred: barred.filter((b) => b !== who) } : {}),
        })),
      );
      const state = { ...emptyRound(ROUND), spec: reviews(NOW + DAY) };
      const events = addTasks(state, tasks, context) as unknown as {
        type: 'TasksAdded';
        body: { tasks: TaskSpec[] };
      }[];
      const placed = events.flatMap((e) => e.body.tasks.map((t) => t.id));
      expect(placed.sort()).toEqual(tasks.map((t) => t.id).sort());
      for (const who of people) {
        const mine = tasks.filter((t) => t.assignee === who);
        const weight = mine.reduce((sum, t) => sum + (t.barred ? 2 : 1), 0);
        const holding = events.filter((e) => e.body.tasks.some((t) => t.assignee === who)).length;
        expect(holding).toBeLessThanOrEqual(weight <= 2000 ? 1 : Math.ceil(weight / 1000));
      }
      for (const e of events) expect(e.body.tasks.length).toBeLessThanOrEqual(2001);
    }),
    { numRuns: 40 },
  );
});

test('where the tasks of one subject need different people nobody gets a second, however it comes to them', () => {
  const memory = opened({ distinct: true, replaces: true }, [
    { id: 'a', assignee: 'D2-1', about: 'x' },
    { id: 'b', assignee: 'D2-2', about: 'x' },
    { id: 'c', assignee: 'D2-1', about: 'y' },
    { id: 'd', assignee: 'D2-3', about: 'x' },
  ]);
  const send = (type: string, body: object, by = 'D1-1') => memory.send(ROUND, type, body, by);
  const refused = {
    code: 'not-allowed',
    detail: 'D2-1 already holds task a of "Review", about x as well; name somebody else for task b.',
  };
  expect(send('reassign', { tasks: ['b'], to: 'D2-1', reason })).toMatchObject(refused);
  expect(send('delegate', { task: 'b', to: 'D2-1', reason }, 'D2-2')).toMatchObject(refused);
  expect(send('reassign', { tasks: ['b', 'd'], to: 'D3-1', reason })).toMatchObject({ code: 'not-allowed' });
  const both = [
    { id: 'e', assignee: 'D3-1', about: 'x' },
    { id: 'f', assignee: 'D3-1', about: 'x' },
  ];
  expect(send('addTasks', { tasks: both })).toMatchObject({ code: 'not-allowed' });
  expect(send('reassign', { tasks: ['b'], to: 'D3-1', reason })).toBeNull();
  expect(send('recuse', { task: 'd', reason }, 'D2-3')).toBeNull();
  const fill = (assignee: string) => send('fill', { task: 'd', by: { id: 'g', assignee, about: 'x' }, reason });
  for (const holder of ['D2-1', 'D3-1', 'D2-3']) expect(fill(holder)).toMatchObject({ code: 'not-allowed' });
  expect(fill('D2-2')).toBeNull();
  // Declined and given back by another's hand, it cannot be asked for anew of somebody who holds another meanwhile.
  expect(send('decline', { task: 'a', reason }, 'D2-1')).toBeNull();
  expect(send('fill', { task: 'a', by: null, reason })).toBeNull();
  expect(send('reassign', { tasks: ['b'], to: 'D2-1', reason })).toBeNull();
  expect(send('reopen', { task: 'a', reason })).toMatchObject({ code: 'not-allowed' });
  expect(stateOf(memory).tasks.get('c')).toMatchObject({ assignee: 'D2-1', state: 'open' });
});

test('a task that asks for the word of somebody changes hands with nobody', () => {
  const memory = opened({ own: true }, [{ id: 'a', assignee: 'D2-1' }]);
  const refused = { code: 'not-allowed', detail: expect.stringContaining('asks for the word of D2-1 alone') };
  expect(memory.send(ROUND, 'delegate', { task: 'a', to: 'D3-1', reason }, 'D2-1')).toMatchObject(refused);
  expect(memory.send(ROUND, 'reassign', { tasks: ['a'], to: 'D3-1', reason }, 'D1-1')).toMatchObject(refused);
  expect(memory.send(ROUND, 'withdraw', { tasks: ['a'], reason }, 'D1-1')).toBeNull();
});

import { expect, test } from '@jest/globals';
import { roundIdOf, type StreamId } from '../../../contracts/ids.ts';
import { RoundPolicy } from '../../../contracts/round.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const OWNER: StreamId = 'selection:s';
const ROUND = roundIdOf(OWNER, 'review');
const NOW = Date.parse('2027-01-04T09:00:00+08:00');
const DUE = Date.parse('2027-01-18T17:00:00+08:00');

/** A round of a procedure that keeps colleagues and the line of D2-2 from what is asked about A, and D5-5 by name. */
function round() {
  const memory = new Memory(company(), NOW);
  const policy = RoundPolicy.parse({ apart: { department: true, line: true } });
  const tasks = [{ id: 'a', assignee: 'D3-1', about: 'A', aboutPerson: 'D2-2', barred: ['D5-5'] }];
  const spec = { ...reviews(DUE), owner: OWNER, policy };
  expect(memory.send(ROUND, 'open', { spec, tasks }, 'system')).toBeNull();
  const add = (task: object) => memory.send(ROUND, 'addTasks', { tasks: [{ id: '+x', ...task }] }, 'D1-1');
  const task = (id: string) => (memory.streams.get(ROUND)!.state as RoundState).tasks.get(id);
  return { add, task, memory };
}

test.each([
  ['a colleague', 'D2-3', /keeps D2-3 from task \+x/],
  ['the manager', 'D2-1', /keeps D2-1 from task \+x/],
  ['whom it is about', 'D2-2', /about them/],
  ['who is kept from the other tasks about it', 'D5-5', /D5-5 may not hold/],
])('a task that is added by hand without its person is not given to %s either', (_who, assignee, detail) => {
  const { add, task } = round();
  expect(add({ assignee, about: 'A' })).toMatchObject({ code: 'not-allowed', detail: expect.stringMatching(detail) });
  expect(task('+x')).toBeUndefined();
});

test('a task that is added by hand is about whom the others about the same are', () => {
  const { add, task } = round();
  expect(add({ assignee: 'D4-1', about: 'A' })).toBeNull();
  expect(task('+x')).toMatchObject({ about: 'A', aboutPerson: 'D2-2', barred: ['D5-5'] });
});

test.each([
  ['says nothing of what it is about', { assignee: 'D2-3' }, /does not say what it is about/],
  ['is about something that nobody knows', { assignee: 'D2-3', about: 'B' }, /name the person as "aboutPerson"/],
  ['names somebody else', { assignee: 'D2-3', about: 'A', aboutPerson: 'D4-4' }, /leave its "aboutPerson" out/],
])('a task that %s is refused where people are kept apart', (_what, task, detail) => {
  const { add } = round();
  expect(add(task)).toMatchObject({ code: 'not-allowed', detail: expect.stringMatching(detail) });
});

test('a round that somebody opens by hand and in which people are kept apart names whom its tasks judge as well', () => {
  const memory = new Memory(company(), NOW);
  const policy = RoundPolicy.parse({ apart: { department: false, line: true }, replaces: true });
  const open = (task: object) =>
    memory.send('round:own', 'open', { spec: { ...reviews(DUE), policy }, tasks: [{ id: 'a', ...task }] }, 'D1-1');
  expect(open({ assignee: 'D3-1' })).toMatchObject({ code: 'not-allowed' });
  expect(open({ assignee: 'D3-1', about: 'A' })).toMatchObject({ code: 'not-allowed' });
  expect(open({ assignee: 'D3-1', about: 'A', aboutPerson: 'D2-2' })).toBeNull();
  // Nor does the place of another task lose its subject.
  expect(memory.send('round:own', 'recuse', { task: 'a', reason: 'I know them.' }, 'D3-1')).toBeNull();
  const fill = { task: 'a', by: { id: 'b', assignee: 'D2-1' }, reason: 'Instead.' };
  expect(memory.send('round:own', 'fill', fill, 'D1-1')).toMatchObject({ code: 'not-allowed' });
});

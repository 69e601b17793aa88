import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const ROUND: StreamId = 'round:ratings';
const NOW = Date.parse('2027-01-04T09:00:00+08:00');
const DAY = 86_400_000;

function opened(policy: object = {}): Memory {
  const memory = new Memory(company(), NOW);
  const whole = reviews(NOW + 3 * DAY);
  const spec = { ...whole, policy: { ...whole.policy, ...policy } };
  const tasks = ['D2-1', 'D2-2', 'D3-1'].map((assignee) => ({ id: `t-${assignee}`, assignee }));
  expect(memory.send(ROUND, 'open', { spec, tasks }, 'D1-1')).toBeNull();
  return memory;
}

const given = (assignee: string, score: unknown, task = `t-${assignee}`) => ({ task, assignee, answer: { score } });
const take = (memory: Memory, ...answers: object[]) => memory.send(ROUND, 'takeAnswers', { answers }, 'D1-1');
const eventsOf = (memory: Memory) => memory.streams.get(ROUND)!.events.map(({ type }) => type);
const scores = (memory: Memory) =>
  [...(memory.streams.get(ROUND)!.state as RoundState).tasks.values()].map(({ answer }) => answer?.score ?? null);

test('answers are taken in as their assignees’ own, and the round settles when all are there', () => {
  const memory = opened();
  expect(take(memory, given('D2-1', 3), given('D2-2', 4))).toBeNull();
  expect(scores(memory)).toEqual([3, 4, null]);
  expect(take(memory, given('D3-1', 5))).toBeNull();
  expect(eventsOf(memory)).toContain('RoundSettled');
});

test('what stands already changes nothing, so that a list that was begun can be finished as it is', () => {
  const memory = opened();
  expect(memory.send(ROUND, 'submit', { task: 't-D2-1', answer: { score: 3 } }, 'D2-1')).toBeNull();
  const list = [given('D2-1', 3), given('D2-2', 4)];
  expect(take(memory, ...list)).toBeNull();
  const before = eventsOf(memory);
  expect(before.filter((type) => type === 'TaskSubmitted')).toHaveLength(2);
  expect(take(memory, ...list)).toBeNull();
  expect(eventsOf(memory)).toEqual(before);
});

test('a task that was opened again takes the same answer again', () => {
  const memory = opened();
  take(memory, given('D2-1', 3));
  expect(memory.send(ROUND, 'reopen', { task: 't-D2-1', reason: 'Look again.' }, 'D1-1')).toBeNull();
  expect(take(memory, given('D2-1', 3))).toBeNull();
  expect((memory.streams.get(ROUND)!.state as RoundState).tasks.get('t-D2-1')).toMatchObject({
    state: 'submitted',
    revision: 2,
  });
});

test.each([
  ['another answer stands', given('D2-1', 4), 'task-not-open'],
  ['somebody else holds the task', given('D2-1', 3, 't-D2-2'), 'not-yours'],
  ['there is no such task', given('D2-2', 3, 'x'), undefined],
  ['an answer does not fit its form', given('D2-2', 99), 'answer-invalid'],
  ['a task is answered twice', given('D3-1', 2), 'duplicate'],
])('all of it or nothing: nothing when %s', (_, wrong, code) => {
  const memory = opened();
  take(memory, given('D2-1', 3));
  const refusal = take(memory, given('D3-1', 5), wrong);
  expect(refusal).not.toBeNull();
  if (code) expect(refusal).toMatchObject({ code });
  expect(scores(memory)).toEqual([3, null, null]);
});

test('they come too late where late answers do not count', () => {
  const memory = opened({ late: 'refuse' });
  memory.now = NOW + 4 * DAY;
  expect(take(memory, given('D2-1', 3))).toMatchObject({ code: 'too-late' });
});

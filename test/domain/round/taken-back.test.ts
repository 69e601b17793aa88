import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const ROUND: StreamId = 'round:ratings';
const NOW = Date.parse('2027-01-04T09:00:00+08:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function opened(policy: object = {}): Memory {
  const memory = new Memory(company(), NOW);
  const whole = reviews(NOW + 3 * DAY);
  const spec = { ...whole, policy: { ...whole.policy, ...policy } };
  const tasks = ['D2-1', 'D2-2', 'D3-1'].map((assignee) => ({ id: `t-${assignee}`, assignee }));
  expect(memory.send(ROUND, 'open', { spec, tasks }, 'D1-1')).toBeNull();
  return memory;
}
const stateOf = (memory: Memory) => memory.streams.get(ROUND)!.state as RoundState;
const submit = (memory: Memory, score: number, who = 'D2-1') =>
  memory.send(ROUND, 'submit', { task: `t-${who}`, answer: { score } }, who);
const takeBack = (memory: Memory, who = 'D2-1', task = `t-${who}`) => memory.send(ROUND, 'takeBack', { task }, who);

test('an answer that is taken back counts no more, and the next one is its second version', () => {
  const memory = opened();
  submit(memory, 3);
  expect(stateOf(memory)).toMatchObject({ answers: 1, open: 2 });
  const letters = memory.notices.length;
  expect(takeBack(memory)).toBeNull();
  expect(stateOf(memory)).toMatchObject({ answers: 0, open: 3 });
  expect(stateOf(memory).tasks.get('t-D2-1')).toMatchObject({ state: 'open', answer: null, due: NOW + 3 * DAY });
  expect(memory.notices).toHaveLength(letters);
  submit(memory, 5);
  expect(stateOf(memory).tasks.get('t-D2-1')).toMatchObject({ state: 'submitted', revision: 2, answer: { score: 5 } });
  const given = memory.streams.get(ROUND)!.events.filter((e) => e.type === 'TaskSubmitted');
  expect(given.map((e) => (e.body as { answer: object }).answer)).toEqual([{ score: 3 }, { score: 5 }]);
});

test('nobody takes back what is open, another’s, due, or taken into account', async () => {
  const memory = opened({ settles: 'closed' });
  expect(takeBack(memory)).toMatchObject({ code: 'already-so' });
  submit(memory, 3);
  submit(memory, 3, 'D2-2');
  expect(takeBack(memory, 'D2-2', 't-D2-1')).toMatchObject({ code: 'not-found' });
  expect(takeBack(memory, 'D1-1', 't-D2-1')).toMatchObject({ code: 'not-found' });
  memory.send(ROUND, 'decline', { task: 't-D3-1', reason: 'No time.' }, 'D3-1');
  expect(takeBack(memory, 'D3-1')).toMatchObject({ code: 'task-not-open' });
  memory.now = NOW + 3 * DAY + 1;
  expect(takeBack(memory)).toMatchObject({ code: 'too-late' });
  const counted = opened({ settles: 'closed', reopens: [] });
  submit(counted, 3);
  expect(takeBack(counted)).toMatchObject({ code: 'not-allowed', detail: expect.stringMatching(/taken into account/) });
});

test('while the round stands still, what was not due when it was held may be taken back', () => {
  const memory = opened();
  submit(memory, 3);
  memory.send(ROUND, 'hold', { reason: 'A strike.' }, 'D1-1');
  memory.now = NOW + 10 * DAY;
  expect(takeBack(memory)).toBeNull();
  memory.send(ROUND, 'release', { reason: 'It is over.' }, 'D1-1');
  const dues = new Set([...stateOf(memory).tasks.values()].map((t) => t.due));
  expect([...dues]).toHaveLength(1);
  expect([...dues][0]).toBeGreaterThan(memory.now);
});

test('a rung that passed while the answer was there is not climbed for it', async () => {
  const memory = opened({ ladder: [{ offset: '-1bd', to: 'assignee' }] });
  await memory.until(NOW + HOUR);
  submit(memory, 3);
  await memory.until(NOW + 2.5 * DAY);
  const before = memory.notices.filter((n) => n.to === 'D2-1').length;
  expect(takeBack(memory)).toBeNull();
  await memory.until(NOW + 3 * DAY);
  expect(memory.notices.filter((n) => n.to === 'D2-1')).toHaveLength(before);
});

test('operations remind now, one letter a person, and not twice within the hour', async () => {
  const memory = opened({ ladder: [] });
  const remind = (tasks: 'all' | string[] = 'all') => memory.send(ROUND, 'remind', { tasks }, 'D1-1');
  expect(remind()).toMatchObject({ code: 'already-so' });
  submit(memory, 3);
  await memory.until(NOW + 2 * HOUR);
  expect(remind(['t-D2-1'])).toMatchObject({ code: 'task-not-open' });
  expect(remind()).toBeNull();
  const reminders = () => memory.notices.filter((n) => n.template === 'round.reminder').map((n) => [n.to, n.about]);
  expect(reminders()).toEqual([
    ['D2-2', { tasks: ['t-D2-2'], rung: null }],
    ['D3-1', { tasks: ['t-D3-1'], rung: null }],
  ]);
  expect(remind()).toMatchObject({ code: 'already-so' });
  memory.send(ROUND, 'hold', { reason: 'A strike.' }, 'D1-1');
  await memory.until(NOW + 4 * HOUR);
  expect(remind()).toMatchObject({ code: 'not-allowed' });
  expect(reminders()).toHaveLength(2);
});

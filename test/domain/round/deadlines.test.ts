import { describe, expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { RoundPolicy } from '../../../contracts/round.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const ROUND: StreamId = 'round:r';
const at = (text: string) => Date.parse(`2027-01-${text}:00+08:00`);
const NOW = at('08T17:00');
const DUE = at('18T17:00');
const DAY = 86_400_000;
const reason = 'A holiday.';

function opened(policy: object = {}, spec: object = {}): Memory {
  const memory = new Memory(company(), NOW);
  const tasks = ['D2-2', 'D2-3'].map((assignee) => ({ id: assignee, assignee }));
  const body = { spec: { ...reviews(DUE), policy: RoundPolicy.parse(policy), ...spec }, tasks };
  expect(memory.send(ROUND, 'open', body, 'D1-1')).toBeNull();
  return memory;
}
const stateOf = (memory: Memory) => memory.streams.get(ROUND)!.state as RoundState;
const dueOf = (memory: Memory, id: string) => stateOf(memory).tasks.get(id)!.due;
const told = (memory: Memory, template: string) =>
  memory.notices.filter((n) => n.template === template).map((n) => [n.to, n.about.tasks]);
const extend = (memory: Memory, tasks: 'all' | string[], due: number) =>
  memory.send(ROUND, 'extend', { tasks, due, reason }, 'D1-1');

test('more time for all takes none from whoever was given more before, and does not tell them so', () => {
  const memory = opened();
  expect(extend(memory, ['D2-2'], DUE + 30 * DAY)).toBeNull();
  expect(extend(memory, 'all', DUE + 3 * DAY)).toBeNull();
  expect([dueOf(memory, 'D2-2'), dueOf(memory, 'D2-3')]).toEqual([DUE + 30 * DAY, DUE + 3 * DAY]);
  expect(told(memory, 'round.extended')).toEqual([
    ['D2-2', ['D2-2']],
    ['D2-3', ['D2-3']],
  ]);
  memory.send(ROUND, 'addTasks', { tasks: [{ id: 'new', assignee: 'D2-4' }] }, 'D1-1');
  expect(dueOf(memory, 'new')).toBe(DUE + 3 * DAY);
});

test('what would give nobody more time is refused, and nobody hears of it', () => {
  const memory = opened();
  expect(extend(memory, ['D2-2'], DUE - DAY)).toMatchObject({
    rejected: true,
    code: 'already-so',
    detail: 'What is open is due on 2027-01-17 or later already; that stands.',
  });
  expect(extend(memory, 'all', DUE)).toMatchObject({ code: 'already-so' });
  expect(told(memory, 'round.extended')).toEqual([]);
});

test('a date that has passed is told by the calendar of whoever asks', () => {
  const memory = opened({ late: 'refuse' });
  memory.now = at('16T07:30');
  // It is the 15th in Greenwich.
  expect(extend(memory, 'all', at('16T07:00'))).toMatchObject({ detail: expect.stringContaining('2027-01-16') });
  memory.now = at('25T09:00');
  extend(memory, 'all', at('26T07:00'));
  memory.now = at('26T07:30');
  expect(memory.send(ROUND, 'submit', { task: 'D2-2', answer: { score: 5 } }, 'D2-2')).toMatchObject({
    code: 'too-late',
    detail: expect.stringContaining('2027-01-26'),
  });
});

test('a task is reopened for a time that is to come, and never for less than it had', () => {
  const memory = opened({ settles: 'closed' });
  const reopen = (due: number | null) => memory.send(ROUND, 'reopen', { task: 'D2-2', reason, due }, 'D1-1');
  const answer = () => memory.send(ROUND, 'submit', { task: 'D2-2', answer: { score: 5 } }, 'D2-2');
  answer();
  expect(reopen(DUE - DAY)).toBeNull();
  expect(dueOf(memory, 'D2-2')).toBe(DUE);
  answer();
  memory.now = DUE + DAY;
  expect(reopen(null)).toMatchObject({
    code: 'wrong-date',
    detail: 'Task D2-2 was due on 2027-01-18; say by when it is to be answered anew.',
  });
  expect(reopen(DUE + 2 * DAY)).toBeNull();
  expect(dueOf(memory, 'D2-2')).toBe(DUE + 2 * DAY);
});

test('whoever is still to be asked in the morning hears neither of more time nor of the end', () => {
  const memory = new Memory(company(), at('08T21:00'));
  const tasks = ['D2-2', 'D2-3'].map((assignee) => ({ id: assignee, assignee }));
  memory.send(ROUND, 'open', { spec: reviews(DUE), tasks }, 'D1-1');
  extend(memory, 'all', DUE + DAY);
  memory.send(ROUND, 'withdraw', { tasks: ['D2-2'], reason }, 'D1-1');
  expect(memory.notices.map((n) => n.template)).toEqual(['round.invitation', 'round.invitation']);
  memory.now = at('11T09:00');
  extend(memory, 'all', DUE + 2 * DAY);
  memory.send(ROUND, 'withdraw', { tasks: ['D2-3'], reason }, 'D1-1');
  expect(memory.notices.slice(2).map((n) => n.template)).toEqual(['round.extended', 'round.withdrawn']);
});

test('while a round is held nobody is reminded and nothing lapses; then what was left of the time is left', async () => {
  const ladder = [
    { offset: '-2bd', to: 'assignee' },
    { offset: '1bd', to: 'manager' },
  ];
  const memory = opened({ ladder, silence: 'nil', grace: '2bd' });
  memory.now = at('12T15:00');
  expect(memory.send(ROUND, 'hold', { reason }, 'D1-1')).toBeNull();
  await memory.until(at('27T11:00'));
  expect(memory.notices.filter((n) => n.template !== 'round.invitation')).toEqual([]);
  expect(memory.send(ROUND, 'release', { reason }, 'D1-1')).toBeNull();
  // From Tuesday 15:00 to Monday 17:00 are four working days and two hours: from Wednesday 11:00 until Tuesday 13:00,
  // and until the hour of that day at which it was due.
  const due = Date.parse('2027-02-02T17:00+08:00');
  expect([stateOf(memory).spec!.due, dueOf(memory, 'D2-2')]).toEqual([due, due]);
  await memory.until(due + 20 * DAY);
  expect(memory.notices.slice(2).map((n) => [n.template, n.to, new Date(n.notBefore).toISOString()])).toEqual([
    ['round.reminder', 'D2-2', '2027-01-29T09:00:00.000Z'],
    ['round.reminder', 'D2-3', '2027-01-29T09:00:00.000Z'],
    ['round.reminder', 'D2-2', '2027-02-03T09:00:00.000Z'],
    ['round.reminder', 'D2-3', '2027-02-03T09:00:00.000Z'],
    ['round.escalation', 'D2-1', '2027-02-03T09:00:00.000Z'],
  ]);
  expect(memory.streams.get(ROUND)!.events.at(-2)).toMatchObject({
    type: 'TasksLapsed',
    at: Date.parse('2027-02-04T17:00+08:00'),
  });
});

test('what was late when the round was held is as late when it goes on, and what was behind a task stays behind it', async () => {
  const ladder = [
    { offset: '-8bd', to: 'assignee' },
    { offset: '2bd', to: 'manager' },
  ];
  const memory = opened({ ladder, silence: 'nil', grace: '3bd' });
  memory.now = at('19T17:00');
  memory.send(ROUND, 'hold', { reason }, 'D1-1');
  memory.now = Date.parse('2027-02-22T17:00+08:00');
  memory.send(ROUND, 'release', { reason }, 'D1-1');
  expect(dueOf(memory, 'D2-2')).toBe(Date.parse('2027-02-19T17:00+08:00'));
  expect(told(memory, 'round.reminder')).toEqual([]);
  await memory.until(Date.parse('2027-02-24T12:00+08:00'));
  expect(told(memory, 'round.reminder')).toHaveLength(2);
  expect(stateOf(memory).phase).toBe('open');
  await memory.until(Date.parse('2027-02-24T17:00+08:00'));
  expect(stateOf(memory).phase).toBe('settled');
});

describe('what is answered while the round is held', () => {
  const answered = (memory: Memory, task: string) =>
    memory.send(ROUND, 'submit', { task, answer: { score: 5 } }, task)?.code ?? stateOf(memory).tasks.get(task)!.late;
  const held = (policy: object, from: string) => {
    const memory = opened({ settles: 'closed', ...policy });
    memory.now = at(from);
    expect(memory.send(ROUND, 'hold', { reason }, 'D1-1')).toBeNull();
    memory.now = at('25T09:00');
    return memory;
  };

  test.each(['accept', 'refuse'])('is in time where it was when the clock stopped (late: %s)', (late) => {
    const memory = held({ late }, '18T16:00');
    expect(answered(memory, 'D2-2')).toBe(false);
    expect(memory.send(ROUND, 'release', { reason }, 'D1-1')).toBeNull();
    expect(answered(memory, 'D2-3')).toBe(false);
  });

  test('is late where it was late then', () => {
    expect(answered(held({}, '18T18:00'), 'D2-2')).toBe(true);
    expect(answered(held({ late: 'refuse' }, '18T18:00'), 'D2-2')).toBe('too-late');
  });

  test('is in time where it was given out, or given more time, since', () => {
    const memory = held({}, '18T18:00');
    expect(extend(memory, ['D2-2'], at('26T09:00'))).toBeNull();
    expect(
      memory.send(ROUND, 'addTasks', { tasks: [{ id: 'D2-4', assignee: 'D2-4', due: at('26T09:00') }] }, 'D1-1'),
    ).toBeNull();
    memory.now = at('28T09:00');
    expect(['D2-2', 'D2-3', 'D2-4'].map((task) => answered(memory, task))).toEqual([false, true, false]);
  });
});

test('what is given out while the round is held has its whole time when it goes on', () => {
  const memory = opened();
  memory.now = at('12T09:00');
  memory.send(ROUND, 'hold', { reason }, 'D1-1');
  memory.now = at('18T09:00');
  extend(memory, ['D2-2'], at('21T09:00'));
  memory.now = at('25T09:00');
  memory.send(ROUND, 'release', { reason }, 'D1-1');
  expect([dueOf(memory, 'D2-2'), dueOf(memory, 'D2-3')]).toEqual([at('28T09:00'), at('29T17:00')]);
});

test('a letter that waits when the round is held comes before the reminders, once the round goes on', async () => {
  const memory = new Memory(company(), at('09T11:00'));
  const ladder = [{ offset: '-1bd', to: 'assignee' }];
  const spec = { ...reviews(at('12T09:00')), policy: RoundPolicy.parse({ ladder }) };
  memory.send(ROUND, 'open', { spec, tasks: [{ id: 't', assignee: 'D2-2' }] }, 'D1-1');
  memory.now = at('10T12:00');
  memory.send(ROUND, 'hold', { reason }, 'D1-1');
  memory.now = at('12T09:00');
  memory.send(ROUND, 'release', { reason }, 'D1-1');
  // The invitation of Monday was put off, at the latest to Wednesday at 9:00; Wednesday's reminder comes a day after that.
  await memory.until(at('20T12:00'));
  expect(memory.notices.map((n) => [n.template, n.notBefore])).toEqual([
    ['round.invitation', at('11T08:00')],
    ['round.reminder', at('14T09:00')],
  ]);
});

test('nobody shortens by hand the time that others have', () => {
  const memory = opened();
  expect(memory.send(ROUND, 'extend', { tasks: 'all', due: DUE - DAY, exactly: true, reason }, 'D1-1')).toMatchObject({
    code: 'not-allowed',
  });
  expect(dueOf(memory, 'D2-2')).toBe(DUE);
  memory.send(ROUND, 'hold', { reason }, 'D1-1');
  memory.now += 3 * DAY;
  expect(memory.send(ROUND, 'release', { datesStand: true, reason }, 'D1-1')).toMatchObject({ code: 'not-allowed' });
  expect(stateOf(memory).phase).toBe('held');
});

test('what is asked about something that is sooner than before is due by that exactly, where there was more time as well', () => {
  const memory = opened();
  extend(memory, ['D2-2'], DUE + 30 * DAY);
  const sooner = { tasks: 'all', due: DUE - DAY, exactly: true, reason };
  expect(memory.send(ROUND, 'extend', sooner, 'system')).toBeNull();
  expect([dueOf(memory, 'D2-2'), dueOf(memory, 'D2-3'), stateOf(memory).spec!.due]).toEqual(Array(3).fill(DUE - DAY));
  expect(memory.send(ROUND, 'extend', sooner, 'system')).toMatchObject({ code: 'already-so' });
});

test('a round that was held goes on with its dates as they were, where what it asks about has not waited', () => {
  const memory = opened();
  memory.send(ROUND, 'hold', { reason }, 'D1-1');
  memory.now += 3 * DAY;
  expect(memory.send(ROUND, 'release', { datesStand: true, reason }, 'system')).toBeNull();
  expect([stateOf(memory).phase, dueOf(memory, 'D2-2'), stateOf(memory).spec!.due]).toEqual(['open', DUE, DUE]);
});

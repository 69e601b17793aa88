import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { house } from '../../../contracts/reasons.ts';
import { RoundPolicy } from '../../../contracts/round.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const ROUND: StreamId = 'round:r';
const NOW = Date.parse('2027-01-04T09:00:00+08:00');
const DUE = Date.parse('2027-01-18T17:00:00+08:00');
const DAY = 86_400_000;
const by = 'You know best.';
const reason = house('judge-applied');
const NO = { code: 'not-allowed' };
const ANSWER = { score: 7, comment: 'Clear.' };

/** A round about A and B; `x` is who turns out to be judged in it. */
function round(policy: object = {}) {
  const memory = new Memory(company(), NOW);
  const ladder = [{ offset: '1bd', to: 'manager' }];
  const spec = { ...reviews(DUE), policy: RoundPolicy.parse({ replaces: true, ladder, ...policy }) };
  const tasks = [
    { id: 'a', assignee: 'D2-2', about: 'A' },
    { id: 'a2', assignee: 'D2-3', about: 'A' },
    { id: 'b', assignee: 'D3-1', about: 'B' },
    { id: 'b2', assignee: 'D2-4', about: 'B' },
  ];
  const send = (type: string, body: object, actor = 'D1-1') => memory.send(ROUND, type, body, actor);
  expect(send('open', { spec, tasks })).toBeNull();
  const task = (id: string) => (memory.streams.get(ROUND)!.state as RoundState).tasks.get(id)!;
  return { memory, send, task };
}
const bar = (people: string[], about: 'all' | string[] = 'all') => ({ people, about, reason });

test('whoever is barred from a round that is open holds nothing in it any more, and gets nothing by any way', () => {
  const { send, task, memory } = round();
  const X = 'D3-1';
  expect(send('submit', { task: 'a', answer: ANSWER }, 'D2-2')).toBeNull();
  expect(send('recuse', { task: 'b2', reason: by }, 'D2-4')).toBeNull();
  expect(send('bar', bar([X, 'D2-2']), 'system')).toBeNull();
  expect(task('b')).toMatchObject({ state: 'withdrawn', assignee: X });
  expect(memory.notices.at(-1)).toMatchObject({ to: X, template: 'round.withdrawn' });
  expect(send('delegate', { task: 'a2', to: X, reason: by }, 'D2-3')).toMatchObject(NO);
  expect(send('reassign', { tasks: ['a2'], to: X, reason: by })).toMatchObject(NO);
  expect(send('addTasks', { tasks: [{ id: 'c', assignee: X }] })).toMatchObject(NO);
  expect(send('fill', { task: 'b2', by: { id: 'c', assignee: X }, reason: by })).toMatchObject(NO);
  // What they had answered before is not asked of them anew, nor what was taken back.
  expect(send('reopen', { task: 'a', reason: by })).toMatchObject(NO);
  expect(send('reopen', { task: 'b', reason: by })).toMatchObject(NO);
  expect(send('reassign', { tasks: ['a2'], to: 'D3-2', reason: by })).toBeNull();
});

test('nor does the engine itself give it to them', () => {
  const { send } = round();
  expect(send('bar', bar(['D3-2']), 'system')).toBeNull();
  for (const [type, body] of [
    ['reassign', { tasks: ['a'], to: 'D3-2', reason }],
    ['addTasks', { tasks: [{ id: 'c', assignee: 'D3-2' }] }],
  ] as const)
    expect(send(type, body, 'system')).toMatchObject(NO);
});

test('whoever is barred from what is asked about one subject keeps what is asked about another', () => {
  const { send, task } = round();
  expect(send('submit', { task: 'a2', answer: ANSWER }, 'D2-3')).toBeNull();
  expect(send('recuse', { task: 'a', reason: by }, 'D2-2')).toBeNull();
  expect(send('bar', bar(['D3-1', 'D2-3'], ['A']), 'system')).toBeNull();
  expect(task('b')).toMatchObject({ state: 'open', assignee: 'D3-1' });
  expect(send('fill', { task: 'a', by: { id: 'a3', assignee: 'D3-1', about: 'A' }, reason: by })).toMatchObject(NO);
  expect(send('fill', { task: 'a', by: { id: 'a3', assignee: 'D4-1', about: 'A' }, reason: by })).toBeNull();
  expect(send('reassign', { tasks: ['a3'], to: 'D3-1', reason: by })).toMatchObject(NO);
  expect(send('reopen', { task: 'a2', reason: by })).toMatchObject(NO);
  expect(send('reassign', { tasks: ['b2'], to: 'D2-3', reason: by })).toBeNull();
});

test('what is barred already is said so, and a round that is held bars as well', () => {
  const { send } = round();
  expect(send('hold', { reason: by })).toBeNull();
  expect(send('bar', bar(['D3-1']), 'system')).toBeNull();
  expect(send('bar', bar(['D3-1']), 'system')).toMatchObject({ code: 'already-so' });
  expect(send('bar', bar(['D4-1'], ['Z']), 'system')).toMatchObject({ code: 'already-so' });
});

test('people do not bar each other', () => {
  const { send, task } = round();
  expect(send('bar', { ...bar(['D2-2']), reason: by }, 'D1-1')).toMatchObject(NO);
  expect(task('a').state).toBe('open');
});

test('a manager who is barred does not hear who is silent; the next above does', async () => {
  const { memory, send } = round();
  expect(send('bar', bar(['D2-1']), 'system')).toBeNull();
  await memory.until(DUE + 5 * DAY);
  const told = memory.notices.filter((n) => n.template === 'round.escalation').map((n) => n.to);
  expect([...new Set(told)]).toEqual(['D1-1']);
});

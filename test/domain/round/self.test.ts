import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { RoundPolicy } from '../../../contracts/round.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const ROUND: StreamId = 'round:r';
const NOW = Date.parse('2027-01-04T09:00:00+08:00');
const DAY = 86_400_000;
const reason = 'You know best.';
const JUDGED = 'D2-5';

function round(policy: object, task: object) {
  const memory = new Memory(company(), NOW);
  const spec = { ...reviews(NOW + 30 * DAY), policy: RoundPolicy.parse({ replaces: true, ...policy }) };
  const send = (type: string, body: object, actor = 'D1-1') => memory.send(ROUND, type, body, actor);
  const open = () => send('open', { spec, tasks: [{ id: 't', assignee: 'D2-2', aboutPerson: JUDGED, ...task }] });
  return { open, send, tasks: () => (memory.streams.get(ROUND)!.state as RoundState).tasks };
}
const refused = (id = 't') => ({
  code: 'not-allowed',
  detail: expect.stringContaining(
    `${JUDGED} may not hold task ${id} of "Review", which is about them; name somebody else.`,
  ),
});

test('whom a task is about comes to hold it by no way of handing it over', () => {
  const { open, send, tasks } = round({}, {});
  expect(open()).toBeNull();
  expect(send('delegate', { task: 't', to: JUDGED, reason }, 'D2-2')).toMatchObject(refused());
  expect(send('reassign', { tasks: ['t'], to: JUDGED, reason })).toMatchObject(refused());
  expect(send('addTasks', { tasks: [{ id: 'u', assignee: JUDGED, aboutPerson: JUDGED }] })).toMatchObject(refused('u'));
  // By a third person neither.
  expect(send('delegate', { task: 't', to: 'D2-3', reason }, 'D2-2')).toBeNull();
  expect(send('delegate', { task: 't', to: JUDGED, reason }, 'D2-3')).toMatchObject(refused());
  expect(send('recuse', { task: 't', reason }, 'D2-3')).toBeNull();
  // Whatever the new task says of whom it is about, it is about the same person.
  for (const aboutPerson of [JUDGED, 'D3-1', null]) {
    const by = { id: 'v', assignee: JUDGED, aboutPerson };
    expect(send('fill', { task: 't', by, reason })).toMatchObject(refused('v'));
  }
  expect(send('fill', { task: 't', by: { id: 'v', assignee: 'D2-4' }, reason })).toBeNull();
  expect(tasks().get('v')).toMatchObject({ aboutPerson: JUDGED });
});

test('nor by the opening', () => {
  expect(round({}, { assignee: JUDGED }).open()).toMatchObject(refused());
});

test('whom a vacancy bars, what takes its place bars as well, whatever it says', () => {
  const { open, send, tasks } = round({}, { barred: ['D3-1'] });
  open();
  send('recuse', { task: 't', reason }, 'D2-2');
  const fill = (assignee: string) => send('fill', { task: 't', by: { id: 'v', assignee, barred: ['D3-2'] }, reason });
  expect(fill('D3-1')).toMatchObject({ code: 'not-allowed' });
  expect(fill('D2-4')).toBeNull();
  expect(tasks().get('v')!.barred).toEqual(['D3-1', 'D3-2']);
});

test("somebody's own word is nobody else's to give", () => {
  const only = { self: 'only' };
  expect(round(only, {}).open()).toMatchObject({
    code: 'not-allowed',
    detail: 'Task t: Nobody but D2-5 may hold task t of "Review"; withdraw it instead.',
  });
  const { open, send } = round(only, { assignee: JUDGED });
  expect(open()).toBeNull();
  expect(send('delegate', { task: 't', to: 'D2-2', reason }, JUDGED)).toMatchObject({ code: 'not-allowed' });
  expect(send('reassign', { tasks: ['t'], to: 'D2-2', reason })).toMatchObject({ code: 'not-allowed' });
  expect(send('addTasks', { tasks: [{ id: 'u', assignee: 'D2-2' }] })).toBeNull();
});

test("one task may be somebody's own word in a round where nobody judges themselves", () => {
  const { open, send, tasks } = round({}, { assignee: JUDGED, self: 'only' });
  expect(open()).toBeNull();
  const NO = { code: 'not-allowed' };
  expect(send('delegate', { task: 't', to: 'D2-2', reason }, JUDGED)).toMatchObject(NO);
  expect(send('reassign', { tasks: ['t'], to: 'D2-2', reason })).toMatchObject(NO);
  expect(send('addTasks', { tasks: [{ id: 'u', assignee: JUDGED, aboutPerson: JUDGED }] })).toMatchObject(refused('u'));
  // What takes its place is their own word as well, whatever it says.
  expect(send('decline', { task: 't', reason }, JUDGED)).toBeNull();
  const fill = (assignee: string) => send('fill', { task: 't', by: { id: 'v', assignee, self: 'allowed' }, reason });
  expect(fill('D2-2')).toMatchObject(NO);
  expect(fill(JUDGED)).toBeNull();
  expect(tasks().get('v')).toMatchObject({ aboutPerson: JUDGED, self: 'only' });
});

test('where it is allowed, people may answer about themselves and about others', () => {
  const { open, send } = round({ self: 'allowed' }, { assignee: JUDGED });
  expect(open()).toBeNull();
  expect(send('delegate', { task: 't', to: 'D2-2', reason }, JUDGED)).toBeNull();
});

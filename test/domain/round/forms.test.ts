import { expect, test } from '@jest/globals';
import type { Form } from '../../../contracts/form.ts';
import type { StreamId } from '../../../contracts/ids.ts';
import { ROUND_COMMANDS } from '../../../contracts/round.ts';
import { roundProcess } from '../../../domain/round/round.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const ROUND: StreamId = 'round:ratings';
const NOW = Date.parse('2027-01-04T09:00:00+08:00');
const DAY = 86_400_000;
const label = (en: string) => ({ en, 'zh-CN': en });

const levels = (...keys: string[]): Form => ({
  fields: [
    ...keys.map((key) => ({ key, label: label(key), kind: 'score' as const, required: true, min: 0, max: 7, step: 1 })),
    { key: 'why', label: label('Why'), kind: 'text' as const, required: false, minLength: 0, maxLength: 400 },
  ],
});
const spec = { ...reviews(NOW + 30 * DAY), forms: { fitter: levels('weld', 'file'), teller: levels('count') } };
const task = (id: string, assignee: string, form?: string) => ({
  id,
  assignee,
  aboutPerson: 'D3-1',
  ...(form ? { form } : {}),
});

function opened(): Memory {
  const memory = new Memory(company(), NOW);
  const tasks = [task('f', 'D2-1', 'fitter'), task('t', 'D2-1', 'teller'), task('own', 'D2-2')];
  expect(memory.send(ROUND, 'open', { spec, tasks }, 'D1-1')).toBeNull();
  return memory;
}
const taskOf = (memory: Memory, id: string) => (memory.streams.get(ROUND)!.state as RoundState).tasks.get(id)!;
const submit = (memory: Memory, id: string, answer: object, by = 'D2-1') =>
  memory.send(ROUND, 'submit', { task: id, answer }, by);
const change = (memory: Memory, tasks: 'all' | string[], key = 'fitter-2') =>
  memory.send(ROUND, 'reform', { tasks, key, form: levels('weld', 'rivet'), reason: 'The model changed.' }, 'D1-1');

test('an answer is checked on the form of its task', () => {
  const memory = opened();
  expect(submit(memory, 't', { weld: 3, file: 4 })).toMatchObject({ code: 'answer-invalid' });
  expect(submit(memory, 'f', { weld: 3, file: 4 })).toBeNull();
  expect(submit(memory, 't', { count: 2 })).toBeNull();
  expect(submit(memory, 'own', { score: 2 }, 'D2-2')).toBeNull();
});

test('free text is sealed by the form of its task, as text of the person it is about', () => {
  const memory = opened();
  submit(memory, 'f', { weld: 3, file: 4, why: 'He burns through every seam.' });
  const { events } = memory.streams.get(ROUND)!;
  expect(events.at(-1)).toMatchObject({ body: { answer: { weld: 3, why: { of: 'D3-1' } } } });
  expect(JSON.stringify(events)).not.toContain('seam');
  expect(taskOf(memory, 'f').answer).toEqual({ weld: 3, file: 4 });
});

test('one message tells of tasks on several forms', () => {
  const told = opened().notices.filter((n) => n.template === 'round.invitation');
  expect(told.map((n) => [n.to, n.about.tasks])).toEqual([
    ['D2-1', ['f', 't']],
    ['D2-2', ['own']],
  ]);
});

test('a task on a form that the round does not have is refused, when it opens and later', () => {
  const memory = new Memory(company(), NOW);
  expect(memory.send(ROUND, 'open', { spec, tasks: [task('x', 'D2-1', 'baker')] }, 'D1-1')).toMatchObject({
    code: 'form-unknown',
    detail: 'Task x: "Review" has no form baker; its forms are fitter, teller.',
  });
  expect(opened().send(ROUND, 'addTasks', { tasks: [task('x', 'D2-1', 'smith')] }, 'D1-1')).toMatchObject({
    code: 'form-unknown',
  });
});

test('a command that knows of one form only is taken as before', () => {
  const body = { spec: reviews(NOW), tasks: [{ id: 'x', assignee: 'D2-1' }] };
  expect(Object.keys(ROUND_COMMANDS.open.parse(body).tasks[0]!)).not.toContain('form');
});

test('a changed form goes to what nobody has begun; what is drafted or was answered keeps the one it has', () => {
  const memory = opened();
  memory.send(ROUND, 'addTasks', { tasks: ['a', 'b', 'c', 'd'].map((id) => task(id, 'D2-1', 'fitter')) }, 'D1-1');
  memory.send(ROUND, 'saveDraft', { task: 'a' }, 'D2-1');
  submit(memory, 'b', { weld: 1, file: 1 });
  submit(memory, 'c', { weld: 1, file: 1 });
  memory.send(ROUND, 'reopen', { task: 'c', reason: 'Look again.' }, 'D1-1');
  expect(change(memory, ['f', 'a', 'b', 'c', 'd'])).toBeNull();
  expect(['f', 'a', 'b', 'c', 'd'].map((id) => taskOf(memory, id).form)).toEqual([
    'fitter-2',
    'fitter',
    'fitter',
    'fitter',
    'fitter-2',
  ]);
  expect(taskOf(memory, 't').form).toBe('teller');
  expect(submit(memory, 'f', { weld: 3, file: 4 })).toMatchObject({ code: 'answer-invalid' });
  expect(submit(memory, 'f', { weld: 3, rivet: 4 })).toBeNull();
  expect(submit(memory, 'a', { weld: 3, file: 4 })).toBeNull();
  expect(memory.send(ROUND, 'addTasks', { tasks: [task('late', 'D2-2', 'fitter-2')] }, 'D1-1')).toBeNull();
});

test('a changed form needs a key of its own, tasks that the round has, and one at least that nobody has begun', () => {
  const memory = opened();
  expect(change(memory, 'all', 'teller')).toMatchObject({ code: 'duplicate' });
  expect(change(memory, ['f', 'nowhere'])).toMatchObject({ code: 'not-found' });
  memory.send(ROUND, 'saveDraft', { task: 'f' }, 'D2-1');
  expect(change(memory, ['f'])).toMatchObject({ code: 'task-not-open' });
});

test('a changed form survives a snapshot', () => {
  const memory = opened();
  change(memory, ['f']);
  const stream = memory.streams.get(ROUND)!;
  const { freeze, thaw } = roundProcess;
  stream.state = thaw(JSON.parse(JSON.stringify(freeze(stream.state as RoundState))));
  expect(submit(memory, 'f', { weld: 3, rivet: 4 })).toBeNull();
});

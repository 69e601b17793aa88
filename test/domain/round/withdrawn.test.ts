import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const ROUND: StreamId = 'round:r';
const NOW = Date.parse('2027-01-04T09:00:00+08:00');
const DAY = 86_400_000;

function opened(tasks: readonly (readonly [id: string, assignee: string])[]): Memory {
  const memory = new Memory(company(), NOW);
  const specs = tasks.map(([id, assignee]) => ({ id, assignee, about: 'A', aboutPerson: null, due: null }));
  expect(memory.send(ROUND, 'open', { spec: reviews(NOW + 30 * DAY), tasks: specs }, 'D1-1')).toBeNull();
  return memory;
}
const told = (memory: Memory) =>
  memory.notices.filter((n) => n.template === 'round.withdrawn').map((n) => [n.to, n.about.tasks, n.whileOpen]);

test('whose tasks are withdrawn hears of it once, and the message does not wait for them to be open', () => {
  const memory = opened([
    ['a', 'D2-1'],
    ['b', 'D2-1'],
    ['c', 'D3-1'],
  ]);
  memory.send(ROUND, 'withdraw', { tasks: ['a', 'b'], reason: 'Asked twice.' }, 'D1-1');
  expect(told(memory)).toEqual([['D2-1', ['a', 'b'], undefined]]);
});

test('closing a round tells those who have not answered, and nobody else', () => {
  const memory = opened([
    ['a', 'D2-1'],
    ['b', 'D2-2'],
    ['c', 'D3-1'],
  ]);
  memory.send(ROUND, 'submit', { task: 'a', answer: { score: 7 } }, 'D2-1');
  memory.now += DAY;
  memory.send(ROUND, 'withdraw', { tasks: ['b'], reason: 'On leave.' }, 'D1-1');
  memory.now += DAY;
  memory.send(ROUND, 'close', { reason: 'Enough answers.' }, 'D1-1');
  expect(told(memory)).toEqual([
    ['D2-2', ['b'], undefined],
    ['D3-1', ['c'], undefined],
  ]);
});

import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { standingOf } from '../../../domain/round/standing.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const ROUND: StreamId = 'round:r';
const NOW = Date.parse('2027-01-04T09:00:00+08:00');

/** A round in which each subject is given these scores, in this order. */
function scored(scores: Readonly<Record<string, readonly number[]>>): Memory {
  const memory = new Memory(company(), NOW);
  const answers = Object.entries(scores).flatMap(([about, all]) =>
    all.map((score, i) => ({ id: `${about}.${i}`, about, assignee: `D2-${i + 1}`, score })),
  );
  const spec = reviews(NOW + 30 * 86_400_000);
  const form = { fields: [{ ...spec.form.fields[0]!, min: 0, step: 0.1 }] };
  const tasks = answers.map(({ id, about, assignee }) => ({ id, about, assignee, aboutPerson: null, due: null }));
  const policy = { ...spec.policy, settles: 'closed' };
  expect(memory.send(ROUND, 'open', { spec: { ...spec, form, policy }, tasks }, 'D1-1')).toBeNull();
  for (const { id, assignee, score } of answers) submit(memory, id, assignee, score);
  return memory;
}

function submit(memory: Memory, task: string, assignee: string, score: number): void {
  expect(memory.send(ROUND, 'submit', { task, answer: { score } }, assignee)).toBeNull();
}

const standing = (memory: Memory) => standingOf(memory.streams.get(ROUND)!.state as RoundState);

test('equal means share a place in whatever order their answers came, and the next one is skipped', () => {
  const memory = scored({ A: [0.1, 0.2, 0.3], B: [0.3, 0.2, 0.1], C: [0.2], D: [0.1, 0.2], E: [9.9] });
  expect(standing(memory)).toEqual([
    { place: 1, about: 'E', mean: 9.9, answers: 1 },
    { place: 2, about: 'A', mean: 0.2, answers: 3 },
    { place: 2, about: 'B', mean: 0.2, answers: 3 },
    { place: 2, about: 'C', mean: 0.2, answers: 1 },
    { place: 5, about: 'D', mean: 0.15, answers: 2 },
  ]);
});

test('an answer that is reopened does not count until it is given again', () => {
  const memory = scored({ A: [4, 8], B: [5] });
  expect(memory.send(ROUND, 'reopen', { task: 'A.1', reason: 'Look again.' }, 'D1-1')).toBeNull();
  expect(standing(memory).map((l) => [l.about, l.mean, l.answers])).toEqual([
    ['B', 5, 1],
    ['A', 4, 1],
  ]);
  submit(memory, 'A.1', 'D2-2', 7);
  expect(standing(memory).map((l) => [l.about, l.mean, l.answers])).toEqual([
    ['A', 5.5, 2],
    ['B', 5, 1],
  ]);
});

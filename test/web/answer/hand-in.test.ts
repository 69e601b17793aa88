import { expect, test } from '@jest/globals';
import { ApiProblem, NoConnection } from '../../../web/src/api/problem.ts';
import { handInAll, sortedBy } from '../../../web/src/features/answer/store/hand-in.ts';

const people = Array.from({ length: 201 }, (_, i) => ({ task: `t${i}` }));

test('a request that fails takes nothing away from those before and after it', async () => {
  const sizes: number[] = [];
  const outcomes = await handInAll(people, async (some) => {
    sizes.push(some.length);
    if (sizes.length === 2) throw new NoConnection();
    return some.map(({ task }) => ({ task, error: null }));
  });
  expect(sizes).toEqual([100, 100, 1]);
  const { taken, lost, refused } = sortedBy(people, outcomes);
  expect([taken.length, lost.length, refused]).toEqual([101, 100, []]);
  expect(lost[0]).toEqual({ task: 't100' });
});

test('whoever was not taken stands beside those of the same reason, also where a whole request was refused', async () => {
  const closed = new ApiProblem('round-closed', 409, 'The round is closed.');
  const outcomes = await handInAll(people, async (some) => {
    if (some.length > 1) return some.map(({ task }) => ({ task, error: task === 't7' ? closed : null }));
    throw new ApiProblem('unauthenticated', 401, 'Sign in.');
  });
  const { taken, refused } = sortedBy([...people, { task: 'gone' }], outcomes);
  expect(taken).toHaveLength(199);
  expect(refused).toEqual([
    { why: 'The round is closed.', people: [{ task: 't7' }] },
    { why: 'Sign in.', people: [{ task: 't200' }] },
  ]);
});

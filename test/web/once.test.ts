import { expect, test } from '@jest/globals';
import { once } from '../../web/src/api/once.ts';
import { ApiProblem, NoConnection, problemFrom } from '../../web/src/api/problem.ts';

const sent: string[] = [];
const say = (act: string, fault?: Error) =>
  once(['withdraw', act], async (id) => {
    sent.push(id);
    if (fault) throw fault;
    return 'done';
  }).catch((error: Error) => error);

test('an act of which nothing was heard goes under its id again, and any other under its own', async () => {
  await say('A', new NoConnection());
  await say('B');
  await say('A', problemFrom(503, {}));
  expect(await say('A')).toBe('done');
  expect(await say('A', new ApiProblem('too-late', 409, ''))).toBeInstanceOf(ApiProblem);
  await say('A');
  const [lost, other, away, heard, refused, after] = sent;
  expect([away, heard]).toEqual([lost, lost]);
  expect(new Set([lost, other, refused, after]).size).toBe(4);
});

import { expect, test } from '@jest/globals';
import { peopleShown } from '../../views/selection/overview.ts';
import { Scenario } from '../domain/selection/scenario.ts';

test('the view names whoever has moved up from the reserve', async () => {
  const s = await (await new Scenario({ acceptance: () => null }).start()).to('call');
  for (const p of ['D2-2', 'D2-3', 'D2-4', 'D1-5']) await s.apply(p);
  await s.to('results');
  const [first] = s.state.decision!.candidates;
  s.habits.acceptance = (t) => ({ accepts: t.about !== first });
  await s.to('closed');
  const appointed = Object.values(s.state.applications).filter((a) => a.appointment);
  expect(appointed.some((a) => !s.state.decision!.candidates.includes(a.code))).toBe(true);
  expect(peopleShown(s.state)).toEqual(expect.arrayContaining(appointed.map((a) => a.person)));
});

import { expect, test } from '@jest/globals';
import { Scenario } from './scenario.ts';

const APPLICANTS = ['D2-2', 'D2-3', 'D3-2', 'D3-5', 'D2-5'];

test('a selection runs from published measures to appointments', async () => {
  const s = await new Scenario().start();
  expect(s.state.stage).toBe('measures');
  await s.to('publicity');
  await s.to('call');
  for (const person of APPLICANTS) await s.apply(person);
  await s.to('screening');
  await s.to('reviewers');
  await s.to('review');
  await s.to('notice');
  expect(s.state.decision!.candidates).toHaveLength(2);
  await s.to('closed');
  expect(Object.values(s.state.outcomes!).filter((o) => o === 'appointed')).toHaveLength(2);
  expect(Object.keys(s.state.outcomes!)).toHaveLength(APPLICANTS.length);
  expect(s.memory.refusedOrders).toEqual([]);
  expect(s.told('selection.appointed')).toHaveLength(2);
});

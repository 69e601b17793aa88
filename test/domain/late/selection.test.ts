import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { STAGES } from '../../../contracts/selection/terms.ts';
import { begun, deed } from '../selection/acts.ts';
import { DAY, ID, type Scenario, START } from '../selection/scenario.ts';
import { again, factsOf, lettersOf, outcomesOf, played, type Step } from './looking.ts';

const ends = {
  measures: 7,
  publicity: 21,
  call: 42,
  screening: 56,
  reviewers: 70,
  review: 91,
  decision: 105,
  results: 140,
};
const timetable = Object.fromEntries(Object.entries(ends).map(([stage, day]) => [stage, START + day * DAY]));

const story = fc.tuple(
  fc.constantFrom(...STAGES.filter((s) => s !== 'ranking' && s !== 'closed')),
  fc.array(fc.tuple(fc.constantFrom<Step>('hour', 'hour', 1, 26), deed, fc.nat()), { minLength: 3, maxLength: 15 }),
);

test('a selection ends alike, whether somebody looked before each command or after it', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ([stage, steps]) => {
      const looked = await begun(stage, 2, { timetable });
      const acts = steps.map(([step, act, seed]) => {
        return [step, (run: Scenario) => act(run, (list) => list[seed % Math.max(list.length, 1)])] as const;
      });
      const moments = await played(looked, acts);
      const late = await begun(stage, 2, { timetable });
      expect(await again(late.memory, ID, moments)).toEqual(outcomesOf(moments));
      expect(factsOf(late.memory)).toEqual(factsOf(looked.memory));
      expect(lettersOf(late.memory)).toEqual(lettersOf(looked.memory));
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 30) },
  );
});

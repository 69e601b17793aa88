import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { STAGES } from '../../../contracts/selection.ts';
import { begun, deed } from '../selection/acts.ts';
import { DAY, ID, START } from '../selection/scenario.ts';
import { again, factsOf, lettersOf, listen, lookUntil } from './looking.ts';

const HOUR = 3_600_000;
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
  fc.array(fc.tuple(fc.constantFrom(1, 7, 26, 60), deed, fc.nat()), { minLength: 3, maxLength: 15 }),
);

test('a selection ends alike, whether anybody looked between two commands or not', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ([stage, steps]) => {
      const looked = await begun(stage, 2, { timetable });
      const given = listen(looked.memory);
      for (const [hours, act, seed] of steps) {
        lookUntil(looked.memory, looked.memory.now + hours * HOUR);
        await act(looked, (list) => list[seed % Math.max(list.length, 1)]);
      }
      const late = await begun(stage, 2, { timetable });
      expect(await again(late.memory, ID, given)).toEqual(given.map((g) => g.outcome));
      const end = looked.memory.now + 3 * DAY;
      lookUntil(looked.memory, end);
      looked.memory.poke(ID);
      late.memory.now = end;
      late.memory.poke(ID);
      for (const { memory } of [looked, late]) await memory.work();
      expect(factsOf(late.memory)).toEqual(factsOf(looked.memory));
      expect(lettersOf(late.memory)).toEqual(lettersOf(looked.memory));
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 60) },
  );
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CYCLE_EVENTS, type CycleEventType } from '../../../contracts/cycle/events.ts';
import { outcomesOf } from '../../../domain/cycle/needs/outcomes.ts';
import type { CycleState } from '../../../domain/cycle/state.ts';
import { mergedId } from '../../../domain/cycle/summary/merging.ts';
import { atNeeds, stated } from './needing.ts';
import type { CycleRun } from './run.ts';

const answer = fc.oneof(
  fc.constant({ answer: 'nil' }),
  fc.constant({ answer: 'silent' }),
  fc.record({ answer: fc.constant('needs'), keep: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }) }),
);

const said = fc.record({
  people: fc.subarray(['D2-5', 'D2-6', 'D2-7']),
  problem: fc.constantFrom('', 'Machines stand still.'),
  element: fc.constantFrom('planning', 'welding'),
  reply: fc.constantFrom('problem', 'drop', 'silent'),
});

const choices = fc.record({
  answers: fc.array(answer, { minLength: 5, maxLength: 5 }),
  silence: fc.constantFrom('gaps', 'nothing'),
  stated: fc.array(said, { maxLength: 4 }),
  split: fc.boolean(),
  sources: fc.array(fc.constantFrom('rule', 'coaching', 'none'), { minLength: 6, maxLength: 6 }),
});

type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

async function live(choice: Choices): Promise<CycleRun> {
  const run = await atNeeds({}, { silence: choice.silence });
  for (const { reply: _, ...need } of choice.stated) await run.send('stateNeed', stated(need), 'D2-1');
  await reply(run, choice);
  for (const [i, a] of choice.answers.entries()) {
    const department = `D${i + 1}`;
    const own = Object.values(run.state.needs).filter((n) => n.department === department);
    if (a.answer === 'nil') await run.submit('needs', department, { answer: 'nil', reason: 'Nothing is lacking.' });
    if (!('keep' in a)) continue;
    const confirmed = own.filter((_, k) => a.keep[k]).map((n) => n.need);
    await run.submit('needs', department, { answer: 'needs', confirmed });
  }
  if (run.state.stage === 'needs') await run.send('finishStage', { stage: 'needs', reason: 'Time is up.' });
  const [first] = Object.values(run.state.merged).filter((m) => m.needs.length > 1);
  if (choice.split && first) await run.send('splitNeed', { merged: first.id, reason: 'Each for itself.' });
  await run.send('finishStage', { stage: 'summary', reason: 'All is merged.' });
  for (const [i, source] of choice.sources.entries()) {
    const merged = mergedId(i + 1);
    if (source === 'rule' || !run.state.merged[merged]) continue;
    await run.send('chooseSource', { merged, source, reason: 'Agreed so.' });
  }
  return run;
}

async function reply(run: CycleRun, choice: Choices): Promise<void> {
  const all = Object.values(run.state.needs).filter((n) => n.origin === 'stated');
  for (const [i, need] of all.entries()) {
    if (need.state !== 'sent-back') continue;
    const { reply: as } = choice.stated[i]!;
    const own = () => run.state.needs[need.need]!;
    if (as === 'drop') await run.submit('questions', own().question!.task, { named: false });
    if (as !== 'problem') continue;
    if (own().question!.what === 'who') {
      await run.submit('questions', own().question!.task, { named: true, people: ['D2-7'] });
    }
    if (own().state === 'sent-back') {
      await run.submit('questions', own().question!.task, { named: true, problem: 'Machines stand still.' });
    }
  }
}

/** Every need that stands has one home in the summary, and nothing else has any. */
function homesOf(state: CycleState): string[] {
  return Object.values(state.merged).flatMap((m) => m.needs);
}

test('every need stands in one merged need or in none, and ends in exactly one way', async () => {
  await fc.assert(
    fc.asyncProperty(choices, async (choice) => {
      const run = await live(choice);
      const { state } = run;
      const all = Object.values(state.needs);
      const standing = all.filter((n) => n.state === 'confirmed').map((n) => n.need);
      expect(homesOf(state).sort()).toEqual(standing.sort());
      expect(Object.keys(state.sourcing).sort()).toEqual(Object.keys(state.merged).sort());
      expect(all.filter((n) => n.state === 'proposed' || n.state === 'stated')).toEqual([]);
      const ends = outcomesOf(state);
      expect(Object.keys(ends).sort()).toEqual(all.map((n) => n.need).sort());
      for (const n of all) {
        const source = Object.values(state.sourcing).find((s) =>
          state.merged[s.merged]!.needs.includes(n.need),
        )?.source;
        const expected =
          n.state === 'sent-back'
            ? ['sent-back']
            : n.state !== 'confirmed'
              ? ['withdrawn']
              : source === 'coaching'
                ? ['coached']
                : ['cut'];
        expect(expected).toContain(ends[n.need]);
        if (n.state === 'confirmed')
          expect(n.people.length > 0 && (n.diagnosed || n.problem || n.problemNamed)).toBeTruthy();
      }
      expect(run.memory.refusedOrders).toEqual([]);
      for (const { type, body } of run.memory.streams.get(run.id)!.events) {
        expect(CYCLE_EVENTS[type as CycleEventType].parse(body)).toEqual(body);
      }
    }),
    { numRuns: 40 },
  );
});

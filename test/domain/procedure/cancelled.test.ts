import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { StreamId } from '../../../contracts/ids.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import type { Memory } from '../../../domain/turn/memory.ts';
import { CONFIRMING } from '../cycle/needing.ts';
import { atExecution, YES } from '../cycle/planned.ts';
import { CYCLE, CycleRun, DAY, OPS } from '../cycle/run.ts';
import { ID, Scenario } from '../selection/scenario.ts';
import { lived, pauses, scattered, silence, some } from './living.ts';

const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 12) };
const reason = 'There is no money.';
const steps = fc.integer({ min: 0, max: 150 });
/** Who was at a course that is over is asked for on. */
const STAYS = 'offering-attendance';

/** Cancels it, and lets half a year pass: nothing is asked, and nobody is written to, but for who was at a course. */
async function expectOver(memory: Memory, id: StreamId): Promise<void> {
  expect(memory.send(id, 'cancel', { reason }, OPS)).toBeNull();
  await memory.work();
  expect(memory.refusedOrders).toEqual([]);
  const open = [...memory.streams.values()].filter(({ stream, version }) => version > 0 && stream.startsWith('round:'));
  const asking = open.map((s) => s.state as RoundState).filter((r) => r.phase === 'open' || r.phase === 'held');
  expect(asking.map((r) => r.spec!.purpose).filter((purpose) => purpose !== STAYS)).toEqual([]);
  const before = memory.notices.length;
  await memory.until(memory.now + 180 * DAY);
  const since = memory.notices.slice(before).filter(({ stream }) => {
    const round = memory.streams.get(stream)?.state as RoundState | undefined;
    return round?.spec?.purpose !== STAYS;
  });
  expect(since).toEqual([]);
}

test('a cycle that is cancelled at any moment, also while it stands still, asks nothing any more', async () => {
  await fc.assert(
    fc.asyncProperty(steps, pauses, silence, fc.boolean(), async (count, stops, every, paused) => {
      const run = new CycleRun({ ...CONFIRMING });
      run.habits = some({ ...run.habits, ...YES }, every);
      run.memory.organisation = scattered(run.memory.organisation);
      await run.open();
      await lived(run, CYCLE, count, stops, OPS);
      if (paused) run.memory.send(CYCLE, 'pause', { reason }, OPS);
      await expectOver(run.memory, CYCLE);
    }),
    RUNS,
  );
});

test('so does one whose courses are under way, at every stage of theirs', async () => {
  await fc.assert(
    fc.asyncProperty(steps, pauses, silence, fc.boolean(), async (count, stops, every, paused) => {
      const run = await atExecution({ ...CONFIRMING, ...YES });
      run.habits = some(run.habits, every);
      await lived(run, CYCLE, count, stops, OPS);
      if (run.state.phase === 'closed') return;
      if (paused) run.memory.send(CYCLE, 'pause', { reason }, OPS);
      await expectOver(run.memory, CYCLE);
      const courses = Object.values(run.state.offerings).map(({ stream }) => run.memory.streams.get(stream)!);
      const asked = (id: StreamId) =>
        [...run.memory.streams.values()].some(({ stream, state, closed }) => {
          const round = state as RoundState;
          return stream.startsWith('round:') && !closed && round.spec?.owner === id && round.spec.purpose === STAYS;
        });
      expect(courses.filter(({ stream, closed }) => !closed && !asked(stream))).toEqual([]);
    }),
    RUNS,
  );
});

test('so does a selection', async () => {
  await fc.assert(
    fc.asyncProperty(steps, pauses, silence, fc.boolean(), async (count, stops, every, paused) => {
      const s = new Scenario();
      s.habits = some(s.habits, every);
      await s.start();
      await s.to('call');
      for (const person of ['D2-2', 'D3-2', 'D4-2', 'D5-2', 'D2-3']) await s.apply(person);
      await lived(s, ID, count, stops, OPS);
      if (s.state.phase === 'closed') return;
      if (paused) s.memory.send(ID, 'pause', { reason }, OPS);
      await expectOver(s.memory, ID);
    }),
    RUNS,
  );
});

import { expect, test } from '@jest/globals';
import { cycleProcess } from '../../../domain/cycle/cycle.ts';
import { copyOf } from '../../../domain/cycle/state.ts';
import type { Recorded } from '../../../domain/process.ts';
import { CONFIRMING } from './needing.ts';
import { compiler, YES } from './planned.ts';
import { CYCLE, CycleRun } from './run.ts';

test('whoever looks at a cycle sees one moment, while a copy of it is folded on through the whole procedure', async () => {
  const run = new CycleRun({ ...CONFIRMING, ...YES }, { workers: { compilePlan: compiler } });
  await run.open();
  await run.to('summary');
  await run.to('execution');
  await run.send('finishStage', { stage: 'execution', reason: 'What is under way comes home.' });
  const { events } = run.memory.streams.get(CYCLE)!;
  expect(new Set(events.map((e) => e.type)).size).toBeGreaterThan(15);

  let state = cycleProcess.initial(CYCLE);
  for (const event of events) {
    const seen = structuredClone(state);
    const next = cycleProcess.evolve(copyOf(state), event as Recorded<never>);
    expect({ after: event.type, state }).toEqual({ after: event.type, state: seen });
    state = next;
  }
  expect(state).toEqual(run.state);
});

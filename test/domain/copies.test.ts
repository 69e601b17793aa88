import { describe, expect, test } from '@jest/globals';
import type { ProcessType, StreamId } from '../../contracts/ids.ts';
import { processTypeOf } from '../../contracts/ids.ts';
import { processOf } from '../../domain/kinds.ts';
import type { Recorded } from '../../domain/process.ts';
import { CONFIRMING } from './cycle/needing.ts';
import { compiler, YES } from './cycle/planned.ts';
import { CycleRun } from './cycle/run.ts';
import { Course, terms } from './offering/scenario.ts';
import { Scenario } from './selection/scenario.ts';

type Told = ReadonlyMap<StreamId, { readonly events: readonly Recorded[] }>;

/** Folds every stream event by event, each time on a copy; returns how many kinds of events it has seen of a process. */
function foldOnCopies(streams: Told): Partial<Record<ProcessType, number>> {
  const kinds: Partial<Record<ProcessType, Set<string>>> = {};
  for (const [stream, { events }] of streams) {
    const process = processOf(stream);
    let state = process.initial(stream);
    for (const event of events) {
      const before = structuredClone(state);
      const next = process.evolve(process.copy(state), event);
      expect({ stream, after: event.type, state }).toEqual({ stream, after: event.type, state: before });
      state = next;
    }
    const inPlace = events.reduce(process.evolve, process.initial(stream));
    expect({ stream, state }).toEqual({ stream, state: inPlace });
    const type = processTypeOf(stream);
    kinds[type] = new Set([...(kinds[type] ?? []), ...events.map((e) => e.type)]);
  }
  return Object.fromEntries(Object.entries(kinds).map(([type, seen]) => [type, seen.size]));
}

describe('whoever looks at a state sees one moment, while a copy of it is folded on through the whole procedure', () => {
  test('of a cycle and its rounds', async () => {
    const run = new CycleRun({ ...CONFIRMING, ...YES }, { workers: { compilePlan: compiler } });
    await run.open();
    await run.to('summary');
    await run.to('execution');
    await run.send('finishStage', { stage: 'execution', reason: 'What is under way comes home.' });
    const { cycle, round } = foldOnCopies(run.memory.streams);
    expect(cycle).toBeGreaterThan(15);
    expect(round).toBeGreaterThan(3);
  });

  test('of an offering and its rounds', async () => {
    const course = new Course().open({}, { course: { ...terms().course, test: true } });
    await course.to('closed');
    expect(foldOnCopies(course.memory.streams).offering).toBeGreaterThan(10);
  });

  test('of a selection and its rounds', async () => {
    const selection = await new Scenario().start();
    await selection.to('call');
    for (const person of ['D2-2', 'D2-3', 'D3-2', 'D3-5', 'D2-5']) await selection.apply(person);
    await selection.to('review');
    await selection.to('closed');
    expect(foldOnCopies(selection.memory.streams).selection).toBeGreaterThan(15);
  });
});

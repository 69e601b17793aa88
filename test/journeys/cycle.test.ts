import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestEngine } from '../harness/engine.ts';
import { Year } from './year.ts';

describe('a training-plan cycle over a year', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await Year.engine();
  });
  afterAll(() => engine.stop());

  test('goes from mobilisation to the proposals for the next cycle, with everything on record', async () => {
    const year = await Year.open(engine, 'whole');
    await year.to('execution');
    const { plan, digest } = await year.plan();
    expect(plan.offerings.length).toBeGreaterThan(0);
    expect((await year.events('PlanFrozen'))[0]!.body.digest).toBe(digest);
    expect((await year.started()).map((s) => s.offering)).toEqual(plan.offerings.map((o) => o.id));
    await year.to('closed');
    const results = await year.results();
    expect(results).toHaveLength(plan.offerings.length);
    for (const { result } of results) expect(result.held).toBe(true);
    const needs = Object.values((await year.events('CycleClosed'))[0]!.body.needs as object);
    expect(new Set(needs)).toEqual(new Set(['planned']));
    expect((await year.events('StageStarted')).map((e) => e.body.stage)).toEqual([
      'mobilisation',
      'ratings',
      'talks',
      'needs',
      'summary',
      'sourcing',
      'compiling',
      'commitments',
      'approval',
      'execution',
      'effect',
      'feedback',
      'closed',
    ]);
    expect(engine.complaints).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { latestPlan } from '../../../domain/cycle/state.ts';
import type { OfferingState } from '../../../domain/offering/state.ts';
import { CONFIRMING } from './needing.ts';
import { compiler, YES } from './planned.ts';
import { CycleRun } from './run.ts';

describe('from the mobilisation to the offerings', () => {
  it('promises a share of the gaps that were rated, and starts courses from what was rated', async () => {
    const run = new CycleRun({ ...CONFIRMING, ...YES }, { workers: { compilePlan: compiler } });
    await run.open();
    await run.to('summary');
    await run.send('setTrainers', {
      trainers: [
        { person: 'D5-2', courses: ['C-WELD', 'C-SAFE'], hours: 80 },
        { person: 'D5-3', courses: ['C-COACH', 'C-PLAN'], hours: 80 },
      ],
    });
    await run.to('execution');
    const { plan } = latestPlan(run.state)!;
    expect(plan.offerings.length).toBeGreaterThan(0);
    const places = plan.offerings.reduce((sum, o) => sum + o.participants.length, 0);
    // Every rated gap is one level: at least half of it, times an importance of 2 and more.
    expect(plan.effect).toBeGreaterThanOrEqual(places);
    const [first] = plan.offerings;
    const child = run.memory.streams.get(`offering:plan-2027.${first!.id}`)!.state as OfferingState;
    expect(child.terms!.baseline.length).toBeGreaterThan(0);
    expect(child.terms!.baseline.every((b) => b.rated === Number(b.required) - 1)).toBe(true);
    expect(run.memory.refusedOrders).toEqual([]);
  });
});

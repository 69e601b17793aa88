import { beforeAll, describe, expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { effectOf } from '../../../domain/cycle/effect/effect.ts';
import type { CycleState } from '../../../domain/cycle/state.ts';
import { CONFIRMING } from './needing.ts';
import { compiler, YES } from './planned.ts';
import { CycleRun, cycleTerms, OPS } from './run.ts';
import { toTheEnd } from './whole-year.ts';

describe('a year from the mobilisation to the close', () => {
  let run: CycleRun;
  beforeAll(async () => {
    run = new CycleRun({ ...CONFIRMING, ...YES }, { workers: { compilePlan: compiler } });
    await run.open();
    await run.to('summary');
    await run.send('setTrainers', {
      trainers: [
        { person: 'D5-2', courses: ['C-WELD', 'C-SAFE'], hours: 80 },
        { person: 'D5-3', courses: ['C-PLAN'], hours: 80 },
      ],
    });
    await toTheEnd(run);
  });

  test('measures what supervisors rate again against what was promised', () => {
    const { offerings, total } = effectOf(run.state, run.memory.organisation);
    expect(total.held).toBe(offerings.length);
    expect(total.present).toBeGreaterThan(0);
    expect(total.measured).toBeGreaterThan(0);
    expect(run.state.effect).toEqual({
      offerings: offerings.length,
      promised: total.promised,
      measured: total.measured,
    });
    // Each gap was a level and half of it is closed: as much as a course promises.
    expect(total.measured).toBeCloseTo(total.promisedOfMeasured, 6);
  });

  test('every need has come to one end, and what is still open is proposed with its evidence', () => {
    const { needs, outcomes, proposals } = run.state;
    expect(Object.keys(outcomes!).sort()).toEqual(Object.keys(needs).sort());
    const made = Object.values(proposals);
    expect(made.some((p) => p.kind === 'gap-open' && (p.evidence.openAfterCourse as number) > 0)).toBe(true);
    for (const p of made) expect(Object.keys(p.evidence).length).toBeGreaterThan(0);
    expect(run.alarms).toContain('proposals-made');
    expect(run.memory.refusedOrders).toEqual([]);
  });

  test('the next cycle opens with the proposals that were kept', () => {
    const next: StreamId = 'cycle:plan-2029';
    const terms = cycleTerms({ previous: run.id, period: { from: '2029-03-01', to: '2029-12-31' } });
    const timetable = { ...(terms.timetable as object), execution: Date.parse('2030-01-10T18:00:00+08:00') };
    expect(run.memory.send(next, 'open', { ...terms, timetable }, OPS)).toBeNull();
    const { carried } = run.memory.streams.get(next)!.state as CycleState;
    expect(carried?.proposals.map((p) => p.id)).toEqual(Object.keys(run.state.proposals));
  });
});

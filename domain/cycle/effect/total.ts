import type { CycleEffect, OfferingEffect } from '../../../contracts/cycle/effect.ts';
import { costPerPoint, points } from './measure.ts';

/** The row of an offering, with what stands behind it when the row does not show it. */
export interface Measured {
  readonly row: OfferingEffect;
  /** People rated again. */
  readonly people: number;
  readonly closed: number | null;
}

/**
 * The cycle as a whole. Points of offerings that are too small to be shown are in the sum only when those offerings
 * together have enough people: otherwise they would follow from the sum by taking the others away.
 */
export function totalOf(offerings: readonly Measured[], privacy: number): CycleEffect['total'] {
  const rows = offerings.map((o) => o.row);
  const hidden = offerings.filter((o) => o.closed !== null && o.row.measured === null);
  const enough = sum(hidden.map((o) => o.people)) >= privacy;
  const counted = offerings.filter((o) => o.row.measured !== null || (enough && hidden.includes(o)));
  const measured = counted.length ? points(sum(counted.map((o) => o.closed!))) : null;
  const costOfMeasured = sum(counted.map((o) => o.row.cost));
  const learning = rows.map((r) => r.learning);
  const passed = learning.filter((l) => l.passed !== null);
  return {
    offerings: rows.length,
    held: rows.filter((r) => r.held === true).length,
    seats: sum(rows.map((r) => r.seats)),
    invited: sum(rows.map((r) => r.invited)),
    present: sum(rows.map((r) => r.present)),
    absent: sum(rows.map((r) => r.absent)),
    promised: points(sum(rows.map((r) => r.promised))),
    promisedOfMeasured: points(sum(counted.map((o) => o.row.promised))),
    measured,
    cost: sum(rows.map((r) => r.cost)),
    costPerPoint: costPerPoint(costOfMeasured, measured),
    hidden: rows.some((r) => r.hidden),
    reaction: pooled(rows.map((r) => r.reaction)),
    learning: { ...pooled(learning), passed: passed.length ? sum(passed.map((l) => l.passed!)) : null },
    transfer: {
      supervisors: pooled(rows.map((r) => r.transfer.supervisors)),
      participants: pooled(rows.map((r) => r.transfer.participants)),
    },
  };
}

/** The mean over everybody who answered, of groups whose mean is known; two decimals. */
export function pooled(means: readonly { readonly answers: number; readonly mean: number | null }[]) {
  const known = means.filter((m) => m.mean !== null);
  const answers = sum(known.map((m) => m.answers));
  const mean = answers === 0 ? null : Math.round((sum(known.map((m) => m.mean! * m.answers)) / answers) * 100) / 100;
  return { answers, mean };
}

export function sum(figures: readonly number[]): number {
  return figures.reduce((a, b) => a + b, 0);
}

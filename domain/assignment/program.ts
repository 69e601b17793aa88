import type { Shortage } from '../../contracts/matching.ts';
import type { Grid } from './grid.ts';
import type { Program, Solver } from './solver.ts';

export interface Programmed {
  readonly assigned: Uint8Array;
  /** In the grid's whole units. */
  readonly bound: number;
}

/**
 * Matching with block quotas or a fair objective, as a mixed-integer program solved in stages: first the most pairs
 * kept, then (fair) the largest smallest sum of an application, then the largest total; each stage holds what the
 * one before has won. Where the rules cannot be met, says which and by how many.
 */
export function solveProgram(grid: Grid, objective: 'total' | 'fair', solver: Solver): Programmed | Shortage[] {
  const builder = new Builder(grid);
  if (grid.kept.includes(1)) {
    const kept = solver(builder.program((i) => grid.kept[i]!));
    if (kept === null) return shortages(grid, builder, solver);
    builder.keepAtLeast(builder.count(kept.values, grid.kept));
  }
  if (objective === 'fair') {
    const fairest = solver(builder.program(() => 0, 'smallest'));
    if (fairest === null) return shortages(grid, builder, solver);
    builder.giveAtLeast(builder.smallest(fairest.values));
  }
  const best = solver(builder.program((i) => grid.affinity[i]!));
  if (best === null) return shortages(grid, builder, solver);
  return { assigned: builder.assigned(best.values), bound: Math.round(best.bound) };
}

type Entry = readonly [row: number, coefficient: number];

/** Rows: one per application, one per reviewer, one per application and quota, then what earlier stages have won. */
export class Builder {
  readonly pairs: number[] = [];
  readonly #grid: Grid;
  #minimum: number | null = null;
  #kept: number | null = null;

  constructor(grid: Grid) {
    this.#grid = grid;
    for (let i = 0; i < grid.allowed.length; i++) if (grid.allowed[i]) this.pairs.push(i);
  }

  keepAtLeast(pairs: number): void {
    this.#kept = pairs;
  }

  giveAtLeast(sum: number): void {
    this.#minimum = sum;
  }

  program(gain: (pair: number) => number, also?: 'smallest'): Program {
    const { applications, reviewers, demand, capacity, quotas, affinity, kept } = this.#grid;
    const [n, m] = [applications.length, reviewers.length];
    const quotaRow = n + m;
    const sumRow = quotaRow + n * quotas.length;
    const sums = also === 'smallest' || this.#minimum !== null;
    const keptRow = sumRow + (sums ? n : 0);
    const blocksOf = reviewers.map((_, r) => quotas.flatMap((q, k) => (q.members.includes(r) ? [k] : [])));
    // Affinities may be negative: the smallest sum is measured from the least that an application could get.
    const floor = affinity.reduce((least, x) => Math.min(least, x), 0) * demand;
    const columns = this.pairs.map((i): Entry[] => {
      const [a, r] = [Math.floor(i / m), i % m];
      return [
        [a, 1],
        [n + r, 1],
        ...blocksOf[r]!.map((k): Entry => [quotaRow + a * quotas.length + k, 1]),
        ...(sums && affinity[i] ? [[sumRow + a, affinity[i]!] as Entry] : []),
        ...(this.#kept !== null && kept[i] ? [[keptRow, 1] as Entry] : []),
      ];
    });
    const smallest: Entry[] = applications.map((_, a) => [sumRow + a, -1]);
    const extra = also === 'smallest' ? [smallest] : [];
    const rows = (value: (a: number) => number, count: number) => Array.from({ length: count }, (_, a) => value(a));
    const perQuota = (end: 'min' | 'max') => applications.flatMap(() => quotas.map((q) => q[end]));
    return {
      gain: [...this.pairs.map(gain), ...extra.map(() => 1)],
      upper: [...this.pairs.map(() => 1), ...extra.map(() => Number.POSITIVE_INFINITY)],
      whole: [...this.pairs.map(() => true), ...extra.map(() => true)],
      columns: [...columns, ...extra],
      rowLower: [
        ...rows(() => demand, n),
        ...rows(() => Number.NEGATIVE_INFINITY, m),
        ...perQuota('min'),
        ...(sums ? rows(() => this.#minimum ?? floor, n) : []),
        ...(this.#kept === null ? [] : [this.#kept]),
      ],
      rowUpper: [
        ...rows(() => demand, n),
        ...rows((r) => capacity[r]!, m),
        ...perQuota('max'),
        ...(sums ? rows(() => Number.POSITIVE_INFINITY, n) : []),
        ...(this.#kept === null ? [] : [Number.POSITIVE_INFINITY]),
      ],
    };
  }

  assigned(values: Float64Array): Uint8Array {
    const assigned = new Uint8Array(this.#grid.allowed.length);
    for (const [k, i] of this.pairs.entries()) assigned[i] = values[k]! > 0.5 ? 1 : 0;
    return assigned;
  }

  count(values: Float64Array, marks: Uint8Array): number {
    return this.pairs.filter((i, k) => marks[i] && values[k]! > 0.5).length;
  }

  smallest(values: Float64Array): number {
    const sums = new Float64Array(this.#grid.applications.length);
    for (const [k, i] of this.pairs.entries())
      if (values[k]! > 0.5) sums[Math.floor(i / this.#grid.reviewers.length)]! += this.#grid.affinity[i]!;
    return Math.min(...sums);
  }
}

/** Lets every quota be missed at a price and reports where the cheapest way misses one. */
function shortages(grid: Grid, builder: Builder, solver: Solver): Shortage[] {
  const strict = builder.program(() => 0);
  const [n, m] = [grid.applications.length, grid.reviewers.length];
  const rows = grid.applications.flatMap((_, a) =>
    grid.quotas.map((quota, k) => ({ a, quota, row: n + m + a * grid.quotas.length + k })),
  );
  const free = rows.flatMap(({ row }): Entry[][] => [[[row, 1]], [[row, -1]]]);
  const elastic = solver({
    ...strict,
    gain: [...strict.gain, ...free.map(() => -1)],
    upper: [...strict.upper, ...free.map(() => n)],
    whole: [...strict.whole, ...free.map(() => true)],
    columns: [...strict.columns, ...free],
  });
  if (elastic === null) return [];
  return rows.flatMap(({ a, quota }, i) => {
    const [more, less] = [0, 1].map((k) => Math.round(elastic.values[builder.pairs.length + 2 * i + k]!));
    const application = grid.applications[a]!;
    const base = {
      kind: 'quota' as const,
      applications: [application],
      reviewers: quota.members.map((r) => grid.reviewers[r]!),
    };
    if (more) {
      const sentence = `${application} needs ${quota.min} ${quota.min === 1 ? 'reviewer' : 'reviewers'} of ${quota.name} but can get only ${quota.min - more}: short by ${more}.`;
      return [{ ...base, needed: quota.min, possible: quota.min - more, short: more, sentence }];
    }
    if (!less) return [];
    const sentence = `${application} may have at most ${quota.max} ${quota.max === 1 ? 'reviewer' : 'reviewers'} of ${quota.name} but needs ${quota.max + less} of them: ${less} too many.`;
    return [{ ...base, needed: quota.max + less, possible: quota.max, short: less, sentence }];
  });
}

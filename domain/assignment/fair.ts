import type { Grid } from './grid.ts';
import { raiseTotalBySolver, relaxedMinimum } from './relaxed.ts';
import type { Solver } from './solver.ts';
import { transport } from './transport.ts';

/** A fair assignment with proofs of how much better any other could be, in the grid's whole units. */
export interface Fair {
  readonly assigned: Uint8Array;
  /** No assignment gives its worst-off application more. */
  readonly minimumBound: number;
  /** No assignment that gives everyone this minimum has a larger total. */
  readonly bound: number;
}

/** Rounds of re-weighting; each costs one assignment problem, so that large panels get fewer. */
function roundsFor(pairs: number): number {
  return Math.min(30, Math.max(4, Math.round(500_000 / pairs)));
}

/** Weights are whole numbers of this fraction, so that weighted sums stay exact. */
const UNIT = 64;

/**
 * Fair matching of panels too large for an exact program at once. Finding the largest smallest sum is NP-hard (Stelmakh,
 * Shah and Singh 2019), so this searches and proves: applications that fare badly are weighted up, the weighted problem is
 * solved exactly, and its solution is improved by swaps for the worst-off, until the minimum reaches the bound of the
 * relaxed program (or of the weighted problem's value over the weights' sum; Lagrangian duality). Then the total is raised
 * without hurting the minimum, first by swaps, then by the mixed-integer solver from there.
 * `start` is a feasible assignment; as many pairs in force as it keeps stay.
 */
export function fair(grid: Grid, start: Uint8Array, mostMinimum: number, solver: Solver): Fair {
  const fixed = Uint8Array.from(start, (x, i) => x & grid.kept[i]!);
  const kept = fixed.reduce((sum, x) => sum + x, 0);
  let minimumBound = Math.min(mostMinimum, relaxedMinimum(grid, kept, solver) ?? Number.POSITIVE_INFINITY);
  let best = raised(grid, start, fixed);
  const weights = new Float64Array(grid.applications.length).fill(UNIT);
  for (let round = 0; round < roundsFor(grid.affinity.length) && best.minimum < minimumBound && kept === 0; round++) {
    const { assigned, bound, sums } = weighted(grid, weights);
    minimumBound = Math.min(minimumBound, Math.floor(bound / weights.reduce((s, w) => s + w, 0)));
    const candidate = raised(grid, assigned, fixed);
    if (candidate.minimum > best.minimum) best = candidate;
    reweigh(weights, sums);
  }
  const filled = new Swaps(grid, best.assigned, fixed);
  filled.raiseTotal(best.minimum);
  const solved = raiseTotalBySolver(grid, best.minimum, filled.assigned, solver);
  const dual = totalBound(grid, best.minimum);
  return {
    assigned: solved?.assigned ?? filled.assigned,
    minimumBound,
    bound: Math.min(dual, solved?.bound ?? Number.POSITIVE_INFINITY),
  };
}

function raised(grid: Grid, assigned: Uint8Array, fixed: Uint8Array): { assigned: Uint8Array; minimum: number } {
  const swaps = new Swaps(grid, Uint8Array.from(assigned), fixed);
  swaps.raiseMinimum();
  return { assigned: swaps.assigned, minimum: swaps.minimum() };
}

/** Applications with less than the usual sum weigh more next time, the others less. */
function reweigh(weights: Float64Array, sums: Float64Array): void {
  const mean = sums.reduce((s, x) => s + x, 0) / sums.length;
  const spread = Math.sqrt(sums.reduce((s, x) => s + (x - mean) ** 2, 0) / sums.length) || 1;
  for (const [a, sum] of sums.entries())
    weights[a] = Math.min(400 * UNIT, Math.max(1, Math.round(weights[a]! * Math.exp((0.5 * (mean - sum)) / spread))));
}

function weighted(grid: Grid, weights: Float64Array): { assigned: Uint8Array; bound: number; sums: Float64Array } {
  const [n, m] = [grid.applications.length, grid.reviewers.length];
  const gain = grid.affinity.map((x, i) => x * weights[Math.floor(i / m)]!);
  const found = transport({
    applications: n,
    reviewers: m,
    demand: grid.demand,
    capacity: grid.capacity,
    gain,
    allowed: grid.allowed,
  });
  if ('short' in found) throw new Error('A problem that had a solution has none with other weights.');
  return { ...found, sums: sumsOf(grid, found.assigned) };
}

/** Least upper bound of the total over some prices on falling short of the minimum (Lagrange multipliers). */
function totalBound(grid: Grid, minimum: number): number {
  const weights = new Float64Array(grid.applications.length).fill(UNIT);
  let bound = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8; round++) {
    const found = weighted(grid, weights);
    const priced = weights.reduce((s, w) => s + (w - UNIT) * minimum, 0);
    bound = Math.min(bound, Math.floor((found.bound - priced) / UNIT));
    const short = [...found.sums.keys()].filter((a) => found.sums[a]! < minimum);
    if (short.length === 0) break;
    for (const a of short) weights[a] = weights[a]! + Math.ceil(UNIT / (2 + round));
  }
  return bound;
}

export function sumsOf(grid: Grid, assigned: Uint8Array): Float64Array {
  const totals = new Float64Array(grid.applications.length);
  for (const [i, x] of assigned.entries()) if (x) totals[Math.floor(i / grid.reviewers.length)]! += grid.affinity[i]!;
  return totals;
}

interface Swap {
  readonly a: number;
  readonly from: number;
  readonly to: number;
  /** Who gives up `to` and takes `from`; null: `to` has room. */
  readonly b: number | null;
}

/** An assignment that is changed by moving one application to a reviewer with room, or swapping two applications' reviewers. */
class Swaps {
  readonly assigned: Uint8Array;
  readonly #grid: Grid;
  readonly #fixed: Uint8Array;
  readonly #sums: Float64Array;
  readonly #lists: number[][];

  constructor(grid: Grid, assigned: Uint8Array, fixed: Uint8Array) {
    this.#grid = grid;
    this.#fixed = fixed;
    this.assigned = assigned;
    this.#sums = sumsOf(grid, assigned);
    const width = grid.reviewers.length;
    this.#lists = grid.reviewers.map((_, r) =>
      grid.applications.flatMap((_name, a) => (assigned[a * width + r] ? [a] : [])),
    );
  }

  minimum(): number {
    return this.#sums.reduce((least, x) => Math.min(least, x), Number.POSITIVE_INFINITY);
  }

  /** Helps the worst-off application by the best swap, again and again, until none helps it. */
  raiseMinimum(): void {
    for (;;) {
      const a = this.#sums.indexOf(this.minimum());
      let best: Swap | null = null;
      let value = this.#sums[a]!;
      for (const { swap, own, other } of this.#swapsOf(a)) {
        const least = Math.min(own, other);
        if (least > value) [best, value] = [swap, least];
      }
      if (best === null) return;
      this.#do(best);
    }
  }

  /** Takes every swap that raises the total and leaves both applications at least the minimum. */
  raiseTotal(minimum: number): void {
    for (let pass = 0, again = true; again && pass < roundsFor(this.#grid.affinity.length); pass++) {
      again = false;
      for (const a of this.#sums.keys()) {
        let best: Swap | null = null;
        let value = 0;
        for (const { swap, own, other } of this.#swapsOf(a)) {
          const before = this.#sums[a]! + (swap.b === null ? 0 : this.#sums[swap.b]!);
          const gain = own + (swap.b === null ? 0 : other) - before;
          if (gain > value && own >= minimum && other >= minimum) [best, value] = [swap, gain];
        }
        if (best === null) continue;
        this.#do(best);
        again = true;
      }
    }
  }

  /** All swaps of an application with the sums they would leave; `other` is infinite when nobody else is touched. */
  *#swapsOf(a: number): Generator<{ swap: Swap; own: number; other: number }> {
    const { affinity, allowed, capacity, reviewers } = this.#grid;
    const width = reviewers.length;
    const row = a * width;
    for (let from = 0; from < width; from++) {
      if (!this.assigned[row + from] || this.#fixed[row + from]) continue;
      for (let to = 0; to < width; to++) {
        if (this.assigned[row + to] || !allowed[row + to]) continue;
        const own = this.#sums[a]! - affinity[row + from]! + affinity[row + to]!;
        if (this.#lists[to]!.length < capacity[to]!) {
          yield { swap: { a, from, to, b: null }, own, other: Number.POSITIVE_INFINITY };
          continue;
        }
        for (const b of this.#lists[to]!) {
          const theirs = b * width;
          if (this.#fixed[theirs + to] || this.assigned[theirs + from] || !allowed[theirs + from]) continue;
          const other = this.#sums[b]! - affinity[theirs + to]! + affinity[theirs + from]!;
          yield { swap: { a, from, to, b }, own, other };
        }
      }
    }
  }

  #do({ a, from, to, b }: Swap): void {
    this.#move(a, from, to);
    if (b !== null) this.#move(b, to, from);
  }

  #move(a: number, from: number, to: number): void {
    const width = this.#grid.reviewers.length;
    const list = this.#lists[from]!;
    list.splice(list.indexOf(a), 1);
    this.#lists[to]!.push(a);
    this.assigned[a * width + from] = 0;
    this.assigned[a * width + to] = 1;
    this.#sums[a]! += this.#grid.affinity[a * width + to]! - this.#grid.affinity[a * width + from]!;
  }
}

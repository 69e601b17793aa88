import type { Grid } from './grid.ts';
import { Builder } from './program.ts';
import { NotSolved, type Program, type Solver } from './solver.ts';

/** Beyond so many pairs even the program without whole numbers takes too much memory. */
const RELAXABLE = 100_000;
/** Up to so many pairs the program with whole numbers is solved. */
const WHOLE = 12_000;
/** Nodes of the search tree after which the best known assignment is taken; the bound holds all the same. */
const NODES = 400;

/**
 * No assignment (that keeps as many pairs) gives its worst-off application more than this, in whole units: the optimum
 * where parts of a reviewer may be assigned (linear relaxation). Null in panels too large for it.
 */
export function relaxedMinimum(grid: Grid, kept: number, solver: Solver): number | null {
  const builder = builderOf(grid, kept);
  if (builder.pairs.length > RELAXABLE) return null;
  const found = solver(relaxed(builder.program(() => 0, 'smallest')));
  return found === null ? null : Math.floor(found.bound + 1e-6);
}

/**
 * The largest total among assignments that give everyone the minimum (and keep as many pairs), from an assignment that
 * does: in panels of up to 12,000 pairs the exact optimum, unless the search is cut short; beyond, the assignment as it is
 * and the relaxed program's bound. Null in panels too large for that.
 */
export function raiseTotalBySolver(
  grid: Grid,
  minimum: number,
  start: Uint8Array,
  solver: Solver,
): { assigned: Uint8Array; bound: number } | null {
  const builder = builderOf(
    grid,
    start.reduce((sum, x, i) => sum + (x & grid.kept[i]!), 0),
  );
  builder.giveAtLeast(minimum);
  if (builder.pairs.length > RELAXABLE) return null;
  const program = builder.program((i) => grid.affinity[i]!);
  if (builder.pairs.length > WHOLE) {
    const found = solver(relaxed(program));
    return found === null ? null : { assigned: start, bound: Math.floor(found.bound + 1e-6) };
  }
  try {
    const found = solver(program, { nodes: NODES, start: Float64Array.from(builder.pairs, (i) => start[i]!) });
    return found === null ? null : { assigned: builder.assigned(found.values), bound: Math.floor(found.bound + 1e-6) };
  } catch (error) {
    if (error instanceof NotSolved) return null;
    throw error;
  }
}

function builderOf(grid: Grid, kept: number): Builder {
  const builder = new Builder(grid);
  if (kept > 0) builder.keepAtLeast(kept);
  return builder;
}

function relaxed(program: Program): Program {
  return { ...program, whole: program.whole.map(() => false) };
}

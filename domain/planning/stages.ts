import type { Effort, Solver } from '../assignment/solver.ts';
import type { Rows } from './rows.ts';
import { RANKS, type Seat } from './seat.ts';

/** A seat's column in a program; several columns of one seat are its runs or kinds of run. */
export interface SeatColumn {
  readonly column: number;
  readonly seat: Seat;
}

export interface Staged {
  readonly values: Float64Array;
  /** Thousandths reached by rank, and those that no solution passes while the earlier ranks stay what they are. */
  readonly reached: readonly number[];
  readonly bounds: readonly number[];
}

/**
 * Solves a program rank by rank: as much of the first as can be, of the second as can be beside that, and so on; last,
 * as cheaply as can be. Musts are rows of the program. null: what must stand cannot.
 */
export function solveByRank(
  rows: Rows,
  seats: readonly SeatColumn[],
  cost: readonly number[],
  solver: Solver,
  effort: Effort,
): Staged | null {
  const reached = new Array<number>(RANKS).fill(0);
  const bounds = new Array<number>(RANKS).fill(0);
  const gainOf = (weight: (seat: Seat) => number) => {
    const gain = new Array<number>(rows.columns).fill(0);
    for (const { column, seat } of seats) gain[column] = weight(seat);
    return gain;
  };
  let start: Float64Array | undefined;
  for (let rank = 1; rank < RANKS; rank++) {
    const gain = gainOf(({ gains }) => gains[rank]!);
    if (gain.every((value) => value === 0)) continue;
    const solved = solver(rows.program(gain), start ? { ...effort, start } : effort);
    if (solved === null) return null;
    start = solved.values;
    reached[rank] = Math.round(total(gain, start));
    bounds[rank] = Math.max(reached[rank]!, Math.floor(solved.bound + 1e-3));
    rows.hold(gain, reached[rank]! - 0.5);
  }
  const cheapest = solver(
    rows.program(Array.from({ length: rows.columns }, (_, column) => -(cost[column] ?? 0))),
    start ? { ...effort, start } : effort,
  );
  return cheapest && { values: cheapest.values, reached, bounds };
}

function total(gain: readonly number[], values: Float64Array): number {
  return gain.reduce((sum, value, column) => sum + value * values[column]!, 0);
}

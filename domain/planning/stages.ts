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
  /** Thousandths of all ranks together that no solution passes which treats the ranks at least as well. */
  readonly total: number;
}

/** A rank of which less can stand leaves little to those after it. */
const MOST = 0.9;

/** How a program is solved rank by rank. */
export interface Way {
  readonly effort: Effort;
  /** End with the first rank that has to leave much out; who builds the plan shares out what is left over. */
  readonly stop: boolean;
  /** Last of all, as cheaply as can be: what each column costs. null: money saved is not worth the search. */
  readonly cost: readonly number[] | null;
}

/**
 * Solves a program rank by rank: as much of the first as can be, of the second as can be beside that, and so on. Musts
 * are rows of the program. null: what must stand cannot.
 */
export function solveByRank(rows: Rows, seats: readonly SeatColumn[], way: Way, solver: Solver): Staged | null {
  const reached = new Array<number>(RANKS).fill(0);
  const bounds = new Array<number>(RANKS).fill(0);
  let total: number | null = null;
  let values: Float64Array | null = null;
  for (let rank = 1; rank < RANKS; rank++) {
    const gain = gainOf(rows, seats, ({ gains }) => gains[rank]!);
    if (gain.every((value) => value === 0)) continue;
    const solved = solver(rows.program(gain), { ...way.effort, ...(values && { start: values }) });
    if (solved === null) return null;
    values = solved.values;
    const won = sum(gain, values);
    reached[rank] = Math.round(won);
    bounds[rank] = total === null ? Math.max(reached[rank]!, Math.floor(solved.bound + 1e-3)) : Infinity;
    rows.hold(gain, won - 0.5);
    const short = reached[rank]! < MOST * sum(gain);
    const open = reached[rank]! < bounds[rank]!;
    if (total === null && (open || (way.stop && short)))
      total = bounds.reduce((a, b) => a + b, 0) + later(rows, seats, rank, solver);
    if (way.stop && short) {
      bounds.fill(Infinity, rank + 1);
      break;
    }
  }
  total ??= bounds.reduce((a, b) => a + b, 0);
  if (way.cost !== null || values === null) {
    const cost = Array.from({ length: rows.columns }, (_, column) => -(way.cost?.[column] ?? 0));
    values = solver(rows.program(cost), { ...way.effort, ...(values && { start: values }) })?.values ?? null;
  }
  return values && { values, reached, bounds, total };
}

/** What the ranks after this one could have at most, in fractions. */
function later(rows: Rows, seats: readonly SeatColumn[], rank: number, solver: Solver): number {
  const gain = gainOf(rows, seats, ({ gains }) => gains.slice(rank + 1).reduce((a, b) => a + b, 0));
  const program = rows.program(gain);
  const solved = solver({ ...program, whole: program.whole.map(() => false) });
  return Math.floor((solved?.bound ?? sum(gain)) + 1e-3);
}

function gainOf(rows: Rows, seats: readonly SeatColumn[], weight: (seat: Seat) => number): number[] {
  const gain = new Array<number>(rows.columns).fill(0);
  for (const { column, seat } of seats) gain[column] = weight(seat);
  return gain;
}

function sum(gain: readonly number[], values?: Float64Array): number {
  return gain.reduce((total, value, column) => total + value * (values?.[column] ?? 1), 0);
}

import type { RankedReviewer } from '../../contracts/ranking.ts';
import type { Quotient } from './average.ts';

/** What a method says of every application of the table, in the table's order. */
export interface Estimate {
  /** Null: cannot be scored, because a criterion that counts has no score at all. */
  readonly scores: readonly (number | null)[];
  readonly criteria: readonly (readonly (number | null)[])[];
  /** The averages of the criteria without any rounding, where scores are plain averages; absent: they are estimates. */
  readonly quotients?: readonly (readonly (Quotient | null)[])[];
  /** 90 % intervals; null where the data say nothing about the uncertainty. */
  readonly intervals: readonly (readonly [number, number] | null)[];
  /** Scores as they might have come out, for rank intervals: one array (by application) a draw; none when unknown. */
  readonly draws: readonly Float64Array[];
  readonly reviewers: readonly RankedReviewer[];
  readonly warnings: readonly string[];
}

/** How many draws stand behind rank intervals and chances of a seat: fewer where each costs more. */
export function drawsFor(applications: number): number {
  return applications > 1500 ? 160 : 400;
}

/** 95 % quantile of the standard normal: a 90 % interval reaches this many standard errors to either side. */
export const Z90 = 1.6448536269514722;

/**
 * 95 % quantile of Student's t by the Cornish-Fisher expansion in 1/df (Abramowitz and Stegun 1964, 26.7.5); from
 * df = 3 on it is right to 0.01.
 */
export function t90(df: number): number {
  const z = Z90;
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  const d = Math.max(df, 1);
  return (
    z +
    (z3 + z) / (4 * d) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * d * d) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * d ** 3)
  );
}

import type { RankingMethod } from '../../contracts/ranking.ts';
import { Exact } from './method.ts';
import type { ScoreTable } from './scores.ts';

/** An average that has not been divided yet. */
export interface Quotient {
  readonly sum: Exact;
  readonly by: number;
}

/** One application's average per criterion (null: nobody scored it), in exact decimals. */
export interface Averages {
  readonly criteria: readonly (Exact | null)[];
  /** The same as sums and what they are divided by, which no rounding makes equal or unequal. */
  readonly quotients: readonly (Quotient | null)[];
  /** Weighted sum over criteria; null when a criterion that weighs something has no score. */
  readonly score: Exact | null;
}

/**
 * Mean, or mean after dropping `trim` highest and lowest scores, of the given scores. Scores too few to be trimmed are
 * all averaged. Rounded half up (away from zero) to `decimals` when asked.
 */
function averageOf(scores: readonly Exact[], trim: number, decimals: number | null) {
  const sorted = [...scores].sort((a, b) => a.comparedTo(b));
  const kept = sorted.length > 2 * trim ? sorted.slice(trim, sorted.length - trim) : sorted;
  const sum = kept.reduce((all, s) => all.plus(s), new Exact(0));
  if (decimals === null) return { mean: sum.div(kept.length), quotient: { sum, by: kept.length } };
  const mean = sum.div(kept.length).toDecimalPlaces(decimals, Exact.ROUND_HALF_UP);
  return { mean, quotient: { sum: mean, by: 1 } };
}

/** Averages of every application, in the table's order. `warn` hears of scores that were too few to be trimmed. */
export function averages(table: ScoreTable, method: RankingMethod, warn: (warning: string) => void): Averages[] {
  const trim = method.method === 'trimmed' ? method.trim : 0;
  const byApplication = gather(table);
  return table.applications.map((application, a) => {
    const found = table.criteria.map(({ criterion }, c) => {
      const scores = byApplication[a]?.[c] ?? [];
      if (scores.length === 0) return null;
      if (trim > 0 && scores.length <= 2 * trim)
        warn(
          `${application} has ${scores.length} score${scores.length === 1 ? '' : 's'} on ${criterion}, too few to drop ${trim} highest and ${trim} lowest: all are averaged.`,
        );
      return averageOf(scores, trim, method.decimals);
    });
    const criteria = found.map((f) => f?.mean ?? null);
    return { criteria, quotients: found.map((f) => f?.quotient ?? null), score: weightedSum(table, criteria) };
  });
}

/** Sum of weight times average, exact to 12 decimals; null when a criterion that counts is missing. */
export function weightedSum(table: ScoreTable, criteria: readonly (Exact | null)[]): Exact | null {
  let sum = new Exact(0);
  for (const [c, { weight }] of table.criteria.entries()) {
    if (weight.isZero()) continue;
    const value = criteria[c];
    if (value === null || value === undefined) return null;
    sum = sum.plus(weight.times(value));
  }
  return sum.toDecimalPlaces(12, Exact.ROUND_HALF_UP);
}

function gather(table: ScoreTable): Exact[][][] {
  const lists: Exact[][][] = table.applications.map(() => table.criteria.map(() => []));
  for (const cell of table.cells) lists[cell.application]![cell.criterion]!.push(new Exact(cell.text));
  return lists;
}

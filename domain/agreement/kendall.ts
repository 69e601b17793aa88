import { isComplete, type Ratings } from './ratings.ts';

/**
 * Kendall's coefficient of concordance W with the correction for ties (Kendall 1970, ch. 6; Siegel 1956, p. 234): 0, no
 * agreement about the order, to 1. Needs every rating; null without, or when no rater tells two units apart.
 */
export function kendallW(ratings: Ratings): number | null {
  const [n, m] = [ratings.length, ratings[0]?.length ?? 0];
  if (n < 2 || m < 2 || !isComplete(ratings)) return null;
  const columns = Array.from({ length: m }, (_, j) => midranks(ratings.map((row) => row[j]!)));
  const sums = ratings.map((_, i) => columns.reduce((s, ranks) => s + ranks[i]!, 0));
  const middle = (m * (n + 1)) / 2;
  const deviation = sums.reduce((s, x) => s + (x - middle) ** 2, 0);
  const ties = columns.reduce((s, ranks) => s + tieCorrection(ranks), 0);
  const most = (m * m * (n ** 3 - n) - m * ties) / 12;
  return most < 1e-12 ? null : deviation / most;
}

/** Ranks from 1 upwards; equals share the middle of their places. */
export function midranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((v) => (sorted.indexOf(v) + sorted.lastIndexOf(v)) / 2 + 1);
}

function tieCorrection(ranks: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const r of ranks) counts.set(r, (counts.get(r) ?? 0) + 1);
  return [...counts.values()].reduce((s, t) => s + t ** 3 - t, 0);
}

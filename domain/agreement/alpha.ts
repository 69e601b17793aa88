import { given, type Ratings } from './ratings.ts';

export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's alpha (2004, ch. 11; "Computing Krippendorff's Alpha-Reliability", 2011): 1 - observed over expected
 * disagreement. Missing ratings are allowed; units with fewer than two ratings say nothing and are left out. Null when
 * all ratings are the same, when no unit has two, or for `ratio` with negative values.
 */
export function alpha(ratings: Ratings, level: Level): number | null {
  const units = ratings.map(given).filter((values) => values.length > 1);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  if (values.length < 2 || (level === 'ratio' && values[0]! < 0)) return null;
  const counts = values.map((v) => units.reduce((n, unit) => n + unit.filter((x) => x === v).length, 0));
  const total = counts.reduce((s, n) => s + n, 0);
  const distance = distances(values, counts, level);
  const at = new Map(values.map((v, i) => [v, i]));
  let observed = 0;
  for (const unit of units) {
    let sum = 0;
    for (const x of unit) for (const y of unit) sum += distance(at.get(x)!, at.get(y)!);
    observed += sum / (unit.length - 1);
  }
  let expected = 0;
  for (const [i, n] of counts.entries()) for (const [j, m] of counts.entries()) expected += n * m * distance(i, j);
  return 1 - ((total - 1) * observed) / expected;
}

/** Squared difference between the i-th and the j-th value. */
function distances(
  values: readonly number[],
  counts: readonly number[],
  level: Level,
): (i: number, j: number) => number {
  const below = [0];
  for (const [i, n] of counts.entries()) below.push(below[i]! + n);
  return (i, j) => {
    if (i === j) return 0;
    const [x, y] = [values[i]!, values[j]!];
    if (level === 'nominal') return 1;
    if (level === 'interval') return (x - y) ** 2;
    if (level === 'ratio') return x + y === 0 ? 0 : ((x - y) / (x + y)) ** 2;
    const [low, high] = i < j ? [i, j] : [j, i];
    return (below[high + 1]! - below[low]! - (counts[low]! + counts[high]!) / 2) ** 2;
  };
}

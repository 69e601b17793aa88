/** Rank of every application in one draw (1 is best), by position; a NaN score has no rank (0). */
export function ranksOf(draw: Float64Array, considered: readonly number[]): Int32Array {
  const values = Float64Array.from(considered, (a) => -draw[a]!).sort();
  const ranks = new Int32Array(draw.length);
  for (const a of considered) ranks[a] = lowerBound(values, -draw[a]!) + 1;
  return ranks;
}

function lowerBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** 5 % and 95 % quantiles of each application's rank over the draws, widened to hold its rank in the ranking itself. */
export function rankIntervals(
  draws: readonly Float64Array[],
  considered: readonly number[],
  rankOf: (application: number) => number,
): Map<number, readonly [number, number]> {
  const ranks = draws.map((draw) => ranksOf(draw, considered));
  const intervals = new Map<number, readonly [number, number]>();
  for (const a of considered) {
    const own = Int32Array.from(ranks, (r) => r[a]!).sort();
    const at = (share: number) => own[Math.min(own.length - 1, Math.floor(share * own.length))]!;
    const rank = rankOf(a);
    intervals.set(a, [Math.min(at(0.05), rank), Math.max(at(0.95), rank)]);
  }
  return intervals;
}

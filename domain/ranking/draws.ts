/** Rank of every application in one draw (1 is best), by position; a NaN score has no rank (0). */
export function ranksOf(draw: Float64Array, considered: readonly number[]): Int32Array {
  const values = new Float64Array(considered.length);
  for (let i = 0; i < values.length; i++) values[i] = -draw[considered[i]!]!;
  values.sort();
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
  const own = new Int32Array(draws.length);
  const last = draws.length - 1;
  const [fifth, ninetyFifth] = [
    Math.min(last, Math.floor(0.05 * draws.length)),
    Math.min(last, Math.floor(0.95 * draws.length)),
  ];
  for (const a of considered) {
    for (let k = 0; k < draws.length; k++) own[k] = ranks[k]![a]!;
    own.sort();
    const rank = rankOf(a);
    intervals.set(a, [Math.min(own[fifth]!, rank), Math.max(own[ninetyFifth]!, rank)]);
  }
  return intervals;
}

import { byName } from './method.ts';

/** A ranking without scores, best first; equals stand together in a list. What is left out stands below all named. */
export interface Ballot {
  readonly order: readonly (string | readonly string[])[];
  /** How many people rank so; 1 unless told. */
  readonly count?: number;
}

export interface Consensus {
  readonly order: readonly string[];
  /** Pairwise preferences of the ballots that the order contradicts; the least possible when `exact`. */
  readonly disagreements: number;
  readonly agreements: number;
  readonly exact: boolean;
  /** How many orders are as good as this one (itself included); null when not exact. More than one: the panel decides. */
  readonly equals: number | null;
}

/** Up to so many candidates the best order is found with certainty. */
const EXACT = 12;

/**
 * Kemeny's consensus (1959): the order that contradicts the fewest pairwise preferences. Exact by dynamic programming
 * over subsets (Betzler et al. 2009) to 12 candidates; beyond, Borda's order improved by moving single candidates until
 * no move helps, which is a good order and not always the best.
 */
export function kemeny(ballots: readonly Ballot[]): Consensus {
  const names = [...new Set(ballots.flatMap((b) => b.order.flat()))].sort(byName);
  const prefer = preferences(ballots, names);
  const all = prefer.reduce((sum, row) => sum + row.reduce((s, x) => s + x, 0), 0);
  const found = names.length <= EXACT ? subsets(prefer) : improved(prefer);
  const disagreements = cost(found.order, prefer);
  return {
    order: found.order.map((i) => names[i]!),
    disagreements,
    agreements: all - disagreements,
    exact: found.equals !== null,
    equals: found.equals,
  };
}

/** prefer[i][j]: how many ballots put i before j. */
function preferences(ballots: readonly Ballot[], names: readonly string[]): number[][] {
  const prefer = names.map(() => names.map(() => 0));
  for (const { order, count = 1 } of ballots) {
    const level = new Map(order.flatMap((entry, i) => [entry].flat().map((name) => [name, i] as const)));
    const of = (i: number) => level.get(names[i]!) ?? order.length;
    for (const i of names.keys()) for (const j of names.keys()) if (of(i) < of(j)) prefer[i]![j]! += count;
  }
  return prefer;
}

function cost(order: readonly number[], prefer: readonly (readonly number[])[]): number {
  return order.reduce((sum, i, k) => sum + order.slice(k + 1).reduce((s, j) => s + prefer[j]![i]!, 0), 0);
}

/** Least cost of placing each subset first, built up by the candidate that comes last in it. */
function subsets(prefer: readonly (readonly number[])[]): { order: number[]; equals: number } {
  const n = prefer.length;
  const size = 1 << n;
  const least = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const ways = new Float64Array(size);
  const last = new Int8Array(size).fill(-1);
  least[0] = 0;
  ways[0] = 1;
  for (let set = 1; set < size; set++)
    for (let i = 0; i < n; i++) {
      if (!(set & (1 << i))) continue;
      const rest = set ^ (1 << i);
      let added = 0;
      for (let j = 0; j < n; j++) if (rest & (1 << j)) added += prefer[i]![j]!;
      const value = least[rest]! + added;
      if (value < least[set]!) {
        least[set] = value;
        last[set] = i;
        ways[set] = ways[rest]!;
      } else if (value === least[set]) ways[set]! += ways[rest]!;
    }
  const order: number[] = [];
  for (let set = size - 1; set > 0; set ^= 1 << last[set]!) order.unshift(last[set]!);
  return { order, equals: ways[size - 1]! };
}

function improved(prefer: readonly (readonly number[])[]): { order: number[]; equals: null } {
  const borda = prefer.map((row, i) => row.reduce((s, x) => s + x, 0) - prefer.reduce((s, other) => s + other[i]!, 0));
  const order = [...prefer.keys()].sort((i, j) => borda[j]! - borda[i]! || i - j);
  for (let better = true; better; ) {
    better = false;
    for (const i of [...order]) {
      const from = order.indexOf(i);
      const { to, gain } = bestPlace(order, from, prefer);
      if (gain <= 0) continue;
      order.splice(from, 1);
      order.splice(to, 0, i);
      better = true;
    }
  }
  return { order, equals: null };
}

/** Where one candidate would best stand, the others staying in order, and how many contradictions that saves. */
function bestPlace(
  order: readonly number[],
  from: number,
  prefer: readonly (readonly number[])[],
): { to: number; gain: number } {
  const i = order[from]!;
  let best = { to: from, gain: 0 };
  for (const step of [-1, 1]) {
    let gain = 0;
    for (let k = from + step; k >= 0 && k < order.length; k += step) {
      const j = order[k]!;
      gain += step < 0 ? prefer[i]![j]! - prefer[j]![i]! : prefer[j]![i]! - prefer[i]![j]!;
      if (gain > best.gain) best = { to: k, gain };
    }
  }
  return best;
}

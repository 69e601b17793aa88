import { entryOf } from '../../contracts/entry.ts';
import type { RankingMethod } from '../../contracts/ranking.ts';
import { byName } from './method.ts';

/** What an application is compared by. */
export interface Standing {
  readonly application: string;
  readonly score: number;
  /** Values of the tie-breaks in their order; higher is better. */
  readonly tieBreaks: readonly number[];
}

export interface Place {
  readonly application: string;
  readonly rank: number;
}

/**
 * Ranks by score, then by the tie-breaks in their order. What stays equal shares a rank, and the next rank is skipped.
 * The order in which equals are listed is that of their names and means nothing.
 */
export function order(standings: readonly Standing[]): { readonly places: Place[]; readonly ties: string[][] } {
  const sorted = [...standings].sort((a, b) => better(a, b) || byName(a.application, b.application));
  const places: Place[] = [];
  const ties: string[][] = [];
  sorted.forEach((standing, i) => {
    const before = sorted[i - 1];
    const equal = before !== undefined && better(before, standing) === 0;
    places.push({ application: standing.application, rank: equal ? places[i - 1]!.rank : i + 1 });
    if (!equal) return;
    const first = places[i]!.rank === places[i - 2]?.rank;
    if (first) ties.at(-1)!.push(standing.application);
    else ties.push([before.application, standing.application]);
  });
  return { places, ties };
}

/** Negative when `a` stands before `b`, 0 when nothing tells them apart. */
export function better(a: Standing, b: Standing): number {
  if (a.score !== b.score) return b.score - a.score;
  for (const [i, value] of a.tieBreaks.entries()) {
    const other = b.tieBreaks[i]!;
    if (value !== other) return other - value;
  }
  return 0;
}

/** The values an application's ties are broken by; reviewers' totals come sorted or not. */
export function tieBreakValues(
  method: RankingMethod,
  criteria: Readonly<Record<string, number>>,
  totals: readonly number[],
): number[] {
  const sorted = [...totals].sort((a, b) => a - b);
  return method.tieBreaks.map((name) => {
    if (name === 'highest-minimum') return sorted[0] ?? Number.NEGATIVE_INFINITY;
    if (name === 'median') return median(sorted);
    return entryOf(criteria, name) ?? Number.NEGATIVE_INFINITY;
  });
}

function median(sorted: readonly number[]): number {
  if (sorted.length === 0) return Number.NEGATIVE_INFINITY;
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

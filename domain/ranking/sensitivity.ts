import type { RankingMethod, Score } from '../../contracts/ranking.ts';
import { rankIntervals, ranksOf } from './draws.ts';
import { evaluate } from './evaluate.ts';
import { Exact } from './method.ts';
import { better } from './order.ts';
import { type Random, random } from './random.ts';
import { rankableOf, standings } from './rank.ts';
import { type ScoreTable, tabulate } from './scores.ts';

/** An application that another weight or another set of reviewers would move. */
export interface Move {
  readonly application: string;
  readonly from: number;
  readonly to: number;
}

export interface Sensitivity {
  readonly applications: readonly {
    readonly application: string;
    readonly rank: number;
    /** 5 % and 95 % ends of the rank when reviewers are drawn anew. */
    readonly reviewersLow: number;
    readonly reviewersHigh: number;
    /** 5 % and 95 % ends of the rank when every weight may be off by the share given. */
    readonly weightsLow: number;
    readonly weightsHigh: number;
  }[];
  /** Who moves when one weight is raised or lowered by the share and the others stay. */
  readonly weights: readonly { readonly criterion: string; readonly change: number; readonly moves: readonly Move[] }[];
  /** Who moves when one reviewer's scores are left out. */
  readonly reviewers: readonly { readonly reviewer: string; readonly moves: readonly Move[] }[];
}

export interface SensitivityOptions {
  /** By how much of itself a weight may change; 0.2 unless told. */
  readonly share?: number;
  readonly draws?: number;
  /** Leave-one-out is worked out for at most so many reviewers (in name order); 100 unless told. */
  readonly reviewers?: number;
}

/**
 * How firm an order is. Reviewers drawn anew: the Bayesian bootstrap (Rubin 1981) gives each reviewer an exponential
 * weight, so that no application loses all its scores; under `calibrated` the draws come from the model. All draws are
 * seeded by the method.
 */
export function sensitivity(
  scores: readonly Score[],
  method: RankingMethod,
  options: SensitivityOptions = {},
): Sensitivity {
  const table = tabulate(scores, method);
  const n = options.draws ?? 200;
  const share = options.share ?? 0.2;
  const estimate = evaluate(table, method, method.method === 'calibrated' ? n : 0);
  const rankable = rankableOf(table, estimate);
  const base = baseRanks(table, method, estimate, rankable);
  const source = random(method.seed);
  const byReviewers = method.method === 'calibrated' ? estimate.draws : resampled(table, method, source, n);
  const reweigh = (factors: readonly number[]) =>
    Float64Array.from(estimate.criteria, (row) => weigh(table, row, factors));
  const byWeights = Array.from({ length: n }, () =>
    reweigh(table.criteria.map(() => 1 + share * (2 * source.uniform() - 1))),
  );
  const intervals = [byReviewers, byWeights].map((draws) => rankIntervals(draws, rankable, (a) => base.get(a)!));
  const moved = (ranks: (a: number) => number) =>
    rankable
      .map((a) => ({ application: table.applications[a]!, from: base.get(a)!, to: ranks(a) }))
      .filter((m) => m.from !== m.to)
      .sort((a, b) => a.from - b.from);
  return {
    applications: [...rankable]
      .sort((a, b) => base.get(a)! - base.get(b)! || a - b)
      .map((a) => ({
        application: table.applications[a]!,
        rank: base.get(a)!,
        reviewersLow: intervals[0]!.get(a)![0],
        reviewersHigh: intervals[0]!.get(a)![1],
        weightsLow: intervals[1]!.get(a)![0],
        weightsHigh: intervals[1]!.get(a)![1],
      })),
    weights: table.criteria.flatMap(({ criterion }, c) =>
      table.criteria.length < 2
        ? []
        : [-share, share].map((change) => {
            const ranks = ranksOf(reweigh(table.criteria.map((_, k) => (k === c ? 1 + change : 1))), rankable);
            return { criterion, change, moves: moved((a) => ranks[a]!) };
          }),
    ),
    reviewers: table.reviewers.slice(0, options.reviewers ?? 100).map((reviewer) => ({
      reviewer,
      moves: moved(without(scores, method, table, reviewer)),
    })),
  };
}

type Evaluated = ReturnType<typeof evaluate>;

function baseRanks(
  table: ScoreTable,
  method: RankingMethod,
  estimate: Evaluated,
  rankable: readonly number[],
): Map<number, number> {
  const all = standings(table, method, estimate, rankable);
  const sorted = [...all].sort(better);
  const rankOf = new Map<string, number>();
  for (const [i, s] of sorted.entries()) {
    const before = sorted[i - 1];
    rankOf.set(s.application, before && better(before, s) === 0 ? rankOf.get(before.application)! : i + 1);
  }
  return new Map(rankable.map((a) => [a, rankOf.get(table.applications[a]!)!]));
}

/** Weighted sum to nine decimals, so that equals stay equal whatever the order of adding. */
function weigh(table: ScoreTable, row: readonly (number | null)[], factors: readonly number[]): number {
  const sum = row.reduce<number>(
    (s, value, c) => s + (value ?? 0) * factors[c]! * table.criteria[c]!.weight.toNumber(),
    0,
  );
  return Number(sum.toFixed(9));
}

function resampled(table: ScoreTable, method: RankingMethod, source: Random, n: number): Float64Array[] {
  const kept = method.method === 'trimmed' ? keptCells(table, method.trim) : table.cells;
  const ones = table.criteria.map(() => 1);
  return Array.from({ length: n }, () => {
    const weight = table.reviewers.map(() => source.exponential() + 1e-12);
    const sums = table.applications.map(() => table.criteria.map(() => [0, 0] as [number, number]));
    for (const cell of kept) {
      const entry = sums[cell.application]![cell.criterion]!;
      entry[0] += weight[cell.reviewer]! * cell.value;
      entry[1] += weight[cell.reviewer]!;
    }
    return Float64Array.from(sums, (row) =>
      weigh(
        table,
        row.map(([sum, all]) => (all > 0 ? sum / all : null)),
        ones,
      ),
    );
  });
}

/** Cells that trimming keeps; where there are too few to trim, all. */
function keptCells(table: ScoreTable, trim: number): ScoreTable['cells'] {
  const groups = new Map<number, number[]>();
  for (const [i, cell] of table.cells.entries()) {
    const key = cell.application * table.criteria.length + cell.criterion;
    groups.set(key, [...(groups.get(key) ?? []), i]);
  }
  const kept = [...groups.values()].flatMap((cells) => {
    const sorted = [...cells].sort((i, j) => new Exact(table.cells[i]!.text).comparedTo(table.cells[j]!.text) || i - j);
    return sorted.length > 2 * trim ? sorted.slice(trim, sorted.length - trim) : sorted;
  });
  return kept.sort((a, b) => a - b).map((i) => table.cells[i]!);
}

function without(
  scores: readonly Score[],
  method: RankingMethod,
  table: ScoreTable,
  reviewer: string,
): (a: number) => number {
  const rest = tabulate(
    scores.filter((s) => s.reviewer !== reviewer),
    method,
  );
  if (rest.cells.length === 0) return () => 0;
  const estimate = evaluate(rest, method, 0);
  const ranks = baseRanks(rest, method, estimate, rankableOf(rest, estimate));
  const at = new Map(rest.applications.map((name, a) => [name, a]));
  return (a) => ranks.get(at.get(table.applications[a]!) ?? -1) ?? 0;
}

import { entryOf } from '../../contracts/entry.ts';
import type { RankedApplication, RankingMethod, Score } from '../../contracts/ranking.ts';
import { fixed } from './bytes.ts';
import { evaluate } from './evaluate.ts';
import { better, compareScores, compareTieBreaks } from './order.ts';
import { rankableOf, standings } from './rank.ts';
import { tabulate } from './scores.ts';

export interface CriterionComparison {
  readonly criterion: string;
  readonly weight: number;
  readonly own: number;
  readonly other: number;
  /** Points of the score by which the application is ahead on this criterion; negative: behind. */
  readonly points: number;
  /** How much higher the application's value would have to be to draw level by this criterion alone; null: never, or not needed. */
  readonly needed: number | null;
  /** The weight at which the two would be level, the other weights unchanged; null: no weight of 0 or more does it. */
  readonly levelAtWeight: number | null;
}

export interface Comparison {
  readonly against: string;
  readonly rank: number;
  readonly score: number;
  /** Who stands before whom. */
  readonly order: 'before' | 'after' | 'tie';
  /** Own score minus the other's. */
  readonly difference: number;
  /** `score`, the tie-break that told them apart, or `nothing` for a tie. */
  readonly decidedBy: string;
  readonly criteria: readonly CriterionComparison[];
  /** Reviewers without whom the order of the two would be another. */
  readonly reviewers: readonly string[];
}

export type Weights = readonly { readonly criterion: string; readonly weight: number }[];

/** What separates an application from another, given the rankings without each reviewer. */
export function compare(
  method: RankingMethod,
  weights: Weights,
  own: RankedApplication,
  other: RankedApplication,
  absences: readonly Absence[],
  scores: readonly Score[],
): Comparison {
  const difference = fixed(own.score - other.score);
  const order = own.rank === other.rank ? 'tie' : own.rank < other.rank ? 'before' : 'after';
  const sign = { before: -1, after: 1, tie: 0 }[order];
  return {
    against: other.application,
    rank: other.rank,
    score: other.score,
    order,
    difference,
    decidedBy: deciderOf(order, difference, () => decider(scores, method, own.application, other.application)),
    criteria: weights.flatMap(({ criterion, weight }) => {
      const [mine, theirs] = [entryOf(own.criteria, criterion), entryOf(other.criteria, criterion)];
      return mine === undefined || theirs === undefined ? [] : [compareOn(criterion, weight, mine, theirs, difference)];
    }),
    reviewers: absences.filter((a) => a.order !== null && a.order !== sign).map((a) => a.reviewer),
  };
}

function compareOn(
  criterion: string,
  weight: number,
  own: number,
  other: number,
  difference: number,
): CriterionComparison {
  const level = own === other ? null : weight - difference / (own - other);
  return {
    criterion,
    weight: fixed(weight),
    own,
    other,
    points: fixed(weight * (own - other)),
    needed: difference < 0 && weight > 0 ? fixed(-difference / weight) : null,
    levelAtWeight: level === null || level < 0 || difference === 0 ? null : fixed(level),
  };
}

/** Where the scores differ nothing else need be looked at, and looking costs a ranking. */
function deciderOf(order: Comparison['order'], difference: number, look: () => string): string {
  if (order === 'tie') return 'nothing';
  return difference === 0 ? look() : 'score';
}

function decider(scores: readonly Score[], method: RankingMethod, own: string, other: string): string {
  const table = tabulate(scores, method);
  const estimate = evaluate(table, method, 0);
  const all = standings(table, method, estimate, rankableOf(table, estimate));
  const [a, b] = [all.find((s) => s.application === own)!, all.find((s) => s.application === other)!];
  if (compareScores(a, b) !== 0) return 'score';
  const others = b.tieBreaks();
  const first = a.tieBreaks().findIndex((value, i) => compareTieBreaks(value, others[i] ?? null) !== 0);
  return method.tieBreaks[first] ?? 'nothing';
}

export interface Absence {
  readonly reviewer: string;
  readonly own: { readonly score: number; readonly rank: number } | null;
  /** Of own and other without the reviewer: -1 own before, 1 after, 0 tie; null: one of them would have no score. */
  readonly order: number | null;
}

/** The ranking without each reviewer of the application or of the one it is compared with. */
export function withoutEach(
  scores: readonly Score[],
  method: RankingMethod,
  own: RankedApplication,
  other: RankedApplication | null,
): Absence[] {
  const both = new Set([own.application, other?.application]);
  const reviewers = [...new Set(scores.filter((s) => both.has(s.application)).map((s) => s.reviewer))].sort();
  return reviewers.map((reviewer) => {
    const table = tabulate(
      scores.filter((s) => s.reviewer !== reviewer),
      method,
    );
    const estimate = evaluate(table, method, 0);
    const all = standings(table, method, estimate, rankableOf(table, estimate));
    const mine = all.find((s) => s.application === own.application);
    const theirs = all.find((s) => s.application === other?.application);
    const rank = mine && 1 + all.filter((s) => better(s, mine) < 0).length;
    return {
      reviewer,
      own: mine && rank ? { score: fixed(mine.score), rank } : null,
      order: mine && theirs ? Math.sign(better(mine, theirs)) : null,
    };
  });
}

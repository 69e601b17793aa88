import type { RankedApplication, Ranking, RankingMethod, Score } from '../../contracts/ranking.ts';
import { fixed } from './bytes.ts';
import { evaluate } from './evaluate.ts';
import { weightedCriteria } from './method.ts';
import { better } from './order.ts';
import { type RankOptions, rank, rankableOf, standings } from './rank.ts';
import { reviewsOf, tabulate } from './scores.ts';
import { sentences } from './sentences.ts';

/** What one criterion does to a score, and to the distance from the other application. */
export interface CriterionPart {
  readonly criterion: string;
  readonly weight: number;
  readonly value: number;
  /** Weight times value: the points it brings to the score. */
  readonly points: number;
  /** Mean of all ranked applications on this criterion. */
  readonly usual: number;
}

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

/** One reviewer's part in an application's standing. */
export interface ReviewerPart {
  readonly reviewer: string;
  /** The weighted total that the reviewer gave. */
  readonly total: number;
  /** Score and rank without this reviewer's scores anywhere; null: the application would have no score. */
  readonly without: { readonly score: number; readonly rank: number } | null;
}

export interface Explanation {
  readonly application: string;
  readonly method: RankingMethod['method'];
  readonly rank: number;
  /** How many applications are ranked. */
  readonly of: number;
  readonly score: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  readonly below: readonly string[];
  readonly tiedWith: readonly string[];
  readonly criteria: readonly CriterionPart[];
  readonly reviews: readonly ReviewerPart[];
  /** With the application asked for, else with the next one before it (for the first: the next one after it). */
  readonly comparison: Comparison | null;
  readonly sentences: { readonly en: readonly string[]; readonly 'zh-CN': readonly string[] };
}

/**
 * Why an application stands where it stands, what would have to change for it to draw level with another, and which
 * weights and reviewers that depends on. Throws one sentence when an application is not in the ranking.
 */
export function explain(
  scores: readonly Score[],
  method: RankingMethod,
  application: string,
  against?: string,
  options: RankOptions = {},
): Explanation {
  const ranking = rank(scores, method, options);
  const own = find(ranking, application);
  const other = against === undefined ? neighbour(ranking, own) : find(ranking, against);
  if (other?.application === own.application)
    throw new Error(`${application} cannot be compared with itself; name another application.`);
  const weights = weightsOf(scores, method);
  const absences = withoutEach(scores, method, own, other);
  const comparison = other === null ? null : compare(method, weights, own, other, absences, scores);
  const facts = {
    application,
    method: method.method,
    rank: own.rank,
    of: ranking.ranking.length,
    score: own.score,
    low: own.low,
    high: own.high,
    rankLow: own.rankLow,
    rankHigh: own.rankHigh,
    below: own.below,
    tiedWith: ranking.ties.find((tie) => tie.includes(application))?.filter((name) => name !== application) ?? [],
    criteria: parts(ranking, weights, own),
    reviews: reviewerParts(scores, method, application, absences),
    comparison,
  };
  return { ...facts, sentences: { en: sentences(facts, 'en'), 'zh-CN': sentences(facts, 'zh-CN') } };
}

export type Facts = Omit<Explanation, 'sentences'>;

function find(ranking: Ranking, application: string): RankedApplication {
  const row = ranking.ranking.find((r) => r.application === application);
  if (row) return row;
  const reason = ranking.unranked.find((u) => u.application === application)?.reason;
  throw new Error(
    reason
      ? `${application} is not ranked. ${reason}`
      : `There is no application ${application} in these scores; check its id.`,
  );
}

function neighbour(ranking: Ranking, own: RankedApplication): RankedApplication | null {
  const before = ranking.ranking.filter((r) => r.rank < own.rank).at(-1);
  return before ?? ranking.ranking.find((r) => r.rank > own.rank) ?? null;
}

type Weights = readonly { readonly criterion: string; readonly weight: number }[];

function weightsOf(scores: readonly Score[], method: RankingMethod): Weights {
  const found = [...new Set(scores.map((s) => s.criterion))].sort();
  return weightedCriteria(method, found).map((c) => ({ criterion: c.criterion, weight: c.weight.toNumber() }));
}

function parts(ranking: Ranking, weights: Weights, own: RankedApplication): CriterionPart[] {
  return weights.flatMap(({ criterion, weight }) => {
    const value = own.criteria[criterion];
    if (value === undefined) return [];
    const all = ranking.ranking.flatMap((r) => r.criteria[criterion] ?? []);
    const usual = fixed(all.reduce((s, v) => s + v, 0) / all.length);
    return [{ criterion, weight: fixed(weight), value, points: fixed(weight * value), usual }];
  });
}

function compare(
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
    decidedBy: order === 'tie' ? 'nothing' : decider(scores, method, own.application, other.application),
    criteria: weights.flatMap(({ criterion, weight }) => {
      const [mine, theirs] = [own.criteria[criterion], other.criteria[criterion]];
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

function decider(scores: readonly Score[], method: RankingMethod, own: string, other: string): string {
  const table = tabulate(scores, method);
  const estimate = evaluate(table, method, 0);
  const all = standings(table, method, estimate, rankableOf(table, estimate));
  const [a, b] = [all.find((s) => s.application === own)!, all.find((s) => s.application === other)!];
  if (a.score !== b.score) return 'score';
  return method.tieBreaks[a.tieBreaks.findIndex((value, i) => value !== b.tieBreaks[i])] ?? 'nothing';
}

interface Absence {
  readonly reviewer: string;
  readonly own: { readonly score: number; readonly rank: number } | null;
  /** Of own and other without the reviewer: -1 own before, 1 after, 0 tie; null: one of them would have no score. */
  readonly order: number | null;
}

/** The ranking without each reviewer of the application or of the one it is compared with. */
function withoutEach(
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

function reviewerParts(
  scores: readonly Score[],
  method: RankingMethod,
  application: string,
  absences: readonly Absence[],
): ReviewerPart[] {
  const table = tabulate(scores, method);
  const a = table.applications.indexOf(application);
  return reviewsOf(table)
    .filter((r) => r.application === a)
    .map((r) => {
      const reviewer = table.reviewers[r.reviewer]!;
      return { reviewer, total: fixed(r.total), without: absences.find((x) => x.reviewer === reviewer)?.own ?? null };
    });
}

import type { RankedApplication, Ranking, RankingMethod, Score, Unranked } from '../../contracts/ranking.ts';
import { type Attributes, type Award, award } from './award.ts';
import { fixed } from './bytes.ts';
import { rankIntervals } from './draws.ts';
import { drawsFor, type Estimate } from './estimate.ts';
import { evaluate } from './evaluate.ts';
import { withFlags } from './flags.ts';
import { type Fraction, fraction, sumOf, times } from './fraction.ts';
import { byName } from './method.ts';
import { order, type Standing } from './order.ts';
import { type ScoreTable, tabulate } from './scores.ts';
import { exactTotals, lazily, tieBreakValues } from './tie-breaks.ts';

export interface RankOptions {
  /** All applications that were to be scored: one without a score is named instead of being lost. */
  readonly applications?: readonly string[];
  /** Departments, topics and so on, for quotas. */
  readonly attributes?: Attributes;
  /** What whoever gathered the scores has to say about them. */
  readonly warnings?: readonly string[];
}

/**
 * Orders applications by their scores under a method. A pure function of its arguments: the same scores, in whatever
 * order, and the same method give the same ranking. Throws one sentence when the scores contradict themselves.
 */
export function rank(scores: readonly Score[], method: RankingMethod, options: RankOptions = {}): Ranking {
  const table = tabulate(scores, method);
  const estimate = evaluate(table, method, drawsFor(table.applications.length));
  const rankable = rankableOf(table, estimate);
  const { places, ties } = order(standings(table, method, estimate, rankable));
  const rankOf = new Map(places.map((p) => [p.application, p.rank]));
  const intervals =
    estimate.draws.length === 0
      ? null
      : rankIntervals(estimate.draws, rankable, (a) => rankOf.get(table.applications[a]!)!);
  const seated = award(table, method, estimate, places, options.attributes ?? {});
  const at = new Map(table.applications.map((name, a) => [name, a]));
  const reviews = countReviews(table);
  return {
    version: 1,
    method: method.method,
    ranking: places.map((place) => {
      const a = at.get(place.application)!;
      return row(table, estimate, a, place.rank, intervals?.get(a) ?? null, reviews[a]!, seated);
    }),
    ties,
    unranked: unranked(table, estimate, options.applications ?? []),
    reviewers: withFlags(table, estimate.reviewers).map((r) => ({
      ...r,
      severity: fixedOrNull(r.severity),
      spread: fixedOrNull(r.spread),
      consistency: fixedOrNull(r.consistency),
    })),
    warnings: [...(options.warnings ?? []), ...estimate.warnings, ...seated.warnings],
  };
}

/** Positions of the applications that have a score. */
export function rankableOf(table: ScoreTable, estimate: Estimate): number[] {
  return table.applications.map((_, a) => a).filter((a) => estimate.scores[a] !== null);
}

/** What each rankable application is ordered by; what only equals need is worked out when it is asked for. */
export function standings(
  table: ScoreTable,
  method: RankingMethod,
  estimate: Estimate,
  rankable: readonly number[],
): Standing[] {
  const totals = lazily(() => exactTotals(table));
  return rankable.map((a) => ({
    application: table.applications[a]!,
    score: estimate.scores[a]!,
    exact: lazily(() => exactScore(table, estimate, a)),
    tieBreaks: lazily(() => tieBreakValues(method, (name) => exactCriterion(table, estimate, a, name), totals()[a]!)),
  }));
}

function exactScore(table: ScoreTable, { quotients, scores }: Estimate, a: number): Fraction {
  if (!quotients) return fraction(scores[a]!);
  return sumOf(
    table.criteria.flatMap(({ weight }, c) => {
      const mean = weight.isZero() ? null : quotients[a]![c]!;
      return mean ? [times(fraction(weight), fraction(mean.sum, mean.by))] : [];
    }),
  );
}

function exactCriterion(
  table: ScoreTable,
  { quotients, criteria }: Estimate,
  a: number,
  name: string,
): Fraction | null {
  const c = table.criteria.findIndex(({ criterion }) => criterion === name);
  const mean = quotients?.[a]?.[c];
  if (quotients) return mean ? fraction(mean.sum, mean.by) : null;
  const value = criteria[a]?.[c];
  return value === null || value === undefined ? null : fraction(fixed(value));
}

function criteriaOf(table: ScoreTable, estimate: Estimate, a: number): Record<string, number> {
  return Object.fromEntries(
    table.criteria.flatMap(({ criterion }, c) => {
      const value = estimate.criteria[a]?.[c];
      return value === null || value === undefined ? [] : [[criterion, fixed(value)]];
    }),
  );
}

function row(
  table: ScoreTable,
  estimate: Estimate,
  a: number,
  rank: number,
  ranks: readonly [number, number] | null,
  reviews: number,
  seated: Award,
): RankedApplication {
  const application = table.applications[a]!;
  const interval = estimate.intervals[a] ?? null;
  return {
    application,
    rank,
    score: fixed(estimate.scores[a]!),
    low: interval && fixed(interval[0]),
    high: interval && fixed(interval[1]),
    rankLow: ranks?.[0] ?? null,
    rankHigh: ranks?.[1] ?? null,
    criteria: criteriaOf(table, estimate, a),
    reviews,
    below: seated.below.get(application) ?? [],
    ...seated.seats.get(application),
  };
}

function countReviews(table: ScoreTable): number[] {
  const reviewers = table.applications.map(() => new Set<number>());
  for (const cell of table.cells) reviewers[cell.application]!.add(cell.reviewer);
  return reviewers.map((set) => set.size);
}

function unranked(table: ScoreTable, estimate: Estimate, expected: readonly string[]): Unranked[] {
  const scored = new Set(table.cells.map((cell) => cell.application));
  const known = new Set(table.applications);
  const missing = [...new Set(expected)].filter((name) => !known.has(name));
  const incomplete = table.applications.flatMap((application, a) => {
    if (estimate.scores[a] !== null) return [];
    if (!scored.has(a)) return [unrankedFor(application, null)];
    const lacking = table.criteria.filter((c, i) => !c.weight.isZero() && estimate.criteria[a]?.[i] === null);
    return [
      unrankedFor(
        application,
        lacking.map((c) => c.criterion),
      ),
    ];
  });
  return [...incomplete, ...missing.map((application) => unrankedFor(application, null))].sort((a, b) =>
    byName(a.application, b.application),
  );
}

function unrankedFor(application: string, lacks: readonly string[] | null): Unranked {
  const reason = lacks === null ? 'It has no score.' : `It has no score on ${lacks.join(', ')}.`;
  return { application, lacks, reason };
}

function fixedOrNull(value: number | null): number | null {
  return value === null ? null : fixed(value);
}

import type { RankingMethod } from '../../contracts/ranking.ts';
import { averages } from './average.ts';
import { describeReviewers } from './consistency.ts';
import { type Estimate, t90 } from './estimate.ts';
import { type Random, random } from './random.ts';
import { type Review, reviewsOf, type ScoreTable } from './scores.ts';

/** `mean` and `trimmed`: exact averages, with standard errors from the spread of reviewers inside applications. */
export function averaged(table: ScoreTable, method: RankingMethod, draws: number): Estimate {
  const warnings: string[] = [];
  const values = averages(table, method, (warning) => warnings.push(warning));
  const scores = values.map((v) => v.score?.toNumber() ?? null);
  const reviews = reviewsOf(table);
  const errors = standardErrors(table, reviews, method.method === 'trimmed' ? method.trim : 0);
  if (errors === null)
    warnings.push('No application has two reviews, so nothing can be said about how sure the scores are.');
  return {
    scores,
    criteria: values.map((v) => v.criteria.map((c) => c?.toNumber() ?? null)),
    quotients: values.map((v) => v.quotients),
    intervals: scores.map((score, a) => interval(score, errors, a)),
    draws: errors === null ? [] : drawn(scores, errors.errors, random(method.seed), draws),
    reviewers: describeReviewers(table, reviews),
    warnings,
  };
}

interface Errors {
  readonly errors: readonly number[];
  readonly df: number;
}

/**
 * Standard error of each application's (trimmed) mean. The variance of reviewers' totals is pooled over applications,
 * because three scores alone say little; for trimmed means it is the Winsorised variance (Tukey and McLaughlin 1963):
 * s_w * sqrt(n) / (n - 2k). Null when no application has two reviews.
 */
function standardErrors(table: ScoreTable, reviews: readonly Review[], trim: number): Errors | null {
  const totals: number[][] = table.applications.map(() => []);
  for (const review of reviews) totals[review.application]!.push(review.total);
  let [squares, freedom, df] = [0, 0, 0];
  for (const list of totals) {
    if (list.length < 2) continue;
    const k = list.length > 2 * trim ? trim : 0;
    const winsorised = winsorise(list, k);
    const mean = winsorised.reduce((s, x) => s + x, 0) / winsorised.length;
    squares += winsorised.reduce((s, x) => s + (x - mean) ** 2, 0);
    freedom += list.length - 1;
    df += Math.max(list.length - 2 * k - 1, 0);
  }
  if (freedom === 0) return null;
  const deviation = Math.sqrt(squares / freedom);
  const errors = totals.map((list) => {
    const k = list.length > 2 * trim ? trim : 0;
    return list.length === 0 ? 0 : (deviation * Math.sqrt(list.length)) / (list.length - 2 * k);
  });
  return { errors, df: Math.max(df, 1) };
}

function winsorise(values: readonly number[], k: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[k]!, sorted[sorted.length - 1 - k]!];
  return sorted.map((x) => Math.min(Math.max(x, low), high));
}

function interval(score: number | null, errors: Errors | null, a: number): readonly [number, number] | null {
  if (score === null || errors === null) return null;
  const reach = t90(errors.df) * errors.errors[a]!;
  return [score - reach, score + reach];
}

function drawn(
  scores: readonly (number | null)[],
  errors: readonly number[],
  source: Random,
  n: number,
): Float64Array[] {
  return Array.from({ length: n }, () => Float64Array.from(scores, (s, a) => (s ?? 0) + errors[a]! * source.normal()));
}

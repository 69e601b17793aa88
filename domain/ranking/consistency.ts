import type { RankedReviewer } from '../../contracts/ranking.ts';
import type { Review, ScoreTable } from './scores.ts';

/** A review beside the average of the other reviewers of the same application. */
interface Pair {
  readonly own: number;
  readonly others: number;
}

/**
 * Describes each reviewer by comparison with the others on the same applications, without a model. Severity is the
 * others' average minus the reviewer's; spread the ratio of standard deviations; consistency Pearson's correlation.
 */
export function describeReviewers(table: ScoreTable, reviews: readonly Review[]): RankedReviewer[] {
  const pairs = pairUp(table, reviews);
  const totals: Review[][] = table.reviewers.map(() => []);
  for (const review of reviews) totals[review.reviewer]!.push(review);
  return table.reviewers.map((reviewer, r) => {
    const own = pairs[r]!;
    const flags = loneFlags(totals[r]!, own.length);
    const known = own.length > 0 && flags.length === 0;
    return {
      reviewer,
      reviews: totals[r]!.length,
      severity: known ? mean(own.map((p) => p.others - p.own)) : null,
      spread: own.length < 4 ? null : ratio(own),
      consistency: own.length < 3 ? null : correlation(own),
      flags,
    };
  });
}

/** Why a reviewer can have no severity of their own: one review only, or nobody to be compared with. */
export function loneFlags(reviews: readonly Review[], compared: number): string[] {
  if (reviews.length === 0) return ['no-review'];
  if (new Set(reviews.map((r) => r.application)).size === 1) return ['single-review'];
  return compared === 0 ? ['not-comparable'] : [];
}

function pairUp(table: ScoreTable, reviews: readonly Review[]): Pair[][] {
  const sums = new Float64Array(table.applications.length);
  const counts = new Int32Array(table.applications.length);
  for (const r of reviews) {
    sums[r.application]! += r.total;
    counts[r.application]! += 1;
  }
  const pairs: Pair[][] = table.reviewers.map(() => []);
  for (const r of reviews) {
    const others = counts[r.application]! - 1;
    if (others > 0) pairs[r.reviewer]!.push({ own: r.total, others: (sums[r.application]! - r.total) / others });
  }
  return pairs;
}

function mean(values: readonly number[]): number {
  return values.reduce((s, x) => s + x, 0) / values.length;
}

function moments(pairs: readonly Pair[]): { own: number; others: number; both: number } {
  const [a, b] = [mean(pairs.map((p) => p.own)), mean(pairs.map((p) => p.others))];
  return {
    own: mean(pairs.map((p) => (p.own - a) ** 2)),
    others: mean(pairs.map((p) => (p.others - b) ** 2)),
    both: mean(pairs.map((p) => (p.own - a) * (p.others - b))),
  };
}

function ratio(pairs: readonly Pair[]): number | null {
  const { own, others } = moments(pairs);
  return others < 1e-12 ? null : Math.sqrt(own / others);
}

function correlation(pairs: readonly Pair[]): number | null {
  const { own, others, both } = moments(pairs);
  return own < 1e-12 || others < 1e-12 ? null : Math.min(1, Math.max(-1, both / Math.sqrt(own * others)));
}

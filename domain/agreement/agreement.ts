import type { Score } from '../../contracts/ranking.ts';
import { rankingMethod } from '../ranking/method.ts';
import { reviewsOf, tabulate } from '../ranking/scores.ts';
import { alpha } from './alpha.ts';
import { ICC_FORMS, type IccForm, icc } from './icc.ts';
import { kendallW } from './kendall.ts';
import { isComplete, type Ratings } from './ratings.ts';
import { agreementSentences } from './sentences.ts';
import type { Agreement } from './statistics.ts';

/**
 * How far reviewers agree about applications: on one criterion, or (none named) on each review's average over criteria.
 * Statistics that need every cell are null where one is missing. Throws one sentence on an unknown criterion.
 */
export function agreement(scores: readonly Score[], criterion?: string): Agreement {
  const chosen = criterion === undefined ? scores : scores.filter((s) => s.criterion === criterion);
  if (chosen.length === 0 && criterion !== undefined) {
    const known = [...new Set(scores.map((s) => s.criterion))].sort().join(', ');
    throw new Error(`There is no criterion ${criterion} in the scores; they have ${known}.`);
  }
  const ratings = ratingsOf(chosen);
  const correlations = icc(ratings);
  const form = <T>(of: (form: IccForm) => T) =>
    Object.fromEntries(ICC_FORMS.map((f) => [f, of(f)])) as Record<IccForm, T>;
  const figures = {
    alpha: {
      nominal: rounded(alpha(ratings, 'nominal')),
      ordinal: rounded(alpha(ratings, 'ordinal')),
      interval: rounded(alpha(ratings, 'interval')),
      ratio: rounded(alpha(ratings, 'ratio')),
    },
    icc: form((f) => rounded(correlations[f]?.value ?? null)),
    icc_intervals: form((f) => {
      const found = correlations[f];
      return found === null ? null : ([rounded(found.low)!, rounded(found.high)!] as const);
    }),
    kendall_w: rounded(kendallW(ratings)),
    reviewers: ratings[0]?.length ?? 0,
    applications: ratings.length,
    complete: isComplete(ratings),
  };
  return { ...figures, sentences: agreementSentences(figures) };
}

/** One row per application, one column per reviewer who gave a score. */
function ratingsOf(scores: readonly Score[]): Ratings {
  const given = scores.filter((s) => s.score !== null && s.score !== '');
  const table = tabulate(given, rankingMethod());
  const rows: (number | null)[][] = table.applications.map(() => table.reviewers.map(() => null));
  // Averages of exact scores: nine decimals keep equals equal.
  for (const review of reviewsOf(table)) rows[review.application]![review.reviewer] = Number(review.total.toFixed(9));
  return rows;
}

function rounded(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toFixed(6)) + 0;
}

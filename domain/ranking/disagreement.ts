import type { RankingMethod, Score } from '../../contracts/ranking.ts';
import { fixed } from './bytes.ts';
import { calibratePanel } from './calibration/calibrate.ts';
import { Residuals } from './calibration/residuals.ts';
import { byName } from './method.ts';
import { type Review, reviewsOf, type ScoreTable, tabulate } from './scores.ts';

/** Beyond so many standard errors a difference between two reviewers is more than the panel's usual noise (1 in 20). */
const UNUSUAL = 2;

/** Two reviewers of one application who are further apart than they should be. */
export interface Disagreement {
  readonly application: string;
  /** The one who scores higher comes first. */
  readonly reviewers: readonly [string, string];
  /** Points between their totals (in units of the final score). */
  readonly difference: number;
  /** The same in standard errors of the calibrated model; null: it does not apply, or the panel is too small to tell. */
  readonly standardised: number | null;
  /** Points between them per criterion that both scored, first minus second. */
  readonly criteria: Readonly<Record<string, number>>;
}

/**
 * Pairs of reviewers of one application who are far apart, widest first. Under `calibrated` the model's residuals are
 * compared: they must differ by more than `limit` points, so that it matters, and by more than 2 standard errors, so that
 * it is more than this panel's usual noise. Severity is no disagreement: a mild and a strict reviewer who see the same
 * thing have the same residual. In panels with fewer than five degrees of freedom, for reviewers whom the model leaves
 * out, and under `mean` and `trimmed`, which take no severity out, the points decide alone.
 */
export function wideDisagreements(scores: readonly Score[], method: RankingMethod, limit: number): Disagreement[] {
  const table = tabulate(scores, method);
  const reviews = reviewsOf(table);
  const compare = comparison(table, method, reviews);
  const scoresOf = cellIndex(table);
  const found: Disagreement[] = [];
  reviews.forEach((first, i) => {
    for (let j = i + 1; reviews[j]?.application === first.application; j++) {
      const gap = compare.difference(i, j);
      if (Math.abs(gap) - limit <= 1e-9) continue;
      const standardised = compare.standardised(i, j);
      if (standardised !== null && Math.abs(standardised) <= UNUSUAL) continue;
      const [high, low] = gap > 0 ? [first, reviews[j]!] : [reviews[j]!, first];
      found.push(disagreement(table, scoresOf, high, low, Math.abs(gap), standardised));
    }
  });
  return found.sort(
    (a, b) =>
      b.difference - a.difference ||
      byName(a.application, b.application) ||
      byName(a.reviewers.join(), b.reviewers.join()),
  );
}

interface Comparison {
  difference(i: number, j: number): number;
  standardised(i: number, j: number): number | null;
}

/** Compares two reviews by their positions in the list. */
function comparison(table: ScoreTable, method: RankingMethod, reviews: readonly Review[]): Comparison {
  if (method.method === 'calibrated' && reviews.length >= 2) return new Residuals(calibratePanel(table));
  return { difference: (i, j) => reviews[i]!.total - reviews[j]!.total, standardised: () => null };
}

type CellIndex = (review: Review) => ReadonlyMap<number, number>;

function cellIndex(table: ScoreTable): CellIndex {
  const byReview = new Map<number, Map<number, number>>();
  const key = (application: number, reviewer: number) => application * table.reviewers.length + reviewer;
  for (const cell of table.cells) {
    const at = key(cell.application, cell.reviewer);
    const scores = byReview.get(at) ?? new Map<number, number>();
    byReview.set(at, scores.set(cell.criterion, cell.value));
  }
  return (review) => byReview.get(key(review.application, review.reviewer)) ?? new Map();
}

function disagreement(
  table: ScoreTable,
  scoresOf: CellIndex,
  high: Review,
  low: Review,
  difference: number,
  standardised: number | null,
): Disagreement {
  const [upper, lower] = [scoresOf(high), scoresOf(low)];
  const criteria = table.criteria.flatMap(({ criterion }, c) =>
    upper.has(c) && lower.has(c) ? [[criterion, fixed(upper.get(c)! - lower.get(c)!)] as const] : [],
  );
  return {
    application: table.applications[high.application]!,
    reviewers: [table.reviewers[high.reviewer]!, table.reviewers[low.reviewer]!],
    difference: fixed(difference),
    standardised: standardised === null ? null : fixed(Math.abs(standardised)),
    criteria: Object.fromEntries(criteria),
  };
}

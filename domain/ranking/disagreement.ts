import type { RankingMethod, Score } from '../../contracts/ranking.ts';
import { fixed } from './bytes.ts';
import { calibratePanel } from './calibration/calibrate.ts';
import { byName } from './method.ts';
import { type Review, reviewsOf, type ScoreTable, tabulate } from './scores.ts';

/** Two reviewers of one application who are further apart than they should be. */
export interface Disagreement {
  readonly application: string;
  /** The one who scores higher comes first. */
  readonly reviewers: readonly [string, string];
  /** Points between their totals (in units of the final score). */
  readonly difference: number;
  /** Points between them per criterion that both scored, first minus second. */
  readonly criteria: Readonly<Record<string, number>>;
}

/**
 * Pairs of reviewers of one application whose totals differ by more than `limit` points, widest first. Under
 * `calibrated` a reviewer's own severity is taken out before comparing: a mild and a strict reviewer who see the same
 * thing do not disagree.
 */
export function wideDisagreements(scores: readonly Score[], method: RankingMethod, limit: number): Disagreement[] {
  const table = tabulate(scores, method);
  const reviews = reviewsOf(table);
  const totals = comparableTotals(table, method, reviews);
  const scoresOf = cellIndex(table);
  const found: Disagreement[] = [];
  reviews.forEach((first, i) => {
    for (let j = i + 1; reviews[j]?.application === first.application; j++) {
      const gap = totals[i]! - totals[j]!;
      if (Math.abs(gap) - limit <= 1e-9) continue;
      const [high, low] = gap > 0 ? [first, reviews[j]!] : [reviews[j]!, first];
      found.push(disagreement(table, scoresOf, high, low, Math.abs(gap)));
    }
  });
  return found.sort(
    (a, b) =>
      b.difference - a.difference ||
      byName(a.application, b.application) ||
      byName(a.reviewers.join(), b.reviewers.join()),
  );
}

/** Totals with what is the reviewer's own way (severity and spread) taken out, where the method knows it. */
function comparableTotals(table: ScoreTable, method: RankingMethod, reviews: readonly Review[]): number[] {
  if (method.method !== 'calibrated' || reviews.length < 2) return reviews.map((r) => r.total);
  const { model, panel } = calibratePanel(table);
  const { offset, quality } = model.solution;
  return reviews.map((r) => r.total - offset[r.reviewer]! - (panel.loading[r.reviewer]! - 1) * quality[r.application]!);
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
): Disagreement {
  const [upper, lower] = [scoresOf(high), scoresOf(low)];
  const criteria = table.criteria.flatMap(({ criterion }, c) =>
    upper.has(c) && lower.has(c) ? [[criterion, fixed(upper.get(c)! - lower.get(c)!)] as const] : [],
  );
  return {
    application: table.applications[high.application]!,
    reviewers: [table.reviewers[high.reviewer]!, table.reviewers[low.reviewer]!],
    difference: fixed(difference),
    criteria: Object.fromEntries(criteria),
  };
}

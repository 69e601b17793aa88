import { criterionMeans, reviewsOf, type ScoreTable } from '../scores.ts';

/**
 * Reviews as the mixed model sees them: `total` of review i is
 * mean + loading[r] * quality[a] + offset[r] + error / sqrt(precision[r]).
 */
export interface Panel {
  readonly applications: number;
  readonly reviewers: number;
  /** By review: positions of its application and reviewer. */
  readonly application: Int32Array;
  readonly reviewer: Int32Array;
  /** Columns of figures to be calibrated alike: first the total, then each criterion. All are centred on `centre`. */
  readonly columns: readonly Float64Array[];
  readonly centre: readonly number[];
  /** By reviewer: how far they pull applications apart; 1 is usual. */
  readonly loading: Float64Array;
  /** By reviewer: how much their reviews count; 1 is usual, 0 leaves them out. */
  readonly precision: Float64Array;
}

/** Lays out the reviews, criteria that a review left out filled by its deviation on the others. */
export function panelOf(table: ScoreTable): Panel {
  const reviews = reviewsOf(table);
  const criteria = filled(table);
  const raw = [reviews.map((r) => r.total), ...criteria];
  const centre = raw.map((column) => column.reduce((s, x) => s + x, 0) / Math.max(column.length, 1));
  return {
    applications: table.applications.length,
    reviewers: table.reviewers.length,
    application: Int32Array.from(reviews, (r) => r.application),
    reviewer: Int32Array.from(reviews, (r) => r.reviewer),
    columns: raw.map((column, k) => Float64Array.from(column, (x) => x - centre[k]!)),
    centre,
    loading: new Float64Array(table.reviewers.length).fill(1),
    precision: new Float64Array(table.reviewers.length).fill(1),
  };
}

/** Per criterion, the score of every review (in the order of `reviewsOf`), so that weighted they sum to its total. */
function filled(table: ScoreTable): number[][] {
  const weights = table.criteria.map((c) => c.weight.toNumber());
  const means = criterionMeans(table);
  const columns: number[][] = weights.map(() => []);
  const own = new Float64Array(weights.length);
  for (let from = 0; from < table.cells.length; ) {
    const first = table.cells[from]!;
    let [weight, deviation, to] = [0, 0, from];
    own.fill(Number.NaN);
    for (; table.cells[to]?.application === first.application && table.cells[to]?.reviewer === first.reviewer; to++) {
      const { criterion, value } = table.cells[to]!;
      own[criterion] = value;
      weight += weights[criterion]!;
      deviation += weights[criterion]! * (value - means[criterion]!);
    }
    from = to;
    if (weight <= 0) continue;
    for (let c = 0; c < own.length; c++)
      columns[c]!.push(Number.isNaN(own[c]!) ? means[c]! + deviation / weight : own[c]!);
  }
  return columns;
}

import type { Calibrated } from './calibrated.ts';

/** Fewer degrees of freedom than this say too little about what is usual in a panel. */
const ENOUGH = 5;

/** What the model leaves unexplained in each review: total minus mean, quality and the reviewer's own way. */
export class Residuals {
  readonly #calibrated: Calibrated;
  readonly #values: Float64Array;
  /** Reviews less what they had to estimate: applications, and reviewers but one. */
  readonly freedom: number;

  constructor(calibrated: Calibrated) {
    this.#calibrated = calibrated;
    const { panel, model } = calibrated;
    const offset = ownOffsets(calibrated);
    this.#values = panel.columns[0]!.map((y, i) => {
      const [a, r] = [panel.application[i]!, panel.reviewer[i]!];
      return y - model.solution.mean - panel.loading[r]! * model.solution.quality[a]! - offset[r]!;
    });
    const counted = [...panel.reviewer.keys()].filter((i) => panel.precision[panel.reviewer[i]!]! > 0);
    const sides = [panel.application, panel.reviewer].map((side) => new Set(counted.map((i) => side[i]!)).size);
    this.freedom = counted.length - sides[0]! - sides[1]! + 1;
  }

  /** Points between two reviews of one application, what is the reviewers' own way (severity, spread) taken out. */
  difference(i: number, j: number): number {
    return this.#values[i]! - this.#values[j]!;
  }

  /**
   * The same over its standard error (a studentized difference of residuals; Cook and Weisberg 1982, section 2.2, in its
   * external form, so that an odd score does not hide behind the variance that it inflates). The variance is the error's
   * less what the estimates have taken up of it. Null when the panel is too small, or when a reviewer is left out.
   */
  standardised(i: number, j: number): number | null {
    const { panel, model } = this.#calibrated;
    const [r, s] = [panel.reviewer[i]!, panel.reviewer[j]!];
    const [own, other] = [panel.precision[r]!, panel.precision[s]!];
    if (this.freedom < ENOUGH || own === 0 || other === 0) return null;
    const error = model.errorVariance * (1 / own + 1 / other);
    const takenUp = model.varianceOf({
      mean: 0,
      quality: [[panel.application[i]!, panel.loading[r]! - panel.loading[s]!]],
      offset:
        r < s
          ? [
              [r, 1],
              [s, -1],
            ]
          : [
              [s, -1],
              [r, 1],
            ],
    });
    const inside = this.difference(i, j) / Math.sqrt(Math.max(error - takenUp, 0.05 * error));
    const left = Math.max(this.freedom - inside ** 2, 0.05);
    return inside * Math.sqrt((this.freedom - 1) / left);
  }
}

/** The model's offsets; of reviewers who are left out of it, how far they are off on average. */
function ownOffsets({ panel, model }: Calibrated): Float64Array {
  const { mean, quality, offset } = model.solution;
  const sums = new Float64Array(panel.reviewers);
  const counts = new Float64Array(panel.reviewers);
  for (const [i, r] of panel.reviewer.entries()) {
    sums[r]! += panel.columns[0]![i]! - mean - panel.loading[r]! * quality[panel.application[i]!]!;
    counts[r]! += 1;
  }
  return offset.map((own, r) => (panel.precision[r]! > 0 ? own : sums[r]! / Math.max(counts[r]!, 1)));
}

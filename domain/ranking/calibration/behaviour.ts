import type { Solution } from './dense.ts';
import type { Ratios } from './equations.ts';
import type { Panel } from './panel.ts';

/** How one reviewer goes with the consensus of the others on the same applications. */
export interface Behaviour {
  /** Applications that others reviewed too. */
  readonly compared: number;
  /** Slope of the reviewer's totals on the others' consensus, with its standard error; 1 is usual. */
  readonly slope: number | null;
  readonly slopeError: number;
  /** Correlation with the consensus. */
  readonly consistency: number | null;
  /** Squared residuals about the line with slope 1, over what the model expects; 1 is usual. */
  readonly noise: number | null;
  /** True when all totals are the same. */
  readonly constant: boolean;
}

/** The applications' consensus (quality) with one review taken out again, and what remains unknown about it. */
interface Consensus {
  readonly values: Float64Array;
  readonly variances: Float64Array;
}

/**
 * Compares every reviewer with the others. Quality without a reviewer's own review is the model's estimate with that
 * review's share removed; because it is shrunken, the slope of totals on it is 1 for a usual reviewer, without the
 * attenuation that a noisy regressor would bring.
 */
export function behaviours(
  panel: Panel,
  fit: { ratios: Ratios; errorVariance: number },
  solution: Solution,
): Behaviour[] {
  const consensus = withoutOwn(panel, fit, solution);
  const reviewsOf: number[][] = Array.from({ length: panel.reviewers }, () => []);
  for (const [i, r] of panel.reviewer.entries()) reviewsOf[r]!.push(i);
  return reviewsOf.map((reviews) => behaviour(panel, consensus, fit.errorVariance, reviews));
}

function withoutOwn(panel: Panel, fit: { ratios: Ratios; errorVariance: number }, solution: Solution): Consensus {
  const information = new Float64Array(panel.applications).fill(1 / fit.ratios.quality);
  const evidence = new Float64Array(panel.applications);
  const y = panel.columns[0]!;
  const share = (i: number) => {
    const r = panel.reviewer[i]!;
    return { z: panel.loading[r]!, w: panel.precision[r]!, left: y[i]! - solution.mean - solution.offset[r]! };
  };
  for (const [i, a] of panel.application.entries()) {
    const { z, w, left } = share(i);
    information[a]! += w * z * z;
    evidence[a]! += w * z * left;
  }
  const values = new Float64Array(y.length);
  const variances = new Float64Array(y.length).fill(Number.NaN);
  for (const [i, a] of panel.application.entries()) {
    const { z, w, left } = share(i);
    const rest = information[a]! - w * z * z;
    values[i] = (evidence[a]! - w * z * left) / rest;
    if (rest > 1.0000001 / fit.ratios.quality) variances[i] = fit.errorVariance / rest;
  }
  return { values, variances };
}

function behaviour(panel: Panel, consensus: Consensus, errorVariance: number, reviews: readonly number[]): Behaviour {
  const totals = reviews.map((i) => panel.columns[0]![i]!);
  const constant = reviews.length > 1 && totals.every((t) => Math.abs(t - totals[0]!) < 1e-9);
  const shared = reviews.filter((i) => !Number.isNaN(consensus.variances[i]!));
  const none = { compared: shared.length, slope: null, slopeError: 0, consistency: null, noise: null, constant };
  if (shared.length < 3) return none;
  const mean = (of: (i: number) => number) => shared.reduce((s, i) => s + of(i), 0) / shared.length;
  const [x, y] = [(i: number) => consensus.values[i]!, (i: number) => panel.columns[0]![i]!];
  const [mx, my] = [mean(x), mean(y)];
  const sxx = mean((i) => (x(i) - mx) ** 2) * shared.length;
  const sxy = mean((i) => (x(i) - mx) * (y(i) - my)) * shared.length;
  const syy = mean((i) => (y(i) - my) ** 2) * shared.length;
  if (sxx < 1e-12) return none;
  const expected = errorVariance + mean((i) => consensus.variances[i]!);
  const aboutOne = syy - 2 * sxy + sxx;
  return {
    ...none,
    slope: sxy / sxx,
    slopeError: Math.sqrt(Math.max(expected, (syy - (sxy * sxy) / sxx) / (shared.length - 2)) / sxx),
    consistency: syy < 1e-12 ? null : Math.min(1, Math.max(-1, sxy / Math.sqrt(sxx * syy))),
    noise: aboutOne / ((shared.length - 1) * expected),
  };
}

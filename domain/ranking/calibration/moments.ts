import type { Equations, Ratios } from './equations.ts';

/**
 * Variance ratios from three mean squares (the analysis of variance estimators for crossed random effects; Searle,
 * Casella and McCulloch 1992, ch. 5): inside applications, inside reviewers, and over all. For panels so large that
 * their variances are known well and a likelihood would cost more than it tells. `tied`: no reviewer has two reviews.
 */
export function momentRatios(e: Equations, tied: boolean): { readonly ratios: Ratios; readonly errorVariance: number } {
  const { application, reviewer } = sides(e);
  const y = e.columns[0]!;
  const inApplications = within(application, y, e.panel.applications);
  const inReviewers = within(reviewer, y, e.panel.reviewers);
  const mean = y.reduce((s, x) => s + x, 0) / e.counted;
  const overall = y.reduce((s, x) => s + (x - mean) ** 2, 0) / e.counted;
  const [shareA, shareR] = [
    concentration(application, e.panel.applications),
    concentration(reviewer, e.panel.reviewers),
  ];
  if (tied) {
    const quality = Math.max((overall - inApplications) / (1 - shareA), 0.0005 * inApplications);
    return { ratios: { quality: quality / inApplications, severity: 0.0005 }, errorVariance: inApplications };
  }
  // inside applications: severity + error; inside reviewers: quality + error; overall: all three, less the means' share.
  const left = 1 - 1 / e.counted - (1 - shareA) - (1 - shareR);
  const error = ((1 - shareA) * inReviewers + (1 - shareR) * inApplications - overall) / -left;
  const errorVariance = Math.max(error, 0.02 * overall, 1e-12);
  const quality = Math.max(inReviewers - errorVariance, 0.0005 * errorVariance);
  const severity = Math.max(inApplications - errorVariance, 0.0005 * errorVariance);
  return { ratios: { quality: quality / errorVariance, severity: severity / errorVariance }, errorVariance };
}

function sides(e: Equations): { application: Int32Array; reviewer: Int32Array } {
  return e.fewAreApplications
    ? { application: e.fewAt, reviewer: e.manyAt }
    : { application: e.manyAt, reviewer: e.fewAt };
}

function within(group: Int32Array, y: Float64Array, groups: number): number {
  const sums = new Float64Array(groups);
  const counts = new Int32Array(groups);
  for (const [i, g] of group.entries()) {
    sums[g]! += y[i]!;
    counts[g]! += 1;
  }
  let squares = 0;
  for (const [i, g] of group.entries()) squares += (y[i]! - sums[g]! / counts[g]!) ** 2;
  const freedom = group.length - counts.filter((n) => n > 0).length;
  return freedom > 0 ? squares / freedom : 0;
}

function concentration(group: Int32Array, groups: number): number {
  const counts = new Float64Array(groups);
  for (const g of group) counts[g]! += 1;
  return counts.reduce((s, n) => s + n * n, 0) / group.length ** 2;
}

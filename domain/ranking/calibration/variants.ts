import type { Panel } from './panel.ts';
import type { Verdict } from './robust.ts';

/** One account of who counts, and how probable it is; the weights of all accounts sum to 1. */
export interface Variant {
  readonly panel: Panel;
  readonly weight: number;
}

/** A probability this near to 0 or 1 is as good as certain. */
const CERTAIN = 0.02;

/** So many doubtful reviewers, the most doubtful first, are weighed both ways; each doubles the work. */
const DOUBTFUL = 3;

/**
 * The accounts that a verdict leaves open. A reviewer who may or may not have turned the scale round is left out in one
 * account and counts in the other, weighted by the probability of each (Bayesian model averaging; Hoeting, Madigan,
 * Raftery and Volinsky 1999): whichever is decided wrongly would leave intervals that are too short. Most likely first.
 */
export function variantsOf(panel: Panel, verdict: Verdict): Variant[] {
  const doubtful = [...verdict.reversed.entries()]
    .filter(([, p]) => p > CERTAIN && p < 1 - CERTAIN)
    .sort(([r, p], [s, q]) => Math.abs(p - 0.5) - Math.abs(q - 0.5) || r - s)
    .slice(0, DOUBTFUL);
  let variants: Variant[] = [{ panel, weight: 1 }];
  for (const [r, p] of doubtful)
    variants = variants.flatMap((variant) => [
      { panel: counting(variant.panel, r, verdict), weight: variant.weight * (1 - p) },
      { panel: leftOut(variant.panel, r), weight: variant.weight * p },
    ]);
  return variants.sort((a, b) => b.weight - a.weight);
}

function leftOut(panel: Panel, reviewer: number): Panel {
  return { ...panel, precision: panel.precision.with(reviewer, 0) };
}

/** A reviewer who was left out comes in as a usual one; others count as the verdict has it. */
function counting(panel: Panel, reviewer: number, verdict: Verdict): Panel {
  if (verdict.precision[reviewer]! > 0) return panel;
  return {
    ...panel,
    loading: panel.loading.with(reviewer, 1),
    precision: panel.precision.with(reviewer, 1),
  };
}

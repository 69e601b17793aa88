import { type Random, random } from '../random.ts';
import { type Combination, Dense, type Solution } from './dense.ts';
import { type Equations, equationsOf, type Ratios } from './equations.ts';
import { momentRatios } from './moments.ts';
import type { Panel } from './panel.ts';
import { Sparse } from './sparse.ts';
import { type Belief, believe, guess } from './variances.ts';
import type { Variant } from './variants.ts';

/** Up to so many of the less numerous side variances come from the likelihood; beyond, from mean squares. */
const LIKELIHOOD = 220;
/** Up to so many the equations are factorised for the final fit; beyond, they are only ever solved iteratively. */
const FACTORISED = 1500;
/** Draws from a very large panel, where each costs a solution of its own. */
const LARGE_DRAWS = 150;

/** The model fitted to a panel, whichever way its size asks for. */
export interface Fit {
  readonly ratios: Ratios;
  readonly errorVariance: number;
  /** Every column solved at the most believed ratios; `quality` is by application, `offset` by reviewer. */
  readonly solution: Solution;
  /** Mean plus quality, averaged over what is believed of the ratios. */
  estimate(column: number): Float64Array;
  offsets(): Float64Array;
  /** So many draws of mean plus quality of the total, or fewer where each is expensive. */
  draws(n: number, seed: number): Float64Array[];
  /** Variance of a combination of unknowns at the most believed ratios; 0 where the panel is too large to tell. */
  varianceOf(combination: Combination): number;
  /** Variance of mean plus quality of the total, by application. */
  variances(draws: readonly Float64Array[]): Float64Array;
}

/** A first look at a panel, without averaging over what is uncertain. */
export function fitPanel(panel: Panel): Fit {
  const equations = equationsOf(panel);
  return equations.few <= LIKELIHOOD ? denseFit(guess(equations, tied(equations))) : sparseFit(equations);
}

/** The model averaged over accounts of who counts and over variances; large panels take the likeliest account. */
export function fitVariants(variants: readonly Variant[]): Fit {
  const likeliest = equationsOf(variants[0]!.panel);
  if (likeliest.few > FACTORISED) return sparseFit(likeliest);
  if (likeliest.few > LIKELIHOOD)
    return denseFit([{ fit: new Dense(likeliest, momentRatios(likeliest, tied(likeliest)).ratios), weight: 1 }]);
  return denseFit(
    variants.flatMap(({ panel, weight }) => {
      const equations = equationsOf(panel);
      return believe(equations, tied(equations)).map((b) => ({ fit: b.fit, weight: b.weight * weight }));
    }),
  );
}

/** Highest restricted log likelihood of a panel, up to a constant of its scores; null: the panel is too large for one. */
export function likelihoodOf(panel: Panel): number | null {
  const equations = equationsOf(panel);
  return equations.few <= LIKELIHOOD ? guess(equations, tied(equations))[0]!.fit.logLikelihood : null;
}

/** True when no reviewer has two reviews that count: then severity cannot be told from error. */
function tied(e: Equations): boolean {
  const counts = new Int32Array(e.panel.reviewers);
  const reviewers = e.fewAreApplications ? e.manyAt : e.fewAt;
  for (const r of reviewers) counts[r]! += 1;
  return counts.every((n) => n < 2);
}

function denseFit(beliefs: readonly Belief[]): Fit {
  const top = beliefs.reduce((a, b) => (b.weight > a.weight ? b : a));
  const solutions = beliefs.map((b) => b.fit.solve(0));
  const average = (of: (k: number) => Float64Array) => {
    const sum = new Float64Array(of(0).length);
    for (const [k, { weight }] of beliefs.entries()) for (const [i, x] of of(k).entries()) sum[i]! += weight * x;
    return sum;
  };
  const qualities = (list: readonly Solution[]) => list.map((s) => s.quality.map((q) => q + s.mean));
  const total = average((k) => qualities(solutions)[k]!);
  return {
    ratios: top.fit.ratios,
    errorVariance: top.fit.errorVariance,
    solution: top.fit.solve(0),
    estimate: (column) => {
      const found = qualities(beliefs.map((b) => b.fit.solve(column)));
      return average((k) => found[k]!);
    },
    offsets: () => average((k) => solutions[k]!.offset),
    varianceOf: (combination) => top.fit.varianceOf(combination),
    draws: (n, seed) => mixed(beliefs, solutions, n, random(seed)),
    variances: () => {
      const inside = beliefs.map((b) => b.fit.variances());
      const each = qualities(solutions);
      return average((k) => inside[k]!.map((v, a) => v + (each[k]![a]! - total[a]!) ** 2));
    },
  };
}

function mixed(beliefs: readonly Belief[], solutions: readonly Solution[], n: number, source: Random): Float64Array[] {
  return Array.from({ length: n }, () => {
    let left = source.uniform();
    let k = 0;
    while (k < beliefs.length - 1 && left >= beliefs[k]!.weight) left -= beliefs[k++]!.weight;
    return beliefs[k]!.fit.draw(solutions[k]!, source);
  });
}

function sparseFit(equations: Equations): Fit {
  const { ratios, errorVariance } = momentRatios(equations, tied(equations));
  const model = new Sparse(equations, ratios, errorVariance);
  const solution = model.solve(0);
  return {
    ratios,
    errorVariance,
    solution,
    estimate: (column) => {
      const found = column === 0 ? solution : model.solve(column);
      return found.quality.map((q) => q + found.mean);
    },
    offsets: () => solution.offset,
    varianceOf: () => 0,
    draws: (n, seed) => {
      const source = random(seed);
      return Array.from({ length: Math.min(n, LARGE_DRAWS) }, () => model.draw(solution, source));
    },
    variances: (draws) =>
      solution.quality.map(
        (q, a) => draws.reduce((s, d) => s + (d[a]! - q - solution.mean) ** 2, 0) / Math.max(draws.length, 1),
      ),
  };
}

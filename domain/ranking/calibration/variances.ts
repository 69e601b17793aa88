import { Dense } from './dense.ts';
import type { Equations, Ratios } from './equations.ts';
import { momentRatios } from './moments.ts';

/** A guess at the variance ratios and how much it is believed; beliefs sum to 1. */
export interface Belief {
  readonly fit: Dense;
  readonly weight: number;
}

/** Standard deviations over the error's, as logarithms: quality, severity. */
type Point = readonly [quality: number, severity: number];

const LEAST = Math.log(0.02);
const MOST = Math.log(30);

/** A ratio known to within this (8 % standard deviation) is taken at its mode: a grid would change no interval. */
const NARROW = 0.08;

/** How far the grid reaches to either side of the mode, in posterior standard deviations. */
const OFFSETS = [-1.6, -0.8, 0, 0.8, 1.6];

/**
 * The variance ratios with their uncertainty. Two accounts are weighed by how well they predict the scores, as likely as
 * each other beforehand: reviewers are equally severe, or their severity varies, its standard deviation ratio having a
 * half-Cauchy(0, 1) prior (Gelman 2006), as quality's has under both. Inside each account a small grid around the mode of
 * the restricted likelihood stands for what is uncertain (as in Rue, Martino and Chopin 2009). Averaging over it keeps
 * intervals honest in small panels, and severity that does not vary from blurring the order.
 *
 * `tied`: no reviewer has two reviews, severity cannot be told from error, and only the first account is left.
 */
export function believe(equations: Equations, tied: boolean): Belief[] {
  const points = accounts(equations, tied);
  const top = points.reduce((most, p) => Math.max(most, p.evidence), Number.NEGATIVE_INFINITY);
  const weighed = points.map((p) => ({ fit: p.fit, weight: Math.exp(p.evidence - top) }));
  return normalised(normalised(weighed).filter((b) => b.weight > 1e-3));
}

/** The grids of both accounts. */
function accounts(equations: Equations, tied: boolean): { fit: Dense; evidence: number }[] {
  const densities = new Densities(equations);
  const start = startOf(equations, tied);
  const equal = account(
    densities,
    climb((p) => densities.at(p).equal, start, true),
    'equal',
  );
  if (tied) return equal;
  const varied = account(
    densities,
    climb((p) => densities.at(p).varied, start, false),
    'varied',
  );
  return [...equal, ...varied];
}

/** The most believed ratios alone, for judging reviewers on the way to the final fit. */
export function guess(equations: Equations, tied: boolean): Belief[] {
  const densities = new Densities(equations);
  const density = (p: Point) => densities.at(p)[tied ? 'equal' : 'varied'];
  return [{ fit: densities.at(climb(density, startOf(equations, tied), tied, 0.1)).fit, weight: 1 }];
}

function normalised(beliefs: readonly Belief[]): Belief[] {
  const sum = beliefs.reduce((s, b) => s + b.weight, 0);
  return beliefs.map((b) => ({ fit: b.fit, weight: b.weight / sum }));
}

type Account = 'equal' | 'varied';

/** Log posterior densities over the logarithms, each point computed once. */
class Densities {
  readonly #equations: Equations;
  readonly #known = new Map<string, { fit: Dense; equal: number; varied: number }>();

  constructor(equations: Equations) {
    this.#equations = equations;
  }

  at(point: Point): { fit: Dense; equal: number; varied: number } {
    const key = point.join();
    const known = this.#known.get(key);
    if (known) return known;
    const fit = new Dense(this.#equations, ratiosAt(point));
    const equal = fit.logLikelihood + priorOf(point[0]);
    const found = { fit, equal, varied: equal + priorOf(point[1]) };
    this.#known.set(key, found);
    return found;
  }
}

/** The grid of one account; a point's evidence is its density times the area it stands for. */
function account(densities: Densities, mode: Point, which: Account): { fit: Dense; evidence: number }[] {
  const density = (p: Point) => densities.at(p)[which];
  const quality = axis(width(density, mode, 0));
  const severity = which === 'equal' ? { offsets: [0], area: 0 } : axis(width(density, mode, 1));
  const grid = quality.offsets.flatMap((i) =>
    severity.offsets.map((j): Point => [within(mode[0] + i), within(mode[1] + j)]),
  );
  const points = [...new Map(grid.map((p) => [p.join(), p])).values()];
  return points.map((p) => ({ fit: densities.at(p).fit, evidence: density(p) + quality.area + severity.area }));
}

/** Where to look along an axis, from the mode, and the logarithm of the length that each place stands for. */
function axis(deviation: number): { readonly offsets: readonly number[]; readonly area: number } {
  if (deviation < NARROW) return { offsets: [0], area: Math.log(deviation * Math.sqrt(2 * Math.PI)) };
  return { offsets: OFFSETS.map((i) => i * deviation), area: Math.log(0.8 * deviation) };
}

function ratiosAt([quality, severity]: Point): Ratios {
  return { quality: Math.exp(2 * quality), severity: Math.exp(2 * severity) };
}

/** Logarithm of the half-Cauchy density of exp(x), with the Jacobian of the logarithm. */
function priorOf(x: number): number {
  return Math.log(2 / Math.PI) + x - Math.log(1 + Math.exp(2 * x));
}

function within(x: number): number {
  return Math.min(MOST, Math.max(LEAST, x));
}

/** Where to begin to climb: the mean squares' own estimate, to one decimal, so that rounding errors do not matter. */
function startOf(equations: Equations, tied: boolean): Point {
  const { ratios } = momentRatios(equations, tied);
  const near = (ratio: number) => Math.min(2, Math.max(-2, Math.round(5 * Math.log(ratio)) / 10));
  return [near(ratios.quality), near(ratios.severity)];
}

/** Compass search: steps along the axes that halve when none of them climbs. */
function climb(density: (point: Point) => number, start: Point, tied: boolean, finest = 0.03): Point {
  let best: Point = [start[0], tied ? LEAST : start[1]];
  let value = density(best);
  for (let step = 0.5; step > finest; ) {
    const around: Point[] = [
      [best[0] + step, best[1]],
      [best[0] - step, best[1]],
      ...(tied
        ? []
        : ([
            [best[0], best[1] + step],
            [best[0], best[1] - step],
          ] as Point[])),
    ];
    const candidates = around.map((p): Point => [within(p[0]), within(p[1])]);
    const values = candidates.map(density);
    const top = Math.max(...values);
    if (top > value + 1e-9) {
      best = candidates[values.indexOf(top)]!;
      value = top;
    } else step /= 2;
  }
  return best;
}

/** Standard deviation of the posterior along one axis, from its curvature at the mode. */
function width(density: (point: Point) => number, mode: Point, axis: number): number {
  const step = 0.15;
  const shift = (by: number): Point => (axis === 0 ? [mode[0] + by, mode[1]] : [mode[0], mode[1] + by]);
  const curvature = (2 * density(mode) - density(shift(step)) - density(shift(-step))) / (step * step);
  return curvature > 1 / 0.64 ? 1 / Math.sqrt(curvature) : 0.8;
}

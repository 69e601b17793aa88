import type { Random } from '../random.ts';
import { backward, factorise, forward, inverseFactor, type Triangle, triangle } from './cholesky.ts';
import { type Equations, fewRidge, manyDiagonal, type Ratios, reduce, rightSides, substitute } from './equations.ts';

/** What one column of figures comes to. */
export interface Solution {
  readonly mean: number;
  readonly quality: Float64Array;
  readonly offset: Float64Array;
}

/** Position of an unknown, and its coefficient. */
export type Term = readonly [at: number, coefficient: number];

/** A combination of the model's unknowns; positions are those of the panel. */
export interface Combination {
  readonly mean: number;
  readonly quality: readonly Term[];
  readonly offset: readonly Term[];
}

/** The model solved for given variance ratios, by a dense factor of the few's equations. */
export class Dense {
  readonly equations: Equations;
  readonly ratios: Ratios;
  /** Restricted likelihood of the ratios, error variance profiled out; up to a constant. */
  readonly logLikelihood: number;
  readonly errorVariance: number;
  readonly #diagonal: Float64Array;
  readonly #factor: Triangle;
  #inverse: Triangle | undefined;

  constructor(equations: Equations, ratios: Ratios) {
    this.equations = equations;
    this.ratios = ratios;
    this.#diagonal = manyDiagonal(equations, ratios);
    this.#factor = schur(equations, this.#diagonal, fewRidge(equations, ratios));
    const determinant =
      factorise(this.#factor, equations.few + 1) + this.#diagonal.reduce((s, d) => s + Math.log(d), 0);
    const freedom = Math.max(equations.counted - 1, 1);
    const squares = Math.max(this.#residualSquares(), 1e-12);
    this.errorVariance = squares / freedom;
    const { applications, reviewers } = equations.panel;
    const prior = applications * Math.log(ratios.quality) + reviewers * Math.log(ratios.severity);
    this.logLikelihood = -0.5 * (freedom * Math.log(squares) + determinant + prior);
  }

  solve(column: number): Solution {
    const e = this.equations;
    const { few, many } = rightSides(e, e.columns[column]!);
    reduce(e, this.#diagonal, few, many);
    backward(this.#factor, forward(this.#factor, few));
    return this.#arrange(few, substitute(e, this.#diagonal, few, many));
  }

  /** Variance of mean + quality of every application. */
  variances(): Float64Array {
    return Float64Array.from({ length: this.equations.panel.applications }, (_, a) =>
      this.varianceOf({ mean: 1, quality: [[a, 1]], offset: [] }),
    );
  }

  /** Variance of a combination of unknowns: how far its estimate may be from what it estimates. */
  varianceOf({ mean, quality, offset }: Combination): number {
    const e = this.equations;
    const [few, many] = e.fewAreApplications ? [quality, offset] : [offset, quality];
    const terms = new Map(few);
    let own = 0;
    let level = mean;
    for (const [g, coefficient] of many) {
      own += coefficient ** 2 / this.#diagonal[g]!;
      for (let i = e.starts[g]!; i < e.starts[g + 1]!; i++) {
        const pull = (coefficient * e.weight[i]! * e.manyZ[i]!) / this.#diagonal[g]!;
        terms.set(e.fewAt[i]!, (terms.get(e.fewAt[i]!) ?? 0) - pull * e.fewZ[i]!);
        level -= pull;
      }
    }
    const sparse = [...terms.set(e.few, level)].sort(([i], [j]) => i - j);
    this.#inverse ??= inverseFactor(this.#factor, e.few + 1);
    return this.errorVariance * (own + squaredLength(this.#inverse, e.few + 1, sparse));
  }

  /** Quality (mean added) as it might be: one draw from the posterior around a solution. */
  draw(solution: Solution, source: Random): Float64Array {
    const e = this.equations;
    const deviation = Math.sqrt(this.errorVariance);
    const few = backward(
      this.#factor,
      Float64Array.from({ length: e.few + 1 }, () => source.normal()),
    );
    const mean = few[e.few]!;
    if (e.fewAreApplications) return solution.quality.map((q, a) => solution.mean + q + deviation * (few[a]! + mean));
    const many = substitute(e, this.#diagonal, few, new Float64Array(e.many));
    return solution.quality.map(
      (q, a) => solution.mean + q + deviation * (many[a]! + mean + source.normal() / Math.sqrt(this.#diagonal[a]!)),
    );
  }

  #residualSquares(): number {
    const e = this.equations;
    const y = e.columns[0]!;
    const { few, many } = rightSides(e, y);
    const plain = { few: Float64Array.from(few), many: Float64Array.from(many) };
    reduce(e, this.#diagonal, few, many);
    backward(this.#factor, forward(this.#factor, few));
    const rest = substitute(e, this.#diagonal, few, many);
    let squares = 0;
    for (let i = 0; i < e.counted; i++) squares += e.weight[i]! * y[i]! * y[i]!;
    for (let i = 0; i <= e.few; i++) squares -= few[i]! * plain.few[i]!;
    for (let g = 0; g < e.many; g++) squares -= rest[g]! * plain.many[g]!;
    return squares;
  }

  #arrange(few: Float64Array, many: Float64Array): Solution {
    const mean = few[this.equations.few]!;
    const rest = few.subarray(0, this.equations.few);
    return this.equations.fewAreApplications
      ? { mean, quality: rest, offset: many }
      : { mean, quality: many, offset: rest };
  }
}

/** Squared length of a lower triangle times a sparse vector, given as positions (ascending) and values. */
function squaredLength(lower: Triangle, size: number, vector: readonly Term[]): number {
  let squares = 0;
  for (let i = vector[0]![0]; i < size; i++) {
    const row = (i * (i + 1)) / 2;
    let sum = 0;
    for (const [at, value] of vector) {
      if (at > i) break;
      sum += lower[row + at]! * value;
    }
    squares += sum * sum;
  }
  return squares;
}

/** The few's equations with the many eliminated (a Schur complement); the mean is the last row. */
function schur(e: Equations, diagonal: Float64Array, ridge: number): Triangle {
  const matrix = triangle(e.few + 1);
  const mean = (e.few * (e.few + 1)) / 2;
  for (let s = 0; s < e.few; s++) matrix[(s * (s + 1)) / 2 + s] = ridge;
  for (let i = 0; i < e.counted; i++) {
    const [s, w, z] = [e.fewAt[i]!, e.weight[i]!, e.fewZ[i]!];
    matrix[(s * (s + 1)) / 2 + s]! += w * z * z;
    matrix[mean + s]! += w * z;
    matrix[mean + e.few]! += w;
  }
  for (let g = 0; g < e.many; g++) {
    const [from, to] = [e.starts[g]!, e.starts[g + 1]!];
    let total = 0;
    for (let i = from; i < to; i++) {
      const pull = e.weight[i]! * e.manyZ[i]!;
      const row = (e.fewAt[i]! * (e.fewAt[i]! + 1)) / 2;
      const own = (pull * e.fewZ[i]!) / diagonal[g]!;
      for (let j = from; j <= i; j++) matrix[row + e.fewAt[j]!]! -= own * e.weight[j]! * e.manyZ[j]! * e.fewZ[j]!;
      total += pull;
    }
    for (let i = from; i < to; i++)
      matrix[mean + e.fewAt[i]!]! -= (e.weight[i]! * e.manyZ[i]! * e.fewZ[i]! * total) / diagonal[g]!;
    matrix[mean + e.few]! -= (total * total) / diagonal[g]!;
  }
  return matrix;
}

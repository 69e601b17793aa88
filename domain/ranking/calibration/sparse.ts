import type { Random } from '../random.ts';
import type { Solution } from './dense.ts';
import { type Equations, fewRidge, manyDiagonal, type Ratios, reduce, rightSides, substitute } from './equations.ts';

/** The model solved by conjugate gradients: work and memory grow with the number of reviews only. */
export class Sparse {
  readonly equations: Equations;
  readonly ratios: Ratios;
  readonly errorVariance: number;
  readonly #diagonal: Float64Array;
  readonly #ridge: number;
  readonly #scale: Float64Array;

  constructor(equations: Equations, ratios: Ratios, errorVariance: number) {
    this.equations = equations;
    this.ratios = ratios;
    this.errorVariance = errorVariance;
    this.#diagonal = manyDiagonal(equations, ratios);
    this.#ridge = fewRidge(equations, ratios);
    this.#scale = this.#preconditioner();
  }

  solve(column: number): Solution {
    return this.#solution(this.equations.columns[column]!, 1e-10);
  }

  /**
   * One draw from the posterior of quality (mean added): a panel simulated from the model, whose own error of estimation
   * is added to the estimate (Papandreou and Yuille 2010).
   */
  draw(solution: Solution, source: Random): Float64Array {
    const e = this.equations;
    const { applications, reviewers } = e.panel;
    const deviation = Math.sqrt(this.errorVariance);
    const normals = (n: number, ratio: number) =>
      Float64Array.from({ length: n }, () => deviation * Math.sqrt(ratio) * source.normal());
    const quality = normals(applications, this.ratios.quality);
    const offset = normals(reviewers, this.ratios.severity);
    const [few, many] = e.fewAreApplications ? [quality, offset] : [offset, quality];
    const y = new Float64Array(e.counted);
    for (let i = 0; i < e.counted; i++)
      y[i] =
        e.fewZ[i]! * few[e.fewAt[i]!]! +
        e.manyZ[i]! * many[e.manyAt[i]!]! +
        (deviation * source.normal()) / Math.sqrt(e.weight[i]!);
    const again = this.#solution(y, 1e-5);
    return solution.quality.map((q, a) => solution.mean + q + quality[a]! - again.quality[a]! - again.mean);
  }

  #solution(y: Float64Array, tolerance: number): Solution {
    const e = this.equations;
    const { few, many } = rightSides(e, y);
    const right = reduce(e, this.#diagonal, few, many);
    const found = this.#conjugate(right, tolerance);
    const rest = substitute(e, this.#diagonal, found, many);
    const own = found.subarray(0, e.few);
    const mean = found[e.few]!;
    return e.fewAreApplications ? { mean, quality: own, offset: rest } : { mean, quality: rest, offset: own };
  }

  /** Preconditioned conjugate gradients (Hestenes and Stiefel 1952) on the few's equations. */
  #conjugate(right: Float64Array, tolerance: number): Float64Array {
    const size = right.length;
    const x = new Float64Array(size);
    const residual = Float64Array.from(right);
    const start = dot(right, right);
    if (start === 0) return x;
    let z = residual.map((r, i) => r / this.#scale[i]!);
    const direction = Float64Array.from(z);
    let rho = dot(residual, z);
    for (let step = 0; step < 500 && dot(residual, residual) > tolerance * tolerance * start; step++) {
      const image = this.#times(direction);
      const alpha = rho / dot(direction, image);
      for (let i = 0; i < size; i++) {
        x[i]! += alpha * direction[i]!;
        residual[i]! -= alpha * image[i]!;
      }
      z = residual.map((r, i) => r / this.#scale[i]!);
      const next = dot(residual, z);
      for (let i = 0; i < size; i++) direction[i] = z[i]! + (next / rho) * direction[i]!;
      rho = next;
    }
    return x;
  }

  /** The few's equations times a vector, without ever forming them. */
  #times(x: Float64Array): Float64Array {
    const e = this.equations;
    const mean = x[e.few]!;
    const image = new Float64Array(x.length);
    for (let s = 0; s < e.few; s++) image[s] = this.#ridge * x[s]!;
    for (let g = 0; g < e.many; g++) {
      const [from, to] = [e.starts[g]!, e.starts[g + 1]!];
      let pulled = 0;
      for (let i = from; i < to; i++) pulled += e.weight[i]! * e.manyZ[i]! * (e.fewZ[i]! * x[e.fewAt[i]!]! + mean);
      pulled /= this.#diagonal[g]!;
      for (let i = from; i < to; i++) {
        const s = e.fewAt[i]!;
        const left = e.weight[i]! * (e.fewZ[i]! * x[s]! + mean - e.manyZ[i]! * pulled);
        image[s]! += e.fewZ[i]! * left;
        image[e.few]! += left;
      }
    }
    return image;
  }

  #preconditioner(): Float64Array {
    const e = this.equations;
    const scale = new Float64Array(e.few + 1).fill(this.#ridge);
    scale[e.few] = 0;
    for (let i = 0; i < e.counted; i++) {
      const g = e.manyAt[i]!;
      const left = e.weight[i]! * (1 - (e.weight[i]! * e.manyZ[i]! * e.manyZ[i]!) / this.#diagonal[g]!);
      scale[e.fewAt[i]!]! += left * e.fewZ[i]! * e.fewZ[i]!;
      scale[e.few]! += left;
    }
    scale[e.few] = Math.max(scale[e.few]!, 1e-9);
    return scale;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

import type { Panel } from './panel.ts';

/** Variances of quality and of severity, each over the variance of error. */
export interface Ratios {
  readonly quality: number;
  readonly severity: number;
}

/**
 * The panel as Henderson's mixed-model equations (1950; Searle, Casella and McCulloch 1992, ch. 7), prepared so that the
 * more numerous side, applications or reviewers, is eliminated exactly: its block is diagonal. What remains has one
 * unknown per item of the less numerous side, plus the mean, which comes last.
 */
export interface Equations {
  readonly panel: Panel;
  /** True when applications are the few. */
  readonly fewAreApplications: boolean;
  readonly few: number;
  readonly many: number;
  /** By review, sorted by the many: positions, coefficients and weights. */
  readonly fewAt: Int32Array;
  readonly manyAt: Int32Array;
  readonly fewZ: Float64Array;
  readonly manyZ: Float64Array;
  readonly weight: Float64Array;
  readonly columns: readonly Float64Array[];
  /** Reviews of the many's item g are those from starts[g] to below starts[g + 1]. */
  readonly starts: Int32Array;
  /** Reviews that count. */
  readonly counted: number;
}

export function equationsOf(panel: Panel): Equations {
  const fewAreApplications = panel.applications <= panel.reviewers;
  const [few, many] = fewAreApplications
    ? [panel.applications, panel.reviewers]
    : [panel.reviewers, panel.applications];
  const [manyOf, fewOf] = fewAreApplications
    ? [panel.reviewer, panel.application]
    : [panel.application, panel.reviewer];
  const { used, starts } = sorted(panel, manyOf, many);
  const loading = gather(used, (i) => panel.loading[panel.reviewer[i]!]!);
  const ones = new Float64Array(used.length).fill(1);
  return {
    panel,
    fewAreApplications,
    few,
    many,
    fewAt: used.map((i) => fewOf[i]!),
    manyAt: used.map((i) => manyOf[i]!),
    fewZ: fewAreApplications ? loading : ones,
    manyZ: fewAreApplications ? ones : loading,
    weight: gather(used, (i) => panel.precision[panel.reviewer[i]!]!),
    columns: panel.columns.map((column) => gather(used, (i) => column[i]!)),
    starts,
    counted: used.length,
  };
}

/** Positions of the reviews that count, by the many; inside, in the panel's own order (a counting sort). */
function sorted(panel: Panel, manyOf: Int32Array, many: number): { used: Int32Array; starts: Int32Array } {
  const counts = (i: number) => panel.precision[panel.reviewer[i]!]! > 0;
  const starts = new Int32Array(many + 1);
  for (let i = 0; i < manyOf.length; i++) if (counts(i)) starts[manyOf[i]! + 1]! += 1;
  for (let g = 0; g < many; g++) starts[g + 1]! += starts[g]!;
  const next = starts.slice(0, many);
  const used = new Int32Array(starts[many]!);
  for (let i = 0; i < manyOf.length; i++) if (counts(i)) used[next[manyOf[i]!]!++] = i;
  return { used, starts };
}

function gather(used: Int32Array, of: (i: number) => number): Float64Array {
  const values = new Float64Array(used.length);
  for (let k = 0; k < used.length; k++) values[k] = of(used[k]!);
  return values;
}

/** Diagonal of the many's block under the given ratios. */
export function manyDiagonal(e: Equations, ratios: Ratios): Float64Array {
  const ridge = 1 / (e.fewAreApplications ? ratios.severity : ratios.quality);
  const diagonal = new Float64Array(e.many).fill(ridge);
  for (let i = 0; i < e.counted; i++) diagonal[e.manyAt[i]!]! += e.weight[i]! * e.manyZ[i]! * e.manyZ[i]!;
  return diagonal;
}

export function fewRidge(e: Equations, ratios: Ratios): number {
  return 1 / (e.fewAreApplications ? ratios.quality : ratios.severity);
}

/** Right-hand sides for one column of figures: of the few (the mean last) and of the many. */
export function rightSides(e: Equations, y: Float64Array): { few: Float64Array; many: Float64Array } {
  const few = new Float64Array(e.few + 1);
  const many = new Float64Array(e.many);
  for (let i = 0; i < e.counted; i++) {
    const value = e.weight[i]! * y[i]!;
    few[e.fewAt[i]!]! += value * e.fewZ[i]!;
    few[e.few]! += value;
    many[e.manyAt[i]!]! += value * e.manyZ[i]!;
  }
  return { few, many };
}

/** Takes the many out of the few's right-hand side, in place. */
export function reduce(e: Equations, diagonal: Float64Array, few: Float64Array, many: Float64Array): Float64Array {
  for (let i = 0; i < e.counted; i++) {
    const g = e.manyAt[i]!;
    const share = (e.weight[i]! * e.manyZ[i]! * many[g]!) / diagonal[g]!;
    few[e.fewAt[i]!]! -= share * e.fewZ[i]!;
    few[e.few]! -= share;
  }
  return few;
}

/** The many's solution, given the few's (the mean last). */
export function substitute(e: Equations, diagonal: Float64Array, few: Float64Array, many: Float64Array): Float64Array {
  const solution = Float64Array.from(many);
  for (let i = 0; i < e.counted; i++)
    solution[e.manyAt[i]!]! -= e.weight[i]! * e.manyZ[i]! * (e.fewZ[i]! * few[e.fewAt[i]!]! + few[e.few]!);
  for (let g = 0; g < e.many; g++) solution[g]! /= diagonal[g]!;
  return solution;
}

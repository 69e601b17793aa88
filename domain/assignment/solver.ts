import type { Highs } from 'highs';

/** A mixed-integer program: maximise gain, by columns; rows have lower and upper ends. */
export interface Program {
  readonly gain: readonly number[];
  readonly upper: readonly number[];
  /** Per column; true: whole numbers only. */
  readonly whole: readonly boolean[];
  /** Per column, the rows it enters and its coefficient there. */
  readonly columns: readonly (readonly (readonly [row: number, coefficient: number])[])[];
  readonly rowLower: readonly number[];
  readonly rowUpper: readonly number[];
}

export interface Solved {
  readonly values: Float64Array;
  /** No solution gains more than this. */
  readonly bound: number;
}

/** How far a program is pursued. Never a time: one problem has one answer on every machine. */
export interface Effort {
  /** Stop when the best known solution is within this share of the bound. */
  readonly relativeGap?: number;
  /** Stop after so many nodes of the search tree. */
  readonly nodes?: number;
  /** A solution to begin from, often that of an earlier stage. */
  readonly start?: Float64Array;
}

/** Solves a program; null when it has no solution. Throws NotSolved when the effort ended before any was found. */
export type Solver = (program: Program, effort?: Effort) => Solved | null;

/** The search ended before it found a solution or proved that there is none. */
export class NotSolved extends Error {}

let loading: Promise<Highs> | undefined;

/**
 * HiGHS (Huangfu and Hall 2018) as a function. Loading its WebAssembly is the one thing in this folder that takes a
 * moment of its own; afterwards it needs neither disk nor network, and one problem has one answer: no clock limits it.
 */
export async function loadSolver(): Promise<Solver> {
  loading ??= // The package's types are read as CommonJS here, its ES module exports the loader itself.
    import('highs').then((module) => (module.default as unknown as () => Promise<Highs>)());
  const highs = await loading;
  return (program, effort) => solveBy(highs, program, effort);
}

const OPTIMAL = 7;
const NODE_LIMITED = [14, 16];

function solveBy(highs: Highs, program: Program, effort: Effort = {}): Solved | null {
  const model = highs.createModel();
  try {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: effort.relativeGap ?? 0,
      mip_abs_gap: 0.5,
      mip_max_nodes: effort.nodes ?? 20_000,
    });
    model.passModel({
      numCols: program.gain.length,
      numRows: program.rowLower.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: Float64Array.from(program.gain),
      colLower: new Float64Array(program.gain.length),
      colUpper: Float64Array.from(program.upper),
      rowLower: Float64Array.from(program.rowLower),
      rowUpper: Float64Array.from(program.rowUpper),
      matrix: compressed(program),
      integrality: Int32Array.from(program.whole, Number),
    });
    if (effort.start) model.setSolution({ colValue: effort.start });
    const { modelStatus } = model.run();
    if (modelStatus !== OPTIMAL && !NODE_LIMITED.includes(modelStatus)) return null;
    // A limit that was reached before any solution leaves an infinite value.
    if (!Number.isFinite(model.getObjectiveValue()))
      throw new NotSolved('The quotas make this matching too hard to solve; use fewer of them.');
    const proved = modelStatus === OPTIMAL && !effort.relativeGap;
    const bound = proved ? model.getObjectiveValue() : Number(model.info.get('mip_dual_bound'));
    return { values: model.getSolution().colValue, bound };
  } finally {
    model.dispose();
  }
}

function compressed(program: Program) {
  const starts = new Int32Array(program.columns.length + 1);
  program.columns.forEach((column, i) => {
    starts[i + 1] = starts[i]! + column.length;
  });
  const entries = program.columns.flat();
  return {
    format: 'csc' as const,
    numRows: program.rowLower.length,
    numCols: program.columns.length,
    starts,
    indices: Int32Array.from(entries, ([row]) => row),
    values: Float64Array.from(entries, ([, coefficient]) => coefficient),
  };
}

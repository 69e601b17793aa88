import type { Program } from '../assignment/solver.ts';

type Entry = readonly [row: number, coefficient: number];

/** A program that is written row by row and column by column, and read with one gain after another. */
export class Rows {
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #columns: Entry[][] = [];
  readonly #most: number[] = [];
  readonly #whole: boolean[] = [];

  get columns(): number {
    return this.#columns.length;
  }

  row(lower: number, upper: number): number {
    this.#upper.push(upper);
    return this.#lower.push(lower) - 1;
  }

  /** A row that says: at most so much. */
  most(upper: number): number {
    return this.row(Number.NEGATIVE_INFINITY, upper);
  }

  column(most: number, whole: boolean, entries: readonly Entry[]): number {
    this.#most.push(most);
    this.#whole.push(whole);
    return this.#columns.push([...entries]) - 1;
  }

  enter(column: number, row: number, coefficient: number): void {
    this.#columns[column]!.push([row, coefficient]);
  }

  /** Holds what a stage has won: the sum of these gains is at least this from now on. */
  hold(gain: readonly number[], least: number): void {
    const row = this.row(least, Number.POSITIVE_INFINITY);
    gain.forEach((value, column) => {
      if (value !== 0) this.enter(column, row, value);
    });
  }

  program(gain: readonly number[]): Program {
    return {
      gain,
      upper: this.#most,
      whole: this.#whole,
      columns: this.#columns,
      rowLower: this.#lower,
      rowUpper: this.#upper,
    };
  }
}

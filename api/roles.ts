import type { Demand } from './demand.ts';
import { Problem } from './problem.ts';

/** Who may do what beyond their own tasks: for now there is one role, operations. */
export class Roles {
  readonly #operations: ReadonlySet<string>;

  constructor(operations: ReadonlySet<string>) {
    this.#operations = operations;
  }

  isOperations(person: string): boolean {
    return this.#operations.has(person);
  }

  /** Throws the problem `forbidden` with a sentence that ends in `toDo`. */
  demandOperations(person: string, toDo: string): void {
    if (!this.isOperations(person)) {
      throw new Problem('forbidden', `Only operations may ${toDo}; ask them, or sign in as one of them.`);
    }
  }

  /** What a route demands that is for operations alone; `toDo` ends the sentence of whoever is none of them. */
  operationsTo(toDo: string): Demand {
    return ({ person }) => {
      this.demandOperations(person, toDo);
      return undefined;
    };
  }
}

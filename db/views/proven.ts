import type { KeyRing } from '../keys.ts';
import { holderProof, wordsProof } from '../row-proof.ts';

type Keys = Pick<KeyRing, 'secretOf'>;

/** Who holds a task by its row. */
export interface HeldRow {
  readonly round: string;
  readonly task: string;
  readonly assignee: string;
  readonly holderProof: string | null;
}

/** Whether it is the installation that has given somebody a task: rows can be written by whoever has got to the database. */
export function isTheirs(keys: Keys, { round, task, assignee, holderProof: proof }: HeldRow): boolean {
  return proof === holderProof(keys, round, task, assignee);
}

/** @throws Error where somebody else has given them the task */
export function demandTheirs(keys: Keys, row: HeldRow): void {
  if (!isTheirs(keys, row)) throw changed(row.round, row.task);
}

/**
 * What was said in a task as its row has it, its texts sealed; null: nothing.
 * @throws Error where the installation has not written it there: nobody is shown what is another's, nor that it was nothing
 */
export function provenWords(
  keys: Keys,
  { round, task }: Pick<HeldRow, 'round' | 'task'>,
  words: string | null,
  proof: string | null,
): string | null {
  if (words === null || proof === wordsProof(keys, round, task, words)) return words;
  throw changed(round, task);
}

/** The answer in a row, whose holder is proven as well; null: there is none. @throws Error as `provenWords` */
export function provenAnswer(
  keys: Keys,
  row: HeldRow & { readonly answer: string | null; readonly answerProof: string | null },
): string | null {
  if (row.answer !== null) demandTheirs(keys, row);
  return provenWords(keys, row, row.answer, row.answerProof);
}

function changed(round: string, task: string): Error {
  return new Error(`Task ${task} of ${round} was changed by hand: put it right by rostrum ledger rebuild.`);
}

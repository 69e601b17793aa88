import { cut } from '../contracts/cleaned.ts';

/** As much of a text as a sentence shows, in one line. */
export function shown(text: string, most: number): string {
  return cut(text, most).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** So many faults are kept; of all others only their number. */
export const MOST_FAULTS = 1_000;

/** What is wrong with some files, one sentence each. Nothing of them was taken. */
export class FileFaults extends Error {
  readonly faults: readonly string[];
  /** How many more there are at least. */
  readonly more: number;

  constructor(faults: readonly string[], more = 0) {
    const kept = faults.slice(0, MOST_FAULTS);
    const left = more + faults.length - kept.length;
    super([...kept, ...(left > 0 ? [`and at least ${left} more faults.`] : [])].join('\n'));
    this.name = 'FileFaults';
    this.faults = kept;
    this.more = left;
  }
}

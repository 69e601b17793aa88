import { BOOK_MONSTERS } from './book-monsters.ts';
import { CSV_MONSTERS } from './csv-monsters.ts';
import type { FileDoor } from './doors.ts';

/** A file that somebody has made to be large, slow or misleading. */
export interface Monster {
  readonly what: string;
  readonly name: 'x.csv' | 'x.xlsx';
  /** The same whatever is read at the door. */
  readonly alike: boolean;
  /** Made when it is needed, since some are large. */
  readonly bytes: (door: FileDoor) => Buffer;
  /** The door at which it has taken minutes, or more than there was, once: there it is read in every run. */
  readonly once?: string;
}

export const MONSTERS: readonly Monster[] = [...CSV_MONSTERS, ...BOOK_MONSTERS];

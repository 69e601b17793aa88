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

/** One of those that have taken minutes, or more than there was, at this door. */
export const once = (door: string, monster: Monster): Monster => ({ ...monster, once: door });

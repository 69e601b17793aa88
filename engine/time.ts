import type { Instant } from '../contracts/ids.ts';
import type { Clock } from '../db/clock.ts';

/** A workflow's clock may be ahead of the database's by so much; beyond it, one of the two is wrong. */
const MOST_AHEAD_MS = 60_000;

/**
 * What time it is. The clock of the database counts, unless a test's server has a clock of its own; whoever asks for a
 * turn may know of a little more time.
 */
export interface Time {
  readonly clock: Clock;
  /** Real milliseconds now, given those of the database. Absent: the database's. */
  readonly real?: (database: number) => number | Promise<number>;
}

/** What time it is in a turn. */
export interface TurnTime {
  /** Procedure time. */
  readonly now: Instant;
  /** By how much the clock of whoever asked is wrong, in real milliseconds; 0: it counts, or is behind. */
  readonly ahead: number;
}

/** The time of a turn; `asked`: the real milliseconds of the workflow that asks for it. */
export async function timeOf(
  { clock, real }: Time,
  database: number,
  asked: number | undefined,
  complain: (what: string, about: object) => void,
): Promise<TurnTime> {
  const here = real ? await real(database) : database;
  if (asked === undefined || asked <= here) return { now: clock.toProcedure(here), ahead: 0 };
  const ahead = asked - here;
  if (ahead <= MOST_AHEAD_MS) return { now: clock.toProcedure(asked), ahead: 0 };
  complain('The clocks of Temporal and of the database differ by more than a minute', { ahead });
  return { now: clock.toProcedure(here), ahead };
}

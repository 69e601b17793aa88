import type { StreamId } from '../contracts/ids.ts';
import type { News } from '../db/news.ts';
import type { Status } from '../domain/process.ts';
import type { Outcome } from '../domain/turn/outcome.ts';

/** What came of a batch of commands, or of a look. */
export interface Advanced {
  /** For each command, in their order. */
  readonly outcomes: readonly Outcome[];
  /** How the stream stands; undefined when nothing was ever written to it, or time fails in it. */
  readonly status: Status | undefined;
  /** By how much the clock of the workflow that looks is wrong, in real milliseconds: its hours lie so much later. */
  readonly ahead: number;
  /** How often in a row time has failed in it; 0: it does not. */
  readonly troubles: number;
  /** Streams whose workflows are to be signalled. */
  readonly pokes: readonly StreamId[];
  /** Looks that were asked for behind others, which may be over by now. */
  readonly behind: readonly number[];
  /** People whose keys every process has to forget. */
  readonly erased: readonly string[];
  readonly mail: boolean;
  /** What was written to which streams. */
  readonly news: readonly News[];
}

export const NOTHING: Advanced = {
  outcomes: [],
  status: undefined,
  ahead: 0,
  troubles: 0,
  pokes: [],
  behind: [],
  erased: [],
  mail: false,
  news: [],
};

/** What came of two batches, one after the other. */
export function together(a: Advanced, b: Advanced): Advanced {
  return {
    outcomes: [...a.outcomes, ...b.outcomes],
    status: b.status,
    ahead: b.ahead,
    troubles: b.troubles,
    pokes: [...a.pokes, ...b.pokes],
    behind: [...a.behind, ...b.behind],
    erased: [...a.erased, ...b.erased],
    mail: a.mail || b.mail,
    news: [...a.news, ...b.news],
  };
}

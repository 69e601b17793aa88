import type { ProcessType } from '../contracts/ids.ts';
import type { Turns } from './gateway.ts';
import type { Large } from './large.ts';

/**
 * Processes that take in whole companies and catalogues. A large command of a round stays where its answers are decided: the
 * round would have to be folded there all the same, and people wait for it.
 */
const IMPORTING: ReadonlySet<ProcessType> = new Set(['organisation', 'cycle']);
/** What is no longer than this, in bytes, is decided in moments: some five hundred people. A thread would take more memory than it is worth. */
const SHORT = 256 * 1024;

/** Has what is large be decided by others than what people wait for: an import takes a whole turn, and nobody stands behind it. */
export function importsApart(turns: Turns, imports: Turns): Turns {
  return {
    decide: (stream, commands, patience) => turns.decide(stream, commands, patience),
    decideLarge: (large, patience) => (isLong(large) ? imports : turns).decideLarge(large, patience),
  };
}

const isLong = ({ kind, bytes }: Large) => IMPORTING.has(kind) && bytes.length > SHORT;

import type { RoundView } from '../contracts/views/round.ts';
import { table, when } from './table.ts';

/** Rounds with how far they are, a line each. */
export function roundTable(rounds: readonly RoundView[]): string {
  return table(
    ['ROUND', 'STATE', 'DUE (UTC)', 'TASKS', 'ANSWERED', 'LATE'],
    rounds.map((r) => [r.id, r.state, when(r.due), r.tasks, r.counts.submitted ?? 0, r.late]),
  );
}

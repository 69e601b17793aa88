import type { Trouble } from '../contracts/trouble.ts';
import type { RoundView } from '../contracts/views/round.ts';

/** The line that says why time does not act in a procedure, and what to do; none where it does. */
export function troubleLines(name: string, trouble: Trouble | null): string[] {
  return trouble ? [`Time does not act in ${name} (${trouble.why}). ${trouble.mend.en}`] : [];
}

/** The same of rounds, each by its name. */
export function troubleOfRounds(rounds: readonly RoundView[]): string[] {
  return rounds.flatMap((r) => troubleLines(r.id, r.trouble));
}

import type { CycleEvent } from '../../contracts/cycle.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { Recorded } from '../../domain/process.ts';
import { day, orNull, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';
import type { Writer } from './writer.ts';

const write = statement(
  'write-cycle',
  { stream: text, from: day, to: day, digest: orNull(text) },
  (db, { stream, from, to, digest }) =>
    db
      .insertInto('cycle')
      .values({ stream, period_from: from, period_to: to, digest })
      .onConflict((met) => met.column('stream').doUpdateSet({ digest })),
);

/** Writes a cycle's row: what is particular to it in lists of cycles. Everything else is read from the fold. */
export async function projectCycle(
  state: CycleState,
  events: readonly Recorded<CycleEvent>[],
  { connection, defer }: Writer,
): Promise<void> {
  if (!events.length || !state.terms) return;
  const { stream, terms, frozen } = state;
  defer(write.run(connection, { stream, ...terms.period, digest: frozen?.digest ?? null }));
}

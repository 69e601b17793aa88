import type { CycleEvent } from '../../contracts/cycle.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Writer } from './writer.ts';

/** Writes a cycle's row: what is particular to it in lists of cycles. Everything else is read from the fold. */
export async function projectCycle(
  state: CycleState,
  events: readonly Recorded<CycleEvent>[],
  { connection, defer }: Writer,
): Promise<void> {
  if (!events.length || !state.terms) return;
  defer(
    connection.query({
      name: 'write-cycle',
      text: `insert into cycle (stream, period_from, period_to, digest) values ($1, $2, $3, $4)
             on conflict (stream) do update set digest = $4`,
      values: [state.stream, state.terms.period.from, state.terms.period.to, state.frozen?.digest ?? null],
    }),
  );
}

import type { CycleEvent } from '../../contracts/cycle.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Writer } from './writer.ts';

/** Writes a cycle's row: what lists of cycles show. Everything else is read from the fold. */
export async function projectCycle(
  state: CycleState,
  events: readonly Recorded<CycleEvent>[],
  { connection, defer }: Writer,
): Promise<void> {
  if (!events.length || !state.terms) return;
  defer(
    connection.query({
      name: 'write-cycle',
      text: `insert into cycle (stream, title, period_from, period_to, stage, digest, paused, closed)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (stream) do update set stage = $5, digest = $6, paused = $7, closed = $8`,
      values: [
        state.stream,
        JSON.stringify(state.terms.title),
        state.terms.period.from,
        state.terms.period.to,
        state.stage,
        state.frozen?.digest ?? null,
        state.phase === 'paused',
        state.phase === 'closed' || state.phase === 'cancelled',
      ],
    }),
  );
}

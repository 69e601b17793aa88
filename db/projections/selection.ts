import type { SelectionEvent } from '../../contracts/selection.ts';
import type { Recorded } from '../../domain/process.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import type { Writer } from './writer.ts';

/** Writes a selection's row: what lists of selections show. Everything else is read from the fold. */
export async function projectSelection(
  state: SelectionState,
  events: readonly Recorded<SelectionEvent>[],
  { connection, defer }: Writer,
): Promise<void> {
  if (!events.length || !state.terms) return;
  defer(
    connection.query({
      name: 'write-selection',
      text: `insert into selection (stream, title, stage, paused, closed) values ($1, $2, $3, $4, $5)
             on conflict (stream) do update set stage = $3, paused = $4, closed = $5`,
      values: [
        state.stream,
        JSON.stringify(state.terms.title),
        state.stage,
        state.phase === 'paused',
        state.phase === 'closed' || state.phase === 'cancelled',
      ],
    }),
  );
}

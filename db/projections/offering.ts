import type { OfferingEvent } from '../../contracts/offering.ts';
import { type OfferingState, runners } from '../../domain/offering/state.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Writer } from './writer.ts';

/** Writes an offering's row: what lists of offerings, and a person's own list of courses, show. */
export async function projectOffering(
  state: OfferingState,
  events: readonly Recorded<OfferingEvent>[],
  { connection, defer }: Writer,
): Promise<void> {
  if (!events.length || !state.terms || !state.planned) return;
  const { planned, terms } = state;
  const people = new Set([...planned.participants, ...Object.keys(state.seats), ...state.waiting]);
  defer(
    connection.query({
      name: 'write-offering',
      text: `insert into offering (stream, cycle, id, title, first_day, last_day, place, trainer, provider, people,
                                   stage, cancelled, closed, calendar, runners)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
             on conflict (stream) do update set first_day = $5, last_day = $6, place = $7, trainer = $8, provider = $9,
               people = $10, stage = $11, cancelled = $12, closed = $13`,
      values: [
        state.stream,
        terms.cycle,
        planned.id,
        JSON.stringify(terms.course.title),
        planned.days[0],
        planned.days.at(-1),
        state.place,
        planned.trainer,
        state.provider,
        [...people].sort(),
        state.stage,
        state.phase === 'cancelled',
        state.phase === 'closed' || state.phase === 'cancelled',
        terms.calendar,
        runners(state),
      ],
    }),
  );
}

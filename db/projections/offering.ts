import type { OfferingEvent } from '../../contracts/offering.ts';
import { type OfferingState, runners } from '../../domain/offering/state.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Writer } from './writer.ts';

/** Writes an offering's row: what is particular to it in lists of offerings, and in a person's own list of courses. */
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
      text: `insert into offering (stream, cycle, id, first_day, last_day, place, trainer, provider, people, calendar, runners)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             on conflict (stream) do update set first_day = $4, last_day = $5, place = $6, trainer = $7, provider = $8,
               people = $9`,
      values: [
        state.stream,
        terms.cycle,
        planned.id,
        planned.days[0],
        planned.days.at(-1),
        state.place,
        planned.trainer,
        state.provider,
        [...people].sort(),
        terms.calendar,
        runners(state),
      ],
    }),
  );
}

import type { OfferingEvent } from '../../contracts/offering.ts';
import { type OfferingState, runners } from '../../domain/offering/state.ts';
import type { Recorded } from '../../domain/process.ts';
import { day, many, orNull, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';
import type { Writer } from './writer.ts';

const write = statement(
  'write-offering',
  {
    ...{ stream: text, cycle: text, id: text, first_day: day, last_day: day, place: text },
    ...{ trainer: orNull(text), provider: orNull(text), people: many(text), calendar: text, runners: many(text) },
  },
  (db, { stream, cycle, id, calendar, ...moving }) =>
    db
      .insertInto('offering')
      .values({ stream, cycle, id, calendar, ...moving })
      .onConflict((met) => met.column('stream').doUpdateSet(moving)),
);

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
    write.run(connection, {
      stream: state.stream,
      cycle: terms.cycle,
      id: planned.id,
      first_day: planned.days[0]!,
      last_day: planned.days.at(-1)!,
      place: state.place,
      trainer: planned.trainer,
      provider: state.provider,
      people: [...people].sort(),
      calendar: terms.calendar,
      runners: runners(state),
    }),
  );
}

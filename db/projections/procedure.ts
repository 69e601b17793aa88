import type { Label } from '../../contracts/form.ts';
import { processTypeOf, type StreamId } from '../../contracts/ids.ts';
import type { Standing } from '../../domain/procedure/standing.ts';
import type { Recorded } from '../../domain/process.ts';
import { instant, jsonText, orNull, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';
import type { Writer } from './writer.ts';

const write = statement(
  'write-procedure',
  {
    ...{ stream: text, kind: text, title: jsonText, owner: orNull(text) },
    ...{ stage: text, phase: text, until: orNull(instant) },
  },
  (db, { stream, kind, title, ...moving }) =>
    db
      .insertInto('procedure')
      .values({ stream, kind, title, ...moving })
      .onConflict((met) => met.column('stream').doUpdateSet(moving)),
);

/**
 * Writes the row of a procedure of any kind: what lists, letters and tasks say of it. Everything else is read from the
 * fold, or stands in a table of its kind.
 */
export function projectProcedure(
  state: Standing,
  title: Label,
  events: readonly Recorded[],
  { connection, defer }: Writer,
): void {
  if (!events.length) return;
  const { stream, stage, phase, owner, until } = state;
  const kind = processTypeOf(stream as StreamId);
  defer(write.run(connection, { stream, kind, title: JSON.stringify(title), owner, stage, phase, until }));
}

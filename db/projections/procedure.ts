import type { Label } from '../../contracts/form.ts';
import { processTypeOf, type StreamId } from '../../contracts/ids.ts';
import type { Standing } from '../../domain/procedure/standing.ts';
import type { Recorded } from '../../domain/process.ts';
import { stamp } from '../connection.ts';
import type { Writer } from './writer.ts';

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
  defer(
    connection.query({
      name: 'write-procedure',
      text: `insert into procedure (stream, kind, title, stage, phase, owner, until)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (stream) do update set stage = $4, phase = $5, until = $7`,
      values: [
        ...[stream, processTypeOf(stream as StreamId), JSON.stringify(title)],
        ...[stage, phase, owner, until === null ? null : stamp(until)],
      ],
    }),
  );
}

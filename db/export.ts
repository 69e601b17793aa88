import type { StreamId } from '../contracts/ids.ts';
import { ownersIn, unsealAll } from '../domain/turn/sealing.ts';
import type { Pool } from './connection.ts';
import type { KeyRing } from './keys.ts';
import { readEntries } from './ledger.ts';
import { statement } from './sql/statement.ts';

export interface ExportOptions {
  /** Absent: every stream. */
  readonly streams?: readonly StreamId[];
  /** Given: personal fields in the clear (null where the person was erased). Absent: as they are, sealed. */
  readonly open?: KeyRing;
}

/**
 * The ledger as JSON lines, one event each, stream by stream in order. `body` is the exact text that the chain covers,
 * as a JSON string, and `hash` is hex, so that anybody can check the chain without this program; with `open`, `body`
 * is the value itself.
 */
export async function* exportLedger(pool: Pool, { streams, open }: ExportOptions = {}): AsyncGenerator<string> {
  for (const stream of streams ?? (await streamsWithEvents(pool))) {
    for await (const page of readEntries(pool, stream)) {
      const held = await open?.hold(ownersIn(page.map((e) => e.event.body)));
      for (const { event, text, hash } of page) {
        const body = held ? unsealAll(event.body, held) : text;
        yield `${JSON.stringify({ ...event, at: new Date(event.at).toISOString(), body, hash: hash.toString('hex') })}\n`;
      }
    }
  }
}

const withEvents = statement('streams-with-events', {}, (db) =>
  db.selectFrom('stream').select('id').where('version', '>', 0).orderBy('id'),
);

async function streamsWithEvents(pool: Pool): Promise<StreamId[]> {
  return (await withEvents.all(pool)).map((r) => r.id);
}

import type { StreamId } from '../../contracts/ids.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Pool } from '../connection.ts';
import { linked, prove } from '../fold.ts';
import type { KeyRing } from '../keys.ts';
import { current, GENESIS, headsOf, readEntries } from '../ledger.ts';

/**
 * What has happened in a stream, of some types and oldest first, each linked to the one before and the last signed by the
 * installation; empty for a stream that is not there. The whole stream is read: only for pages that are rarely opened.
 * @throws Forged where somebody without the master key has written to it
 */
export async function provenEvents(
  pool: Pool,
  keys: Pick<KeyRing, 'verifier'>,
  stream: StreamId,
  types: readonly string[],
): Promise<Recorded[]> {
  const head = (await headsOf(pool, [stream])).get(stream);
  const events: Recorded[] = [];
  let version = 0;
  let hash: Buffer = GENESIS;
  // A stream that is not there is looked for like any other: nobody learns by the time that it takes whether it is.
  for await (const page of readEntries(pool, stream, 0, head?.version ?? 1)) {
    for (const entry of page) {
      hash = linked(hash, entry);
      version = entry.event.version;
      if (types.includes(entry.event.type)) events.push(current(entry));
    }
  }
  if (head) prove(keys, head, { version, hash });
  return events;
}

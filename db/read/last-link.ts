import type { StreamId } from '../../contracts/ids.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Pool } from '../connection.ts';
import { linked, prove } from '../fold.ts';
import type { KeyRing } from '../keys.ts';
import { current, GENESIS, headsOf, readEntries } from '../ledger.ts';

/**
 * The link of the chain, in hexadecimal, at the last event of a stream that is looked for; null: there is none. All of the stream is
 * read: only for what is rarely asked.
 * @throws Forged where somebody without the master key has written to it
 */
export async function lastLink(
  pool: Pool,
  keys: Pick<KeyRing, 'verifier'>,
  stream: StreamId,
  isIt: (event: Recorded) => boolean,
): Promise<string | null> {
  const head = (await headsOf(pool, [stream])).get(stream);
  let version = 0;
  let hash: Buffer = GENESIS;
  let found: Buffer | null = null;
  for await (const page of readEntries(pool, stream, 0, head?.version ?? 0)) {
    for (const entry of page) {
      version = entry.event.version;
      hash = linked(hash, entry);
      if (isIt(current(entry))) found = hash;
    }
  }
  if (head) prove(keys, head, { version, hash });
  return found?.toString('hex') ?? null;
}

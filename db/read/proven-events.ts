import type { StreamId } from '../../contracts/ids.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Pool } from '../connection.ts';
import { linked, prove } from '../fold.ts';
import type { KeyRing } from '../keys.ts';
import { current, GENESIS, headsOf, readEntries, type SignedHead } from '../ledger.ts';

type Keys = Pick<KeyRing, 'verifier'>;

/**
 * What has happened in a stream, of some types and oldest first, each linked to the one before and the last signed by the
 * installation; empty for a stream that is not there. All of it is read from a version on: only for what is rarely asked.
 * @param from the first version that is asked for
 * @throws Forged where somebody without the master key has written to it
 */
export async function provenEvents(
  pool: Pool,
  keys: Keys,
  stream: StreamId,
  types: readonly string[],
  from = 1,
): Promise<Recorded[]> {
  return eventsUpTo(pool, keys, (await headsOf(pool, [stream])).get(stream), { stream, types, from });
}

interface AskedEvents {
  readonly stream: StreamId;
  readonly types: readonly string[];
  readonly from: number;
}

async function eventsUpTo(
  pool: Pool,
  keys: Keys,
  head: SignedHead | undefined,
  { stream, types, from }: AskedEvents,
): Promise<Recorded[]> {
  const events: Recorded[] = [];
  let version = 0;
  let hash: Buffer = GENESIS;
  // The link of the one before is part of what is signed, so that it need not be reckoned.
  const before = Math.max(0, Math.min(from, head?.version ?? 1) - 1);
  // A stream that is not there is looked for like any other: nobody learns by the time that it takes whether it is.
  for await (const page of readEntries(pool, stream, Math.max(0, before - 1), head?.version ?? 1)) {
    for (const entry of page) {
      version = entry.event.version;
      hash = version > before ? linked(hash, entry) : entry.hash;
      if (version >= from && types.includes(entry.event.type)) events.push(current(entry));
    }
  }
  if (head) prove(keys, head, { version, hash });
  return events;
}

/** Reads like `provenEvents`, from a version on. */
export type EventsProven = (stream: StreamId, types: readonly string[], from?: number) => Promise<readonly Recorded[]>;

/** So many readings are kept. */
const MOST_KEPT = 50;

/** Reads proven events for many who ask for the same ones: as long as a stream stands where it stood, they are read once. */
export function provenOnce(pool: Pool, keys: Keys): EventsProven {
  const kept = new Map<string, Promise<readonly Recorded[]>>();
  return async (stream, types, from = 1) => {
    const head = (await headsOf(pool, [stream])).get(stream);
    const key = `${stream}@${head?.version ?? 0} ${from} ${types.join()}`;
    const read = kept.get(key) ?? eventsUpTo(pool, keys, head, { stream, types, from });
    kept.delete(key);
    kept.set(key, read);
    read.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT) kept.delete(oldest!);
    return read;
  };
}

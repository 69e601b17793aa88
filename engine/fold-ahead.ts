import type { StreamId } from '../contracts/ids.ts';
import { snapshot } from '../db/connection.ts';
import { foldMany, isAt, startFrom } from '../db/fold.ts';
import { headsOf } from '../db/ledger.ts';
import type { Engine } from './parts.ts';

/**
 * Folds a stream as far as it stands, and keeps the fold at hand, so that the turn that follows locks it for its last few
 * events only: people who act on it need not wait while thousands are folded.
 */
export async function foldAhead(
  { pool, keys, cache }: Pick<Engine, 'pool' | 'keys' | 'cache'>,
  stream: StreamId,
): Promise<void> {
  const { folded, held } = await cache.take(stream);
  if (!held) return;
  let ahead = folded;
  try {
    ahead = await snapshot(pool, async (connection) => {
      const head = (await headsOf(connection, [stream])).get(stream);
      if (!head || isAt(folded, head)) return folded;
      const wanted = { ...head, have: startFrom(folded, head) };
      return (await foldMany(connection, keys, [wanted])).get(stream);
    });
  } catch (error) {
    // Half folded it is worth nothing.
    ahead = undefined;
    throw error;
  } finally {
    cache.giveBack(stream, ahead);
  }
}

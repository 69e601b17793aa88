import type { Instant, StreamId } from '../contracts/ids.ts';
import type { Pool } from '../db/connection.ts';
import { seenAtRest } from '../db/looks.ts';
import type { Held } from '../db/standing.ts';

/**
 * Whether nothing has to follow in a stream at an instant: its hour has not come, time does not fail in it, and no look was
 * asked for from which anything may follow. Then its workflow need only be told how it stands.
 */
export function isAtRest({ wake, trouble }: Pick<Held, 'wake' | 'trouble'>, follows: boolean, now: Instant): boolean {
  return !follows && trouble === null && (wake === null || wake > now);
}

/**
 * The same as it is seen before the lock, to know whether it is worth while to fold the stream ahead. It decides nothing:
 * whoever has the lock judges again, and one who was wrong has folded for nothing, or folds while others wait.
 */
export async function seemsAtRest(pool: Pool, stream: StreamId, now: Instant): Promise<boolean> {
  const seen = await seenAtRest(pool, stream);
  return seen?.tells === true && isAtRest(seen, seen.follows, now);
}

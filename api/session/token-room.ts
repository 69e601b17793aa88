import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { Pool } from '../../db/connection.ts';
import { tokensOf } from '../../db/program-tokens.ts';
import { problem } from '../problem.ts';

const MOST_OF_ONE = 20;

/** @throws Problem `not-allowed` where somebody has as many tokens for programs as anybody may, by whichever way the next one would come */
export async function demandTokenRoom(pool: Pool, person: PersonId, now: Instant): Promise<void> {
  const { length } = await tokensOf(pool, person, now);
  if (length >= MOST_OF_ONE) throw problem('not-allowed/tokens-enough', { most: MOST_OF_ONE });
}

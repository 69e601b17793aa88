import type { StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../connection.ts';

export interface StoredRanking {
  readonly number: number;
  readonly digest: string;
  /** The exact bytes that were recorded. */
  readonly bytes: string;
}

/** A ranking of a selection as the ledger holds it: the latest, or the one of that number; undefined: none yet. */
export async function storedRanking(
  pool: Pool,
  selection: StreamId,
  number?: number,
): Promise<StoredRanking | undefined> {
  const { rows } = await pool.query<StoredRanking>({
    name: 'stored-ranking',
    text: `select (body->>'number')::int as number, body->>'digest' as digest, body->>'bytes' as bytes from ledger
           where stream = $1 and type = 'RankingRecorded' and ($2::int is null or (body->>'number')::int = $2)
           order by version desc limit 1`,
    values: [selection, number ?? null],
  });
  return rows[0];
}

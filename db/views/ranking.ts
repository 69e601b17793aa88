import { sql } from 'kysely';
import type { StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../connection.ts';
import { int, orNull, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

export interface StoredRanking {
  readonly number: number;
  readonly digest: string;
  /** The exact bytes that were recorded. */
  readonly bytes: string;
}

const ranking = statement('stored-ranking', { selection: text, number: orNull(int) }, (db, { selection, number }) => {
  const itsNumber = sql<number>`(body->>'number')::int`;
  return db
    .selectFrom('ledger')
    .select(itsNumber.as('number'))
    .select(sql<string>`body->>'digest'`.as('digest'))
    .select(sql<string>`body->>'bytes'`.as('bytes'))
    .where('stream', '=', selection)
    .where('type', '=', 'RankingRecorded')
    .where(({ or, eb }) => or([eb(number, 'is', null), eb(itsNumber, '=', number)]))
    .orderBy('version', 'desc')
    .limit(1);
});

/** A ranking of a selection as the ledger holds it: the latest, or the one of that number; undefined: none yet. */
export async function storedRanking(
  pool: Pool,
  selection: StreamId,
  number?: number,
): Promise<StoredRanking | undefined> {
  return ranking.first(pool, { selection, number: number ?? null });
}

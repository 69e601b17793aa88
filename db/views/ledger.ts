import { sql } from 'kysely';
import type { StreamId } from '../../contracts/ids.ts';
import type { LedgerPage } from '../../contracts/views/operations.ts';
import type { Pool } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { unsealed } from '../read/unsealed.ts';
import { int, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';

const page = statement('ledger-page', { stream: text, after: int, limit: int }, (db, { stream, after, limit }) =>
  db
    .selectFrom('ledger')
    .select(['version', 'type', 'at', 'actor', 'command', 'body'])
    .select(sql<string>`encode(hash, 'hex')`.as('hash'))
    .where('stream', '=', stream)
    .where('version', '>', after)
    .orderBy('version')
    .limit(limit),
);

/**
 * A page of a stream's entries as they were written, after a version. With `open` the private parts are in the clear,
 * null where their person was erased; without, they stay sealed.
 */
export async function ledgerPage(
  pool: Pool,
  keys: KeyRing,
  stream: StreamId,
  { after, limit, open }: { after: number; limit: number; open: boolean },
): Promise<LedgerPage> {
  const rows = await page.all(pool, { stream, after, limit: limit + 1 });
  const more = rows.length > limit;
  if (more) rows.pop();
  const entries = rows.map((row) => ({ ...row, body: JSON.parse(row.body) as unknown }));
  return {
    stream,
    entries: open ? ((await unsealed(pool, keys, entries)) as LedgerPage['entries']) : entries,
    next: more ? rows[rows.length - 1]!.version : null,
  };
}

import type { StreamId } from '../../contracts/ids.ts';
import type { LedgerPage } from '../../contracts/views/operations.ts';
import type { Pool } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { unsealed } from '../read/unsealed.ts';

interface Row {
  version: number;
  type: string;
  at: number;
  actor: string;
  command: string | null;
  body: string;
  hash: string;
}

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
  const { rows } = await pool.query<Row>({
    name: 'ledger-page',
    text: `select version, type, at, actor, command, body, encode(hash, 'hex') as hash from ledger
           where stream = $1 and version > $2 order by version limit $3`,
    values: [stream, after, limit + 1],
  });
  const more = rows.length > limit;
  if (more) rows.pop();
  const entries = rows.map((row) => ({ ...row, body: JSON.parse(row.body) as unknown }));
  return {
    stream,
    entries: open ? ((await unsealed(pool, keys, entries)) as LedgerPage['entries']) : entries,
    next: more ? rows[rows.length - 1]!.version : null,
  };
}

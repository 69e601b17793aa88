import type { Instant, StreamId } from '../../contracts/ids.ts';
import { missingIn, type Placed } from '../../domain/turn/what-if.ts';
import type { Pool } from '../connection.ts';
import type { StreamReader } from './stream-reader.ts';

interface Row {
  readonly stream: StreamId;
  readonly version: number;
  readonly owner: StreamId | null;
  readonly at: Instant;
  readonly closed: boolean;
  readonly news: number;
  readonly wake: Instant | null;
}

const COLUMNS = `stream.id as stream, version, owner, at, closed, news, wake_at as wake`;

/**
 * A stream with everything that a command to it may reach: its owners, all that these have begun, and what any of them looks
 * at. It is read in several queries, for views: what happens meanwhile may be in one part of it and not in another.
 */
export async function familyOf(pool: Pool, reader: StreamReader, stream: StreamId): Promise<Placed[]> {
  const { rows } = await pool.query<Row>(
    `with recursive above as (
       select id, owner from stream where id = $1
       union all select stream.id, stream.owner from stream join above on stream.id = above.owner
     ), family as (
       select id from above where owner is null
       union all select stream.id from stream join family on stream.owner = family.id
     )
     select ${COLUMNS} from stream join family using (id) where version > 0`,
    [stream],
  );
  const family = await placed(reader, rows);
  const watched = missingIn(family);
  if (!watched.length) return family;
  const others = await pool.query<Row>(`select ${COLUMNS} from stream where id = any($1) and version > 0`, [watched]);
  return [...family, ...(await placed(reader, others.rows))];
}

async function placed(reader: StreamReader, rows: readonly Row[]): Promise<Placed[]> {
  const states = await reader.states(rows.map((r) => r.stream));
  return rows.map((row) => ({ ...row, state: states.get(row.stream) }));
}

import type { Connection, Pool } from '../../db/connection.ts';
import type { TestDatabase } from '../harness/database.ts';

/** How many rows of a table a piece of work makes the database look at. All that it does is undone. */
export async function rowsRead(
  { pool }: Pick<TestDatabase, 'pool'>,
  table: string,
  work: (pool: Pool) => Promise<unknown>,
): Promise<number> {
  const connection = await pool.connect();
  try {
    await connection.query('begin');
    const before = await readSoFar(connection, table);
    await work(connection as unknown as Pool);
    return (await readSoFar(connection, table)) - before;
  } finally {
    await connection.query('rollback');
    connection.release();
  }
}

/** What the connection has looked at since its figures were last gathered. */
async function readSoFar(connection: Connection, table: string): Promise<number> {
  const { rows } = await connection.query<{ n: number }>(
    'select seq_tup_read + coalesce(idx_tup_fetch, 0) as n from pg_stat_xact_user_tables where relname = $1',
    [table],
  );
  return rows[0]!.n;
}

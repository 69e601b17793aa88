import { type Pool, transaction } from '../../db/connection.ts';

/** Does something while nobody can read a table: a database that is there and does not answer. */
export async function whileLocked<T>(pool: Pool, table: string, work: () => Promise<T>): Promise<T> {
  return transaction(pool, async (connection) => {
    await connection.query(`lock table ${table} in access exclusive mode`);
    return work();
  });
}

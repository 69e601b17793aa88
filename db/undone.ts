import { connect, type Pool, within } from './connection.ts';
import { makeParts } from './words.ts';

/**
 * A pool all of whose transactions are parts of one, of which nothing stays: ending the pool undoes it. They are taken one
 * after the other; one that fails takes back what it did, as anywhere.
 */
export async function undonePool(url: string, patience: number): Promise<Pool> {
  const pool = connect(url, 1, { connectionTimeoutMillis: patience, idleTimeoutMillis: 0 });
  makeParts(pool);
  try {
    await within(patience, pool.query('begin'));
  } catch (error) {
    void pool.end();
    throw error;
  }
  return pool;
}

import { connectForAnswers, type Pool, within } from './connection.ts';
import { makeParts } from './words.ts';

/**
 * A pool all of whose transactions are parts of one, of which nothing stays: ending the pool undoes it. They are taken one
 * after the other; one that fails takes back what it did, as anywhere.
 */
export async function undonePool(url: string, patience: number): Promise<Pool> {
  const pool = connectForAnswers(url, { max: 1, connectionTimeoutMillis: patience, idleTimeoutMillis: 0 });
  // Should the connection be lost, the whole is undone, and on the next one nobody could undo anything: there nothing can be
  // written at all. Refusing the first word of a part is not enough, since what follows it is on its way already.
  pool.on('connect', (connection) => {
    void connection.query('set default_transaction_read_only = on').catch(() => undefined);
  });
  makeParts(pool);
  try {
    await within(patience, pool.query('begin read write'));
  } catch (error) {
    void pool.end();
    throw error;
  }
  return pool;
}

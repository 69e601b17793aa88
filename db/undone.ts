import type { Connection, Pool } from './connection.ts';

/** Everything that is done through `pool` happens in one transaction, which `undo` takes back. */
export interface Undone {
  readonly pool: Pool;
  undo(): Promise<void>;
}

/**
 * A transaction in which others take place as usual, one after the other, and of which nothing stays: what they begin and
 * commit is a part of it. As soon as one of them is rolled back everything is, and nothing more is taken.
 */
export async function undone(pool: Pool): Promise<Undone> {
  const connection = await pool.connect();
  const send = connection.query.bind(connection) as unknown as (...args: unknown[]) => Promise<unknown>;
  let isOver = false;
  let broken: Error | undefined;
  const query = async (...args: unknown[]) => {
    if (args[0] === 'rollback') isOver = true;
    if (isOver) throw new Error('What was to be undone in the end failed before.');
    return args[0] === 'begin' || args[0] === 'commit' ? { rows: [], rowCount: null } : send(...args);
  };
  const inner = { query, release: () => undefined } as unknown as Connection;
  const undo = async () => {
    isOver = true;
    await send('rollback').catch((error: Error) => {
      broken = error;
    });
    connection.release(broken);
  };
  try {
    await send('begin');
  } catch (error) {
    connection.release(error as Error);
    throw error;
  }
  return { pool: { query, connect: async () => inner } as unknown as Pool, undo };
}

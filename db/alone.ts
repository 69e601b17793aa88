import type { Connection, Pool } from './connection.ts';

/**
 * Repeats a piece of work every so many real milliseconds in one process of the installation: whoever gets the advisory lock
 * of that name does it, and keeps the lock with its connection; the others try to get it. A piece that fails is left.
 */
export function alone(pool: Pool, name: string, everyMs: number, work: () => Promise<void>): { stop(): Promise<void> } {
  let stopped = false;
  let wake: () => void = () => undefined;
  let mine: Connection | undefined;

  async function hold(): Promise<boolean> {
    if (mine) {
      await mine.query('select 1');
      return true;
    }
    const connection = await pool.connect();
    try {
      const { rows } = await connection.query<{ got: boolean }>(
        "select pg_try_advisory_lock(hashtextextended('rostrum ' || $1, 0)) as got",
        [name],
      );
      if (rows[0]!.got) mine = connection;
      else connection.release();
    } catch (error) {
      connection.release(true);
      throw error;
    }
    return mine !== undefined;
  }

  async function once(): Promise<void> {
    try {
      if (await hold()) await work();
    } catch {
      // The lock went with its connection; the next round tries to get it back.
      mine?.release(true);
      mine = undefined;
    }
  }

  async function repeat(): Promise<void> {
    while (!stopped) {
      await once();
      if (stopped) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    mine?.release(true);
    mine = undefined;
  }

  const ended = repeat();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await ended;
    },
  };
}

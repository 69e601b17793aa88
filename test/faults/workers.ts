import { type Connection, connect, type Pool } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import type { TestDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';

/**
 * One process that takes turns, with caches of its own, and two that go wrong: `dies` loses its connection just before the
 * first commit, `lost` just after it, so that what is in the ledger is never heard of, and it is asked again.
 */
export interface WorkerDoor {
  readonly well: Door;
  readonly dies: Door;
  readonly lost: Door;
  stop(): Promise<void>;
}

export function workerDoor(database: TestDatabase, complaints: string[]): WorkerDoor {
  const pools = [connect(database.url), connect(database.url), connect(database.url)] as const;
  const keys = new KeyRing(pools[0], database.masterKey);
  breaking(pools[1], async (_commit, terminate) => terminate());
  breaking(pools[2], async (commit, terminate) => {
    await commit();
    await terminate();
  });
  const [well, dies, lost] = pools.map((pool) => new Door({ pool, keys }, { complaints })) as [Door, Door, Door];
  return { well, dies, lost, stop: async () => void (await Promise.all(pools.map((pool) => pool.end()))) };

  /** Every other time the server ends the connection around the commit; the sender gets an error either way. */
  function breaking(
    pool: Pool,
    around: (commit: () => Promise<unknown>, end: () => Promise<unknown>) => Promise<unknown>,
  ) {
    let commits = 0;
    pool.on('connect', (client) => {
      const connection = client as Connection;
      const query = connection.query.bind(connection) as (...args: unknown[]) => Promise<{ rows: { pid: number }[] }>;
      connection.query = (async (...args: unknown[]) => {
        if (args[0] !== 'commit' || ++commits % 2 === 0) return query(...args);
        const { pid } = (await query('select pg_backend_pid() as pid')).rows[0]!;
        const end = () => database.pool.query('select pg_terminate_backend($1, 5000)', [pid]);
        await around(() => query(...args), end);
        throw Object.assign(new Error('The connection was lost around the commit.'), { code: '08006' });
      }) as typeof connection.query;
    });
  }
}

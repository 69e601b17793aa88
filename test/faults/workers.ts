import { makeAdvance } from '../../activities/advance/advance.ts';
import type { Advance, Advanced } from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import { type Connection, connect, type Pool } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { engineOf } from '../../workers/engine-worker.ts';
import type { TestDatabase } from '../harness/database.ts';

type Turn = (stream: StreamId, input: Advance) => Promise<Advanced>;

/**
 * One worker's `advance` with caches of its own, and two that go wrong: `dies` loses its connection just before the
 * commit, `lost` just after it, so that what is in the ledger is never heard of.
 */
export interface WorkerDoor {
  readonly advance: Turn;
  readonly dies: Turn;
  readonly lost: Turn;
  stop(): Promise<void>;
}

export function workerDoor(database: TestDatabase, complaints: string[]): WorkerDoor {
  const pools = [connect(database.url), connect(database.url), connect(database.url)] as const;
  const keys = new KeyRing(pools[0], database.masterKey);
  const complain = (what: string, about: object) => void complaints.push(`${what} ${JSON.stringify(about)}`);
  const engine = engineOf({ pool: pools[0], keys, clock: new Clock(), complain });
  breaking(pools[1], async (_commit, terminate) => terminate());
  breaking(pools[2], async (commit, terminate) => {
    await commit();
    await terminate();
  });
  const [advance, dies, lost] = pools.map((pool) => makeAdvance(pool, engine)) as [Turn, Turn, Turn];
  return { advance, dies, lost, stop: async () => void (await Promise.all(pools.map((pool) => pool.end()))) };

  /** The server ends the connection around the commit; the sender gets an error either way. */
  function breaking(
    pool: Pool,
    around: (commit: () => Promise<unknown>, end: () => Promise<unknown>) => Promise<unknown>,
  ) {
    pool.on('connect', (client) => {
      const connection = client as Connection;
      const query = connection.query.bind(connection) as (...args: unknown[]) => Promise<{ rows: { pid: number }[] }>;
      connection.query = (async (...args: unknown[]) => {
        if (args[0] !== 'commit') return query(...args);
        const { pid } = (await query('select pg_backend_pid() as pid')).rows[0]!;
        const end = () => database.pool.query('select pg_terminate_backend($1, 5000)', [pid]);
        await around(() => query(...args), end);
        throw new Error('The connection was lost around the commit.');
      }) as typeof connection.query;
    });
  }
}

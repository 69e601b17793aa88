import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setClock } from '../../db/clock.ts';
import { connect, type Pool } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { migrate } from '../../db/migrate.ts';
import { freePort } from '../../stack/ports.ts';
import { startPostgres } from '../../stack/postgres.ts';
import { clock } from './start.ts';

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly masterKey: string;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own with the schema in it; `durable` for tests that kill it. */
export async function testDatabase({ durable = false } = {}): Promise<TestDatabase> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rostrum-test-pg-'));
  const postgres = await startPostgres({ dataDir, port: await freePort(), ephemeral: !durable });
  const pool = connect(postgres.url);
  await migrate(pool);
  await setClock(pool, clock);
  const masterKey = randomBytes(32).toString('base64');
  return {
    url: postgres.url,
    pool,
    keys: new KeyRing(pool, masterKey),
    masterKey,
    stop: async () => {
      await pool.end();
      await postgres.stop();
    },
  };
}

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { LOGINS } from '../../cli/processes.ts';
import { setClock } from '../../db/clock.ts';
import { connect, type Pool } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { migrate } from '../../db/migrate.ts';
import { OWNER } from '../../db/rights.ts';
import { freePort } from '../../stack/ports.ts';
import { type Postgres, startPostgres } from '../../stack/postgres.ts';
import type { TestDatabase } from './database.ts';
import { ProcessPools } from './process-pools.ts';
import { clock } from './start.ts';

/** A PostgreSQL that flushes every commit to the disk, for tests that kill it. */
export class DurableDatabase implements TestDatabase {
  kills = 0;
  readonly pool: Pool;
  readonly as: ProcessPools;
  readonly keys: KeyRing;
  readonly masterKey = randomBytes(32).toString('base64');
  readonly url: string;
  readonly #folder: string;
  readonly #port: number;
  #postgres: Postgres;

  private constructor(folder: string, port: number, postgres: Postgres) {
    this.#folder = folder;
    this.#port = port;
    this.#postgres = postgres;
    this.url = postgres.url;
    this.pool = connect(postgres.url);
    this.as = new ProcessPools(postgres.url);
    this.keys = new KeyRing(this.pool, this.masterKey);
  }

  static async start(): Promise<DurableDatabase> {
    const folder = await mkdtemp(path.join(tmpdir(), 'rostrum-test-pg-'));
    const port = await freePort();
    const database = new DurableDatabase(folder, port, await startPostgres({ dataDir: folder, port, logins: LOGINS }));
    const owner = connect(database.#postgres.urlOf(OWNER));
    await migrate(owner);
    await owner.end();
    await setClock(database.pool, clock);
    return database;
  }

  /** SIGKILL to the postmaster, and a start on the same folder and port, which has to recover what was committed. */
  async kill(): Promise<void> {
    process.kill(this.#postgres.pid, 'SIGKILL');
    await this.#postgres.stop();
    this.kills++;
    this.#postgres = await startPostgres({ dataDir: this.#folder, port: this.#port, logins: LOGINS });
  }

  async stop(): Promise<void> {
    await Promise.all([this.pool.end(), this.as.end()]);
    await this.#postgres.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

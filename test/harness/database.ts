import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { setClock } from '../../db/clock.ts';
import { connect, type Pool } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { templateDatabase } from './from-stock.ts';
import { leaving } from './leavings.ts';
import { ProcessPools } from './process-pools.ts';
import { clock } from './start.ts';

export interface TestDatabase {
  /** Both as the superuser, who may do anything. */
  readonly url: string;
  readonly pool: Pool;
  /** The same database as the processes come to it. */
  readonly as: ProcessPools;
  readonly keys: KeyRing;
  readonly masterKey: string;
  stop(): Promise<void>;
}

/** A database of its own with the schema in it, on the PostgreSQL of the run. Secrets come from the master key. */
export async function testDatabase({
  masterKey = randomBytes(32).toString('base64'),
}: {
  masterKey?: string;
} = {}): Promise<TestDatabase> {
  const cluster = await templateDatabase();
  const { url, drop } = await copyOf(cluster, new URL(cluster).pathname.slice(1));
  const pool = connect(url);
  await setClock(pool, clock);
  const as = new ProcessPools(url);
  return {
    url,
    pool,
    as,
    keys: new KeyRing(pool, masterKey),
    masterKey,
    stop: async () => {
      await Promise.all([pool.end(), as.end()]);
      await drop();
    },
  };
}

/** A database without a schema, on the PostgreSQL of the run. */
export async function emptyDatabase(): Promise<{ url: string; as: ProcessPools; drop: () => Promise<void> }> {
  const made = await copyOf(await templateDatabase(), 'template0');
  return { ...made, as: new ProcessPools(made.url) };
}

async function copyOf(cluster: string, template: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const atCluster = (statement: string) => execute(urlOf(cluster, 'postgres'), statement);
  await atCluster(`create database ${name} template ${template}`);
  return { url: urlOf(cluster, name), drop: leaving(() => atCluster(`drop database ${name} with (force)`)) };
}

function urlOf(cluster: string, database: string): string {
  const url = new URL(cluster);
  url.pathname = `/${database}`;
  return url.href;
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** How many rows every table has. */
export async function rowCounts({ pool }: Pick<TestDatabase, 'pool'>): Promise<Record<string, number>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from "${name}"`);
    counts[name] = rows[0]!.n;
  }
  return counts;
}

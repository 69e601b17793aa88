import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { setClock } from '../../db/clock.ts';
import { connect, type Pool } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { templateDatabase } from './from-stock.ts';
import { leaving } from './leavings.ts';
import { clock } from './start.ts';

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
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
  return {
    url,
    pool,
    keys: new KeyRing(pool, masterKey),
    masterKey,
    stop: async () => {
      await pool.end();
      await drop();
    },
  };
}

/** A database without a schema, on the PostgreSQL of the run. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  return copyOf(await templateDatabase(), 'template0');
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

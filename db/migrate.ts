import { Kysely, Migrator, PostgresDialect } from 'kysely';
import type { Pool } from './connection.ts';
import * as foundation from './migrations/0001-foundation.ts';
import { grantRights } from './rights.ts';

const migrations = { '0001-foundation': foundation };

function migratorOf(pool: Pool): Migrator {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return new Migrator({ db, provider: { getMigrations: async () => migrations } });
}

/**
 * Brings the schema up to date and gives the processes their rights in it; safe when several start at once. Throws when a
 * migration fails.
 */
export async function migrate(pool: Pool): Promise<void> {
  const { error } = await migratorOf(pool).migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(String(error));
  await grantRights(pool);
}

/** How the schema of a database differs from the one that this program knows. */
export interface SchemaGap {
  /** Migrations that have not run there yet. */
  readonly missing: readonly string[];
  /** Migrations that a newer Rostrum has run there. */
  readonly unknown: readonly string[];
}

/** Compares the schema without changing anything; both lists are empty when it fits. */
export async function schemaGap(pool: Pool): Promise<SchemaGap> {
  const there = await pool.query<{ found: string | null }>("select to_regclass('kysely_migration')::text as found");
  const known = Object.keys(migrations);
  if (!there.rows[0]?.found) return { missing: known, unknown: [] };
  const { rows } = await pool.query<{ name: string }>('select name from kysely_migration');
  const run = new Set(rows.map((r) => r.name));
  return { missing: known.filter((name) => !run.has(name)), unknown: [...run].filter((name) => !known.includes(name)) };
}

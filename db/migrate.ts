import { Kysely, Migrator, PostgresDialect } from 'kysely';
import type { Pool } from './connection.ts';
import * as foundation from './migrations/0001-foundation.ts';

const migrations = { '0001-foundation': foundation };

/** Brings the schema up to date; safe when several processes start at once. Throws when a migration fails. */
export async function migrate(pool: Pool): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(String(error));
}

import type { Pool } from '../../db/connection.ts';
import { VERBS, type Verb } from '../../db/rights-held.ts';

/** What somebody could do with a table when they tried: everything, with some columns, or nothing (absent). */
export type Found = ReadonlyMap<Verb, 'all' | readonly string[]>;

const FORBIDDEN = '42501';

/** Tries every verb on every table as whoever the pool is connected as; nothing is changed. */
export async function walk(pool: Pool, tables: ReadonlyMap<string, readonly string[]>): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  for (const [table, columns] of tables) {
    const may = new Map<Verb, 'all' | readonly string[]>();
    for (const verb of VERBS) {
      const result = await tried(pool, table, verb, columns);
      if (result) may.set(verb, result);
    }
    found.set(table, may);
  }
  return found;
}

async function tried(pool: Pool, table: string, verb: Verb, columns: readonly string[]) {
  const list = columns.map((column) => `"${column}"`);
  switch (verb) {
    case 'select':
      if (await may(pool, `explain select * from ${table}`)) return 'all';
      return someOf(columns, (column) => may(pool, `explain select "${column}" from ${table}`));
    case 'update':
      if (await may(pool, `explain update ${table} set ${list.map((c) => `${c} = default`).join(', ')}`)) return 'all';
      return someOf(columns, (column) => may(pool, `explain update ${table} set "${column}" = default`));
    case 'insert':
      return (await may(pool, `explain insert into ${table} default values`)) ? 'all' : undefined;
    case 'delete':
      return (await may(pool, `explain delete from ${table}`)) ? 'all' : undefined;
    case 'truncate':
      return (await may(pool, `begin; truncate ${table}; rollback`)) ? 'all' : undefined;
    case 'references':
      return (await may(
        pool,
        `begin; create temporary table x (like ${table}); alter table ${table} add unique (${list[0]}); rollback`,
      ))
        ? 'all'
        : undefined;
    case 'maintain':
      return (await may(pool, `begin; reindex table ${table}; rollback`)) ? 'all' : undefined;
    case 'trigger':
      return (await may(
        pool,
        `begin; create trigger x before insert on ${table} for each row execute function suppress_redundant_updates_trigger(); rollback`,
      ))
        ? 'all'
        : undefined;
  }
}

async function someOf(columns: readonly string[], may: (column: string) => Promise<boolean>) {
  const found: string[] = [];
  for (const column of columns) if (await may(column)) found.push(column);
  return found.length ? found : undefined;
}

/** EXPLAIN asks for the same rights as the statement itself, and does nothing. */
async function may(pool: Pool, sql: string): Promise<boolean> {
  const connection = await pool.connect();
  try {
    await connection.query(sql);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== FORBIDDEN) throw new Error(`${sql}: ${(error as Error).message}`);
    return false;
  } finally {
    await connection.query('rollback').catch(() => undefined);
    connection.release();
  }
}

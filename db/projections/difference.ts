import type { Connection } from '../connection.ts';
import type { ProjectionTable } from './tables.ts';

/** A row in which the live projection and the rebuilt one do not agree. Values are not told: they may be personal. */
export interface Difference {
  readonly table: ProjectionTable;
  /** The row's primary key, its parts separated by a space. */
  readonly row: string;
  /** As seen from the live table. */
  readonly how: 'missing' | 'extra' | 'changed';
  /** The columns that differ, when the row is on both sides. */
  readonly columns: readonly string[];
}

/** Keeps a copy of a table as it is now, until the transaction ends. */
export async function keepCopy(connection: Connection, table: ProjectionTable): Promise<void> {
  await connection.query(`create temporary table live_${table} on commit drop as table ${table}`);
}

/** Compares a table with the copy that was kept of it; at most `most` differences. */
export async function differences(connection: Connection, table: ProjectionTable, most: number): Promise<Difference[]> {
  const key = await primaryKey(connection, table);
  const side = (name: string) => `(select concat_ws(' ', ${key}) as key, to_json(t) as row from ${name} t)`;
  const { rows } = await connection.query<Omit<Difference, 'table'>>(
    `select coalesce(live.key, made.key) as row,
            case when live.key is null then 'missing' when made.key is null then 'extra' else 'changed' end as how,
            array(select l.key from json_each_text(live.row) l join json_each_text(made.row) m on m.key = l.key
                  where l.value is distinct from m.value) as columns
     from ${side(`live_${table}`)} live full join ${side(table)} made on made.key = live.key
     where live.row::text is distinct from made.row::text
     order by 1 limit ${most}`,
  );
  return rows.map((row) => ({ table, ...row }));
}

async function primaryKey(connection: Connection, table: ProjectionTable): Promise<string> {
  const { rows } = await connection.query<{ column: string }>(
    `select quote_ident(a.attname) as column from pg_index i
     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
     where i.indrelid = $1::regclass and i.indisprimary order by array_position(i.indkey::int[], a.attnum::int)`,
    [table],
  );
  return rows.map((r) => r.column).join(', ');
}

import { type RawBuilder, sql } from 'kysely';

/** The columns of given rows, in the order in which "select *" gives them. */
export function columnsOf<C extends object>(columns: C): (keyof C & string)[] {
  return Object.keys(columns) as (keyof C & string)[];
}

/** For "set": columns as another row has them, such as the "excluded" one of an insertion that met a row. */
export function asIn<C extends string>(table: string, columns: readonly C[]): { [K in C]: RawBuilder<never> } {
  const set = columns.map((column) => [column, sql`${sql.ref(`${table}.${column}`)}`]);
  return Object.fromEntries(set);
}

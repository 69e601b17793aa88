import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { beside, type Connection, type Pool } from '../connection.ts';
import { PROJECTION_TABLES, PROJECTIONS, type ProjectionTable } from './tables.ts';

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

/** A difference, and the stream that the row is made from. */
export interface Found extends Difference {
  readonly stream: StreamId;
}

/**
 * A connection on which the names of projections mean empty tables of its own that lie before the live ones, so that
 * what writes projections writes beside them. What it has made is forgotten at the end of each transaction.
 */
export class Shadow {
  readonly connection: Connection;
  readonly #live: string;

  private constructor(connection: Connection, live: string) {
    this.connection = connection;
    this.#live = live;
  }

  /** Lends one to `work`. No statement has been prepared on it, for that would still mean the live tables. */
  static async during<T>(pool: Pool, work: (shadow: Shadow) => Promise<T>): Promise<T> {
    const own = beside(pool);
    const connection = await own.connect();
    try {
      const { rows } = await connection.query<{ live: string }>('select quote_ident(current_schema()) as live');
      const { live } = rows[0]!;
      for (const table of PROJECTION_TABLES) {
        await connection.query(
          `create temporary table ${table} (like ${live}.${table} including all) on commit delete rows`,
        );
      }
      return await work(new Shadow(connection, live));
    } finally {
      connection.release(true);
      await own.end();
    }
  }

  /** Does the work in one transaction that sees one moment and can change nothing but the tables of its own. */
  async look<T>(work: () => Promise<T>): Promise<T> {
    return this.#transaction('isolation level repeatable read, read only', work);
  }

  /** Does the work in one transaction, while nobody else writes to the stream. */
  async hold<T>(stream: StreamId, work: () => Promise<T>): Promise<T> {
    return this.#transaction('', async () => {
      await this.connection.query('select 1 from stream where id = $1 for update', [stream]);
      return work();
    });
  }

  async #transaction<T>(mode: string, work: () => Promise<T>): Promise<T> {
    await this.connection.query(`begin ${mode}`);
    try {
      const result = await work();
      await this.connection.query('commit');
      return result;
    } catch (error) {
      await this.connection.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  /** Where the live rows of streams are not those that were made of them; at most `most` a table. */
  async differences(streams: readonly StreamId[], most: number): Promise<Found[]> {
    const found: Found[] = [];
    for (const table of PROJECTION_TABLES) {
      if (PROJECTIONS[table] !== null || streams.includes(ORGANISATION))
        found.push(...(await this.#compare(table, streams, most)));
    }
    return found;
  }

  async #compare(table: ProjectionTable, streams: readonly StreamId[], most: number): Promise<Found[]> {
    const key = await this.#primaryKey(table);
    // The whole row: "role" alone is that table's column of the same name.
    const side = (name: string) =>
      `(select concat_ws(' ', ${key}) as key, ${streamOf(table)} as stream, to_json(${table}.*) as row
        from ${name} as ${table} where ${streamOf(table)} = any($1))`;
    const { rows } = await this.connection.query<Omit<Found, 'table'>>(
      `select coalesce(live.key, made.key) as row, coalesce(live.stream, made.stream) as stream,
              case when live.key is null then 'missing' when made.key is null then 'extra' else 'changed' end as how,
              array(select l.key from json_each_text(live.row) l join json_each_text(made.row) m on m.key = l.key
                    where l.value is distinct from m.value) as columns
       from ${side(`${this.#live}.${table}`)} live full join ${side(`pg_temp.${table}`)} made on made.key = live.key
       where live.row::text is distinct from made.row::text
       order by 1 limit ${most}`,
      [streams],
    );
    return rows.map((row) => ({ table, ...row }));
  }

  /** Live rows of streams to which nothing was ever written; at most `most` a table. */
  async strays(most: number): Promise<Found[]> {
    const found: Found[] = [];
    for (const table of PROJECTION_TABLES) {
      if (PROJECTIONS[table] === null) continue;
      const { rows } = await this.connection.query<{ row: string; stream: StreamId }>(
        `select concat_ws(' ', ${await this.#primaryKey(table)}) as row, ${streamOf(table)} as stream
         from ${this.#live}.${table} where not ${this.#isOfAStream(table)} order by 1 limit ${most}`,
      );
      found.push(...rows.map((row) => ({ table, how: 'extra' as const, columns: [], ...row })));
    }
    return found;
  }

  /** Puts the rows that were made of a stream into the place of the live ones. */
  async adopt(table: ProjectionTable, stream: StreamId): Promise<void> {
    const live = `${this.#live}.${table}`;
    const own = `where ${streamOf(table)} = $1`;
    await this.connection.query(`delete from ${live} ${own}`, [stream]);
    await this.connection.query(`insert into ${live} select * from pg_temp.${table} ${own}`, [stream]);
  }

  /** Deletes live rows of streams to which nothing was ever written. */
  async deleteStrays(table: ProjectionTable): Promise<void> {
    await this.connection.query(`delete from ${this.#live}.${table} where not ${this.#isOfAStream(table)}`);
  }

  #isOfAStream(table: ProjectionTable): string {
    return `exists (select 1 from stream where stream.id = ${streamOf(table)} and stream.version > 0)`;
  }

  async #primaryKey(table: ProjectionTable): Promise<string> {
    const { rows } = await this.connection.query<{ column: string }>(
      `select quote_ident(a.attname) as column from pg_index i
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
       where i.indrelid = $1::regclass and i.indisprimary order by array_position(i.indkey::int[], a.attnum::int)`,
      [`${this.#live}.${table}`],
    );
    return rows.map((r) => r.column).join(', ');
  }
}

/** SQL for the stream that a row of a table is made from. */
function streamOf(table: ProjectionTable): string {
  const column = PROJECTIONS[table];
  return column === null ? `'${ORGANISATION}'` : `${table}.${column}`;
}

import pg from 'pg';

// Instants travel as milliseconds: a Date would lose nothing but cost an object per cell.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// "json" columns hold exact bytes that the hash chain covers; whoever wants the object parses it.
pg.types.setTypeParser(pg.types.builtins.JSON, (text) => text);

export type Pool = pg.Pool;
export type Connection = pg.PoolClient;

/** Opens a pool; `most` connections at the same time. Connections that break while idle are replaced in silence. */
export function connect(url: string, most = 8): Pool {
  const pool = new pg.Pool({ connectionString: url, max: most, application_name: 'rostrum' });
  pool.on('error', () => undefined);
  return pool;
}

/** Runs `work` in one transaction; whatever it throws undoes everything. */
export async function transaction<T>(pool: Pool, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query('begin');
    const result = await work(connection);
    await connection.query('commit');
    return result;
  } catch (error) {
    await connection.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

/** An instant as PostgreSQL reads it. */
export function stamp(instant: number): string {
  return new Date(instant).toISOString();
}

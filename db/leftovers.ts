import { type Connection, isPassing, type Pool } from './connection.ts';

/**
 * Tables in which something personal stood in the clear, or the key to something: what is deleted from them stays in their
 * files as dead rows until these are written anew.
 */
const REWRITTEN = [
  'person_key',
  'person',
  'command',
  'draft',
  'file',
  'document',
  'setting',
  'session',
  'link',
  'program_token',
  'feed',
  'pairing',
  'delivery',
  'outbox',
] as const;

/** So long a rewriting waits for whoever reads or writes the table; others wait behind it meanwhile. Milliseconds. */
const LOCK_WAITS_MS = 3_000;

/** What came of clearing up. */
export interface Cleared {
  /** How many people had been erased since the last time. */
  readonly people: number;
  /** Why something is left, a sentence each, with how to mend it; empty: nothing is. */
  readonly left: readonly string[];
}

/** How many people were erased of whom something may be left in the files of the database. */
export async function uncleared(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from person_key where shredded_at is not null and cleared_at is null',
  );
  return rows[0]!.n;
}

/**
 * Takes what was erased out of the files of the database as well: writes the tables anew that held it, and has PostgreSQL
 * throw its write-ahead log away. Each table is locked while it is written, one after the other; one that cannot be had within
 * three seconds is left for the next time. With `all`, also when nobody was erased since.
 */
export async function clearLeftovers(pool: Pool, { all = false } = {}): Promise<Cleared> {
  const people = await uncleared(pool);
  if (!people && !all) return { people, left: [] };
  const connection = await pool.connect();
  try {
    return { people, left: await clear(connection) };
  } finally {
    // Its settings are its own.
    connection.release(true);
  }
}

async function clear(connection: Connection): Promise<string[]> {
  await connection.query('set statement_timeout = 0');
  await connection.query(`set lock_timeout = ${LOCK_WAITS_MS}`);
  const { rows } = await connection.query<{ at: string }>('select clock_timestamp()::text as at');
  const { at } = rows[0]!;
  const left: string[] = [];
  for (const table of REWRITTEN) {
    await connection.query(`vacuum (full, analyze) ${table}`).catch((error: Error) => {
      left.push(`The table ${table} could not be written anew (${error.message}): ${wayOf(error)}.`);
    });
  }
  const seen = await olderSnapshots(connection, at);
  if (seen)
    left.push(`${seen} older transactions may still see what was erased: end them, and run rostrum erase clear again.`);
  await closeLog(connection).catch((error: Error) => {
    left.push(`PostgreSQL's log of writes could not be closed (${error.message}): ${wayOf(error)}.`);
  });
  if (!left.length) {
    await connection.query(
      'update person_key set cleared_at = clock_timestamp() where shredded_at < $1::timestamptz and cleared_at is null',
      [at],
    );
  }
  return left;
}

/** What PostgreSQL says to whoever lacks the right. */
const FORBIDDEN = '42501';
/** More than a file of the log holds. */
const FULL = 17 * 1024 * 1024;

/**
 * Has PostgreSQL go on in another file of its log of writes, and throw those before it away. Whoever may not do that fills the
 * file up instead; the next checkpoint, which comes by itself within minutes (`checkpoint_timeout`), does the rest.
 */
async function closeLog(connection: Connection): Promise<void> {
  await connection.query('select pg_switch_wal()').catch((error: { code?: string }) => {
    if (error.code !== FORBIDDEN) throw error;
    return connection.query("select pg_logical_emit_message(false, 'rostrum', repeat(' ', $1::int))", [FULL]);
  });
  await connection.query('checkpoint').catch((error: { code?: string }) => {
    if (error.code !== FORBIDDEN) throw error;
  });
}

function wayOf(error: Error): string {
  return isPassing(error) ? 'it is tried again within the hour' : 'give its owner, or grant MAINTAIN on it';
}

/** Rows that somebody may still see are taken along when a table is written anew. */
async function olderSnapshots(connection: Connection, at: string): Promise<number> {
  const { rows } = await connection.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_xmin is not null and xact_start < $1::timestamptz`,
    [at],
  );
  return rows[0]!.n;
}

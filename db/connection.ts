import pg from 'pg';
import { wordsOf } from './words.ts';

// Instants travel as milliseconds: a Date would lose nothing but cost an object per cell.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// "json" columns hold exact bytes that the hash chain covers; whoever wants the object parses it.
pg.types.setTypeParser(pg.types.builtins.JSON, (text) => text);

export type Pool = pg.Pool;
export type Connection = pg.PoolClient;

/** Whoever gets no connection within this, in milliseconds, is told that the database is away. */
const CONNECTING_MS = 10_000;
/** After so many idle milliseconds the other side is asked whether it is still there. */
const KEEP_ALIVE_MS = 10_000;

/**
 * Opens a pool; `most` connections at the same time. Connections that break while idle are replaced in silence; one
 * that breaks in use fails the statements under way, and must not end the process besides. A statement may take as long as
 * it needs: for what reads or makes again the whole ledger.
 */
export function connect(url: string, most = 8, more: pg.PoolConfig = {}): Pool {
  const config = {
    connectionString: url,
    max: most,
    application_name: 'rostrum',
    pipeline: true,
    connectionTimeoutMillis: CONNECTING_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    ...more,
  };
  return hardened(config as pg.PoolConfig);
}

/** Bounds of what is asked while somebody waits, in milliseconds. */
export interface Bounds {
  /** PostgreSQL ends a statement that takes longer. */
  readonly statement: number;
  /** A connection from which nothing has come for so long is given up: the server is gone, or silent. */
  readonly silence: number;
  /** PostgreSQL ends a transaction in which nothing was asked for so long, and gives its locks to others. */
  readonly idle: number;
}

const BOUNDS: Bounds = { statement: 30_000, silence: 40_000, idle: 30_000 };

/** A pool for those who answer while somebody waits: no statement in it lasts longer than they would wait. */
export function connectForAnswers(url: string, more: pg.PoolConfig = {}, bounds = BOUNDS): Pool {
  return connect(url, 8, {
    statement_timeout: bounds.statement,
    query_timeout: bounds.silence,
    idle_in_transaction_session_timeout: bounds.idle,
    ...more,
  });
}

/** A turn that waits longer than this for a lock, in milliseconds, gives its connection back and is taken again. */
const LOCK_WAITS_MS = 2_000;

/** A pool to take turns with. A process that is stopped in mid-turn keeps its locks no longer than `bounds` say. */
export function connectForTurns(url: string, bounds = BOUNDS): Pool {
  return connectForAnswers(url, { lock_timeout: LOCK_WAITS_MS }, bounds);
}

/**
 * A small pool beside another, for what commits by itself while transactions are under way. Were it to draw on their
 * pool, transactions that hold all its connections would wait for one more for ever. It need not be ended.
 */
export function beside(pool: Pool): Pool {
  return hardened({ ...pool.options, max: 2, idleTimeoutMillis: 1000, allowExitOnIdle: true });
}

function hardened(config: pg.PoolConfig): Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => undefined);
  pool.on('connect', (connection) => void connection.on('error', () => undefined));
  return pool;
}

/** Hands over a write that is on its way, to be waited for together with the commit. */
export type Defer = (write: Promise<unknown>) => void;

/** What PostgreSQL says of every statement after the one that failed. */
const ABORTED = '25P02';

/**
 * Runs `work` in one transaction; whatever it throws undoes everything. Statements are pipelined: the first ones go
 * out with the "begin", and deferred writes with the "commit", which PostgreSQL turns into a rollback if one failed.
 * @throws the failure that came first, not what it made of the statements behind it
 */
export async function transaction<T>(
  pool: Pool,
  work: (connection: Connection, defer: Defer) => Promise<T>,
): Promise<T> {
  const connection = await pool.connect();
  const words = wordsOf(pool);
  const sent: Promise<unknown>[] = [];
  const defer: Defer = (write) => {
    write.catch(() => undefined);
    sent.push(write);
  };
  let broken: Error | undefined;
  try {
    defer(connection.query(words.begin));
    const result = await work(connection, defer);
    defer(connection.query(words.commit));
    await Promise.all(sent);
    return result;
  } catch (error) {
    await connection.query(words.rollback).catch((failure: Error) => {
      broken = failure;
    });
    throw (error as { code?: string }).code === ABORTED ? await firstOf(sent, error) : error;
  } finally {
    connection.release(broken);
  }
}

/** Reads everything as it stands at the first statement, whatever is committed meanwhile. */
export async function snapshot<T>(pool: Pool, read: (connection: Connection) => Promise<T>): Promise<T> {
  return transaction(pool, (connection, defer) => {
    defer(connection.query('set transaction isolation level repeatable read, read only'));
    return read(connection);
  });
}

async function firstOf(sent: readonly Promise<unknown>[], otherwise: unknown): Promise<unknown> {
  for (const ended of await Promise.allSettled(sent)) {
    if (ended.status === 'rejected' && (ended.reason as { code?: string }).code !== ABORTED) return ended.reason;
  }
  return otherwise;
}

/**
 * Lost connections, sessions that were ended, a server that only reads, that stops or cannot reach its disk, resources that
 * ran out, deadlocks and waits for locks: trying again may help.
 */
const PASSING = /^(08|25006|25P0[34]|40|53|55P03|57|58|XX)/;

/** Whether a statement failed for what has nothing to do with what it says: the database is away, or as good as away. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (code && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E')) return PASSING.test(code);
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)/.test(code ?? '') ||
    /^Connection terminated|^Client has encountered a connection error|timeout exceeded when trying to connect|^timeout expired|^Query read timeout|^Client was closed/i.test(
      message ?? '',
    )
  );
}

/** Waits for an answer for so many milliseconds. @throws a passing failure when none has come; the work itself goes on */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error(`No answer came within ${ms} ms.`), { code: 'ETIMEDOUT' });
    timer = setTimeout(() => reject(error), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** An instant as PostgreSQL reads it. */
export function stamp(instant: number): string {
  return new Date(instant).toISOString();
}

/** Whether an error is PostgreSQL's own word about a statement. */
export function isOfDatabase(error: unknown): boolean {
  return error instanceof pg.DatabaseError;
}

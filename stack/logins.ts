import { createHmac } from 'node:crypto';
import pg from 'pg';
import { closeDatabase, closeServer, type Functions } from './public-rights.ts';

/** A database and who may come to it. */
export interface Place {
  readonly database: string;
  /** Owns the database and what is in it, and nothing of others. */
  readonly owner: Login;
  /** May connect; what they may do there its owner says. Everybody else is kept out. */
  readonly others: readonly Login[];
  /** Roles that see in pg_stat_activity since when the transactions of others run. */
  readonly watchers?: readonly string[];
  /** What roles need of that which is closed to everybody. */
  readonly functions?: Functions;
}

/** Somebody whom PostgreSQL lets in. */
export interface Login {
  readonly role: string;
  readonly password: string;
}

/** The password of a login, which follows from another one and tells nothing of it. */
export function passwordOf(role: string, superuser: string): string {
  return createHmac('sha256', superuser).update(`login ${role}`).digest('hex').slice(0, 48);
}

/** What a role of Rostrum never has, whoever gave it. */
const NOTHING_MORE = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

/**
 * Makes logins and databases where they are not there yet, and takes from both what they should not have; safe to repeat.
 * @param url of a superuser
 * @throws PostgreSQL's own error, which holds no password
 */
export async function makePlaces(url: string, places: readonly Place[]): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Passwords are in these statements: should one fail, it is not to be written into the log of the server.
    await client.query(
      "set log_min_error_statement to 'panic'; set log_statement to 'none'; set log_min_duration_statement to -1",
    );
    const logins = new Map(places.flatMap(({ owner, others }) => [owner, ...others]).map((l) => [l.role, l.password]));
    for (const [role, password] of logins) await makeLogin(client, role, password);
    await closeServer(client);
    for (const place of places) {
      await makePlace(client, place);
      await closePlace(url, place);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeLogin(client: pg.Client, role: string, password: string): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = rowCount ? 'alter' : 'create';
  await client.query(`${verb} role ${name} ${NOTHING_MORE} password ${pg.escapeLiteral(password)}`);
}

async function makePlace(client: pg.Client, { database, owner, others, watchers = [] }: Place): Promise<void> {
  const [name, whose] = [pg.escapeIdentifier(database), pg.escapeIdentifier(owner.role)];
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (!rowCount) await client.query(`create database ${name} owner ${whose}`);
  await client.query(`alter database ${name} owner to ${whose}`);
  await client.query(`revoke all on database ${name} from public`);
  for (const { role } of others)
    await client.query(`grant connect on database ${name} to ${pg.escapeIdentifier(role)}`);
  for (const role of watchers) await client.query(`grant pg_read_all_stats to ${pg.escapeIdentifier(role)}`);
}

/** What is closed within a database is closed by whoever is connected to it. */
async function closePlace(url: string, { database, owner, functions = {} }: Place): Promise<void> {
  const there = new URL(url);
  there.pathname = `/${encodeURIComponent(database)}`;
  const client = new pg.Client({ connectionString: there.href, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await closeDatabase(client, owner.role, functions);
  } finally {
    await client.end().catch(() => undefined);
  }
}

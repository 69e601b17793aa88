import type { Pool } from './connection.ts';
import type { Tables } from './schema.ts';

/** Who owns the tables: migrates them, and does by hand what no process does. Not a superuser. */
export const OWNER = 'rostrum_owner';
/** Whose databases Temporal's are. None of Rostrum's tables is for it. */
export const TEMPORAL = 'rostrum_temporal';
/** What PostgreSQL knows the processes by, each with what it needs and no more. */
export const PROCESSES = {
  api: 'rostrum_api',
  engine: 'rostrum_engine',
  work: 'rostrum_work',
  notices: 'rostrum_notices',
} as const;
export type ProcessName = keyof typeof PROCESSES;

/** A verb on a whole table, or on some of its columns. `maintain`: to write its file anew, without what was deleted. */
type Grant =
  | 'select'
  | 'insert'
  | 'update'
  | 'delete'
  | 'maintain'
  | { readonly [V in 'select' | 'update']?: readonly string[] };
type Grants = Readonly<Partial<Record<keyof Tables | 'kysely_migration', readonly Grant[]>>>;

/** What everybody reads who folds a stream, shows it or writes of it. */
const READS = [
  ...(['stream', 'ledger', 'snapshot', 'person_key', 'clock', 'kysely_migration'] as const),
  ...(['person', 'department', 'role', 'round', 'round_form', 'task', 'procedure', 'cycle', 'offering'] as const),
];

/**
 * What it takes to take a turn of a procedure (rule 3 of the design): the API takes them for people, the engine for time, and the
 * work process for what has come out of slow work. Of the ledger that is to read and to append. A row of "stream" that was made
 * only to be locked is deleted, one of "look" by whoever has looked, a draft with its task.
 */
const TURNS: Grants = {
  ...Object.fromEntries(READS.map((table) => [table, ['select']])),
  stream: ['select', 'insert', 'update', 'delete'],
  look: ['select', 'insert', 'delete'],
  ledger: ['select', 'insert'],
  command: ['select', 'insert'],
  snapshot: ['select', 'insert', 'update'],
  person_key: ['select', 'insert'],
  outbox: ['select', 'insert'],
  draft: ['select', 'delete'],
  round: ['select', 'insert', 'update'],
  round_form: ['select', 'insert'],
  task: ['select', 'insert', 'update'],
  agenda: ['select', 'insert', 'update', 'delete'],
  procedure: ['select', 'insert', 'update'],
  cycle: ['select', 'insert', 'update'],
  offering: ['select', 'insert', 'update'],
};

/**
 * What it takes to record that somebody has left or is erased, which takes their key and what is kept of them beside the ledger:
 * people ask for it at the API, and the engine when their time is over.
 */
const ERASING: Grants = {
  ...TURNS,
  person: ['select', 'insert', 'update'],
  role: ['select', 'insert', 'delete'],
  person_key: ['select', 'insert', { update: ['wrapped', 'shredded_at'] }],
  command: ['select', 'insert', { update: ['outcome'] }],
  outbox: ['select', 'insert', 'delete', { update: ['error'] }],
  delivery: ['select', 'delete'],
  file: [{ select: ['person'] }, 'delete'],
  document: [{ select: ['person'] }, 'delete'],
  setting: [{ select: ['person'] }, 'delete'],
  session: [{ select: ['person'] }, 'delete'],
  link: [{ select: ['person'] }, 'delete'],
  program_token: [{ select: ['person'] }, 'delete'],
  feed: [{ select: ['person'] }, 'delete'],
  pairing: [{ select: ['person'] }, 'delete'],
};

/** Who may do what with which table; a table that is not named is closed. Only the owner may more. */
export const RIGHTS: Readonly<Record<ProcessName, Grants>> = {
  api: {
    ...ERASING,
    // The organisation is imported here alone.
    department: ['select', 'insert', 'update'],
    draft: ['select', 'insert', 'update', 'delete'],
    file: ['select', 'insert', 'delete'],
    document: ['select', 'delete'],
    // Whoever changes the rhythm of their letters moves those that wait.
    setting: ['select', 'insert', 'update', 'delete'],
    // People sign in here alone.
    session: ['select', 'insert', 'update', 'delete'],
    program_token: ['select', 'insert', 'delete', { update: ['seen_at'] }],
    feed: ['select', 'insert', 'update', 'delete'],
    pairing: ['select', 'insert', 'update', 'delete'],
    link: ['select', 'delete', { update: ['used_at', 'browser', 'system', 'void_at'] }],
    outbox: ['select', 'insert', 'delete', { update: ['error', 'not_before'] }],
    delivery: ['select', 'delete', { update: ['due_at'] }],
  },
  engine: {
    ...ERASING,
    // It lets go of what is too old, takes what was erased out of the files of the tables as well, and anchors what is kept
    // without a look into it.
    person: ['select', 'insert', 'update', 'maintain'],
    person_key: ['select', 'insert', { update: ['wrapped', 'shredded_at', 'cleared_at'] }, 'maintain'],
    command: ['select', 'insert', { update: ['outcome'] }, 'delete', 'maintain'],
    draft: ['select', 'delete', 'maintain'],
    outbox: ['select', 'insert', 'delete', { update: ['error'] }, 'maintain'],
    delivery: ['select', 'delete', 'maintain'],
    file: [{ select: ['id', 'person', 'sha256', 'stored_at'] }, 'delete', 'maintain'],
    document: [{ select: ['id', 'stream', 'person', 'sha256'] }, 'delete', 'maintain'],
    setting: [{ select: ['person'] }, 'delete', 'maintain'],
    session: [{ select: ['id', 'person', 'until'] }, 'delete', 'maintain'],
    link: [{ select: ['token', 'person', 'until'] }, 'delete', 'maintain'],
    program_token: [{ select: ['id', 'person', 'until'] }, 'delete', 'maintain'],
    feed: [{ select: ['person'] }, 'delete', 'maintain'],
    pairing: [{ select: ['device', 'person', 'until'] }, 'delete', 'maintain'],
    anchor: ['select', 'insert', { update: ['kept'] }],
  },
  work: {
    ...TURNS,
    document: [{ select: ['id'] }, 'insert'],
  },
  notices: {
    ...Object.fromEntries(READS.map((table) => [table, ['select']])),
    setting: ['select'],
    outbox: ['select', 'insert', { update: ['pending', 'state', 'settled_at', 'error', 'not_before'] }],
    delivery: ['select', 'insert', 'update'],
    // Whoever writes letters makes their links, and reads none.
    link: ['insert'],
  },
};

/**
 * Who sees since when the transactions of others run, and nothing of what they say that the server does not show them anyway:
 * what was erased is not out of the files before the last of those has ended that may still see it.
 */
export const WATCHERS: readonly string[] = [OWNER, PROCESSES.engine];

/**
 * What roles need of the functions that everybody else may not run (`stack/public-rights.ts`): one of several engines does what is to be
 * done once, one of several notices processes claims at a time, and whoever clears up fills the log of writes.
 */
export const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  [OWNER]: ['pg_advisory_lock', 'pg_advisory_unlock', 'pg_advisory_xact_lock', 'pg_logical_emit_message'],
  [PROCESSES.engine]: ['pg_try_advisory_lock', 'pg_logical_emit_message'],
  [PROCESSES.notices]: ['pg_advisory_xact_lock'],
};

/** The grants of a process on a table, as PostgreSQL writes them: `select`, `update (kept)`. */
export function grantsOf(process: ProcessName, table: string): string[] {
  const grants: readonly Grant[] = (RIGHTS[process] as Readonly<Record<string, readonly Grant[]>>)[table] ?? [];
  return grants.flatMap((grant) =>
    typeof grant === 'string'
      ? [grant]
      : Object.entries(grant).map(([verb, columns]) => `${verb} (${columns.join(', ')})`),
  );
}

/**
 * Gives the processes their rights and takes all others from them, in one transaction; for the owner of the tables. Processes
 * whose role the server does not know are left out: they run as somebody else, which `rostrum doctor` says.
 */
export async function grantRights(pool: Pool): Promise<void> {
  const known = await pool.query<{ role: string }>('select rolname as role from pg_roles where rolname = any ($1)', [
    Object.values(PROCESSES),
  ]);
  const there = Object.entries(PROCESSES).filter(([, role]) => known.rows.some((r) => r.role === role));
  if (!there.length) return;
  const roles = there.map(([, role]) => role).join(', ');
  const grants = there.flatMap(([process, role]) =>
    Object.keys(RIGHTS[process as ProcessName]).map(
      (table) => `grant ${grantsOf(process as ProcessName, table).join(', ')} on ${table} to ${role}`,
    ),
  );
  // Two that migrate at once would change the same rows of PostgreSQL's own tables.
  const alone = "select pg_advisory_xact_lock(hashtextextended('rostrum rights', 0))";
  const taken = `revoke all on all tables in schema public from public, ${roles}`;
  await pool.query(`begin; ${[alone, taken, ...grants].join('; ')}; commit`);
}

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { closedFolder } from './closed-folder.ts';
import { messageOf, StackFailure } from './failure.ts';
import { makePlaces, type Place, passwordOf } from './logins.ts';
import { LOOPBACK, requireFreePort } from './ports.ts';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts';
import { type PostgresUser, postgresGroup, postgresUser } from './postgres-user.ts';
import { programOf } from './process-stamp.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { isStillStarting } from './still-starting.ts';

const run = promisify(execFile);
const DATABASE = 'rostrum';
const SUPERUSER = 'postgres';
const MAJOR = '18';
/** Recovery after a crash takes its time, and so does a busy machine; a server that has ended is not waited for. */
const START_WITHIN_MS = 180_000;
export interface PostgresOptions {
  /** A folder of its own: cluster, password and log are kept in it. */
  dataDir: string;
  port: number;
  /** Roles: who owns the database `rostrum`, and who else may come to it. */
  logins: Logins;
  /** For tests: nothing is flushed to the disk, and `stop` deletes the folder. */
  ephemeral?: boolean;
}

export interface Logins {
  readonly owner: string;
  readonly others: readonly string[];
  /** See `Place`. */
  readonly watchers?: NonNullable<Place['watchers']>;
  readonly functions?: NonNullable<Place['functions']>;
}

export interface Postgres {
  /** Connection string of the database `rostrum`, as the superuser: for the tests, which make databases. */
  url: string;
  /** Connection string of the database `rostrum`, as one of the logins. */
  urlOf(role: string): string;
  pid: number;
  stop(): Promise<void>;
}

interface Cluster {
  folder: string;
  password: string;
  user: PostgresUser;
  binaries: PostgresBinaries;
}

async function passwordIn(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'password');
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return (await readFile(file, 'utf8')).trim();
}

/** Initialises beside the final place and renames: a cluster that is there is whole, whenever we were killed. */
async function initialise({ folder, password, user, binaries }: Cluster, ephemeral: boolean): Promise<void> {
  const draft = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  const { uid, gid } = user.ids;
  if (uid !== undefined && gid !== undefined) {
    await Promise.all([chown(draft, uid, gid), chown(passwordFile, uid, gid)]);
  }
  const args = ['--pgdata', draft, '--username', SUPERUSER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  args.push('--encoding', 'UTF8', '--locale', 'C', '--no-instructions', ...(ephemeral ? ['--no-sync'] : []));
  const command = user.command(binaries.initdb, args);
  try {
    await run(command.file, command.args, { ...command, cwd: '/' });
  } catch (error) {
    throw new StackFailure(`PostgreSQL could not lay out its files in ${folder}: ${messageOf(error).trim()}.`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, folder);
}

function requireOurVersion(folder: string): void {
  const found = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found === MAJOR) return;
  throw new StackFailure(
    `The data in ${folder} were written by PostgreSQL ${found} and this Rostrum brings PostgreSQL ${MAJOR}: ` +
      `dump them with version ${found} and restore them, or choose another data folder.`,
  );
}

/**
 * A postmaster.pid may be left by a server that outlived its parent (it still runs: stop it) or that was itself killed.
 * PostgreSQL sees through the second unless another program has the number by now, so the file is removed here.
 */
async function endLeftover({ folder, user, binaries }: Cluster): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (programOf(pid)?.includes('postgres')) {
    const args = ['stop', '--pgdata', folder, '--mode', 'fast', '--wait', '--silent'];
    const command = user.command(binaries.pgCtl, args);
    await run(command.file, command.args, { ...command, cwd: '/' }).catch(() => undefined);
  } else {
    await rm(file, { force: true });
  }
}

function settings(port: number, ephemeral: boolean): string[] {
  const chosen = {
    port: String(port),
    listen_addresses: LOOPBACK,
    unix_socket_directories: '',
    max_connections: '200',
    // Events are appended and read by key; the planner need not fear random reads on the disks of today.
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Details of an error quote rows, and an old file of the write-ahead log is thrown away, not used again as it is.
    log_error_verbosity: 'terse',
    wal_recycle: 'off',
    ...(ephemeral ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const urlOf = (role: string, password: string, port: number, database: string) =>
  `postgresql://${role}:${password}@${LOOPBACK}:${port}/${database}`;

/** Makes the database and its logins when the server answers; says false while it does not answer yet. */
async function makeDatabase(password: string, port: number, { owner, others, ...more }: Logins): Promise<boolean> {
  const login = (role: string) => ({ role, password: passwordOf(role, password) });
  const place = { database: DATABASE, owner: login(owner), others: others.map(login), ...more };
  try {
    await makePlaces(urlOf(SUPERUSER, password, port, 'postgres'), [place]);
    return true;
  } catch (error) {
    if (isStillStarting(error)) return false;
    throw new StackFailure(`PostgreSQL started but the database ${DATABASE} could not be made: ${messageOf(error)}.`);
  }
}

async function untilReady(server: ServerProcess, makes: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + START_WITHIN_MS;
  while (!(await makes())) {
    if (server.hasExited()) throw server.failure('did not start');
    if (performance.now() > deadline) throw server.failure(`did not answer within ${START_WITHIN_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * Starts the embedded PostgreSQL on the loopback address, laying out its files first when there are none, and makes
 * sure that the database `rostrum` is there, and who may come to it. Durable unless `ephemeral`.
 */
export async function startPostgres({ dataDir, port, logins, ephemeral = false }: PostgresOptions): Promise<Postgres> {
  const folder = path.join(path.resolve(dataDir), 'cluster');
  const binaries = await postgresBinaries();
  await closedFolder(dataDir, await postgresGroup());
  const user = await postgresUser([folder, binaries.postgres]);
  const cluster: Cluster = { folder, password: await passwordIn(dataDir), user, binaries };
  const requirePort = () => requireFreePort(port, 'PostgreSQL', '--postgres-port PORT');
  if (existsSync(path.join(folder, 'PG_VERSION'))) {
    requireOurVersion(folder);
    await endLeftover(cluster);
    await requirePort();
  } else {
    await requirePort();
    await initialise(cluster, ephemeral);
  }
  const server = await startServer({
    name: 'PostgreSQL',
    ...user.command(binaries.postgres, ['-D', folder, ...settings(port, ephemeral)]),
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    logFile: path.join(path.resolve(dataDir), 'postgres.log'),
    stopSignal: 'SIGINT',
    killSignal: 'SIGQUIT',
  });
  const stop = async () => {
    await server.stop({ now: ephemeral });
    if (ephemeral) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await untilReady(server, () => makeDatabase(cluster.password, port, logins));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: urlOf(SUPERUSER, cluster.password, port, DATABASE),
    urlOf: (role) => urlOf(role, passwordOf(role, cluster.password), port, DATABASE),
    pid: server.pid,
    stop,
  };
}

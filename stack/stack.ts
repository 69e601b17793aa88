import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { type Child, superviseChild } from './child.ts';
import { closeAll, closedFolder, letThrough, writeForOurselves } from './closed-folder.ts';
import { lockFolder } from './lock.ts';
import { developmentMasterKey, masterKeyFor } from './master-key.ts';
import { rememberedPort } from './ports.ts';
import { type Logins, startPostgres } from './postgres.ts';
import { postgresGroup } from './postgres-user.ts';
import { StackRecords } from './records.ts';
import { startTemporal } from './temporal.ts';

/** One process of Rostrum: a built file that says `{ ready: true }` over IPC when it can work. */
export interface StackProcess {
  name: string;
  script: string;
  args?: readonly string[];
  /** One of the logins of the stack's own PostgreSQL, as whom it comes to the database; absent: the owner. */
  login?: string;
  /** Added to what every process gets: DATABASE_URL, TEMPORAL_ADDRESS, ROSTRUM_MASTER_KEY. */
  env?: Record<string, string>;
  /** What it is given in the place of the master key; absent: that. */
  keyOf?: (masterKey: string) => Record<string, string>;
}

export interface StackOptions {
  /** Everything that must survive a restart is kept here; made when absent. */
  dataDir: string;
  /** Ports that somebody asked for; others are chosen once and remembered. */
  ports?: { postgres?: number; temporal?: number; temporalUi?: number };
  /** For tests: nothing is flushed to the disk, and `stop` deletes the folder. */
  ephemeral?: boolean;
  /** Use this PostgreSQL and start none; by default DATABASE_URL of the environment. */
  databaseUrl?: string | undefined;
  /** Use this Temporal server and start none; by default TEMPORAL_ADDRESS of the environment. */
  temporalAddress?: string | undefined;
  /** Who owns the database of the stack's own PostgreSQL, and who else may come to it; by default the owner alone. */
  logins?: Logins;
  /** Brings the database up to date as its owner, before any process starts; with the key that these will be given. */
  migrate?: (databaseUrl: string, masterKey: string) => Promise<void>;
  processes: readonly StackProcess[];
  /** Told in sentences what happens. */
  log: (sentence: string) => void;
}

export interface Stack {
  /** As the owner of the database. */
  databaseUrl: string;
  temporalAddress: string;
  /** Temporal's own web pages, when a port for them was asked for. */
  temporalUiUrl: string | null;
  /** The supervised processes by name. */
  children: ReadonlyMap<string, Child>;
  /** Stops everything in reverse order; resolves when nothing of it runs any more. May be called twice. */
  stop(): Promise<void>;
}

type Undo = () => Promise<unknown>;

/** What was started, to be undone in reverse; things started in parallel are undone in parallel. */
class Undoing {
  readonly #steps: Undo[] = [];
  #done: Promise<void> | undefined;

  push(step: Undo): void {
    this.#steps.push(step);
  }

  all(): Promise<void> {
    this.#done ??= (async () => {
      for (const step of this.#steps.reverse()) await step();
    })();
    return this.#done;
  }
}

/** Waits for all of them even if one fails, so that nothing is still starting while everything is being stopped. */
async function together<T extends readonly unknown[]>(promises: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const results = await Promise.allSettled(promises);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

interface Beginning {
  options: StackOptions;
  records: StackRecords;
  undo: Undo[];
}

async function migrated({ migrate, dataDir }: StackOptions, databaseUrl: string): Promise<void> {
  await migrate?.(databaseUrl, await masterKeyFor(dataDir));
}

/** Where the database is for whom; absent: for its owner. */
type UrlOf = (login?: string) => string;

const OWNER_ALONE: Logins = { owner: 'rostrum', others: [] };

/** Of somebody else's server we know one address, and everybody gets it. */
async function databaseFor({ options, records, undo }: Beginning): Promise<UrlOf> {
  const given = givenDatabase(options);
  if (given) {
    await migrated(options, given);
    return () => given;
  }
  const { logins = OWNER_ALONE } = options;
  const port = options.ports?.postgres ?? (await rememberedPort(records.port('postgres')));
  const dataDir = path.join(options.dataDir, 'postgres');
  const postgres = await startPostgres({ dataDir, port, logins, ephemeral: options.ephemeral ?? false });
  undo.push(postgres.stop);
  records.notePort('postgres', port);
  records.noteProcess('postgres', postgres.pid);
  options.log(`PostgreSQL listens on port ${port}.`);
  await migrated(options, postgres.urlOf(logins.owner));
  return (login = logins.owner) => postgres.urlOf(login);
}

function givenDatabase({ databaseUrl }: StackOptions): string | undefined {
  return (databaseUrl ?? process.env.DATABASE_URL) || undefined;
}

async function temporalFor({ options, records, undo }: Beginning): Promise<string> {
  const given = options.temporalAddress ?? process.env.TEMPORAL_ADDRESS;
  if (given) return given;
  const port = options.ports?.temporal ?? (await rememberedPort(records.port('temporal')));
  const uiPort = options.ports?.temporalUi;
  const temporal = await startTemporal({
    dataDir: path.join(options.dataDir, 'temporal'),
    port,
    ephemeral: options.ephemeral ?? false,
    ...(uiPort === undefined ? {} : { uiPort }),
  });
  undo.push(temporal.stop);
  records.notePort('temporal', port);
  records.noteProcess('temporal', temporal.pid);
  options.log(`Temporal listens on port ${port}.`);
  return temporal.address;
}

/**
 * Young objects get 2 MB instead of 16: 40 MB less in the engine and 25 MB less in the API when they work hard, for the
 * same processor time (measured).
 */
const SMALL_NURSERY = '--max-semi-space-size=2';

/**
 * One thread a process compiles and collects beside its own work, not four: on two processors the others take time from
 * whoever answers (a tenth of an answer's processor time, and a fifth of the slowest hundredth's wait, measured).
 */
const FEW_THREADS = '--v8-pool-size=1';

/** How many pools the C library keeps for the threads of a process: 5 to 10 MiB less in each than with its default (measured). */
const FEW_ARENAS = '2';

/** What every process is told. A key that the operator gave, by value or by file, goes before the development key. */
async function environment(dataDir: string, temporalAddress: string): Promise<NodeJS.ProcessEnv> {
  const { DATABASE_URL: _owner, DATABASE_URL_FILE: _replaced, ...inherited } = process.env;
  const given = inherited.ROSTRUM_MASTER_KEY || inherited.ROSTRUM_MASTER_KEY_FILE;
  const key = given ? {} : { ROSTRUM_MASTER_KEY: await developmentMasterKey(dataDir) };
  const nodeOptions = [SMALL_NURSERY, FEW_THREADS, inherited.NODE_OPTIONS].filter(Boolean).join(' ');
  return {
    ...inherited,
    ...key,
    NODE_OPTIONS: nodeOptions,
    MALLOC_ARENA_MAX: FEW_ARENAS,
    TEMPORAL_ADDRESS: temporalAddress,
    ROSTRUM_ANCHOR_FOLDER: inherited.ROSTRUM_ANCHOR_FOLDER || path.join(dataDir, 'anchors'),
  };
}

function withoutKey({ ROSTRUM_MASTER_KEY: _, ROSTRUM_MASTER_KEY_FILE: _file, ...others }: NodeJS.ProcessEnv) {
  return others;
}

async function startChildren(beginning: Beginning, told: NodeJS.ProcessEnv, urlOf: UrlOf): Promise<Map<string, Child>> {
  const { options, records, undo } = beginning;
  const children = new Map<string, Child>();
  const masterKey = await masterKeyFor(options.dataDir);
  for (const { name, script, login, args = [], env: extra = {}, keyOf } of options.processes) {
    const env = {
      ...(keyOf ? { ...withoutKey(told), ...keyOf(masterKey) } : told),
      DATABASE_URL: urlOf(login),
      ...extra,
    };
    const logFile = path.join(options.dataDir, 'logs', `${name}.log`);
    const onStart = (pid: number) => records.noteProcess(name, pid);
    const child = superviseChild({ name, script, args, env, logFile, log: options.log, onStart });
    children.set(name, child);
    undo.push(() => child.stop());
  }
  return children;
}

/** Makes the data folder this process's own. @returns gives it free again */
async function lockedFolder(options: StackOptions): Promise<() => Promise<void>> {
  if (!existsSync(options.dataDir)) await closedFolder(options.dataDir);
  return lockFolder(options.dataDir);
}

/** Closes the data folder to other users of the machine. */
async function closeFolder(options: StackOptions): Promise<void> {
  const { dataDir } = options;
  const closed = await closeAll(dataDir);
  if (closed) {
    options.log(
      `${closed} files and folders in ${dataDir} were open to other users of this machine; they are closed now.`,
    );
  }
  // The user as whom PostgreSQL runs, when we are root, has to come through to its own.
  const passer = givenDatabase(options) ? undefined : await postgresGroup();
  if (passer !== undefined) await letThrough(dataDir, passer);
  await closedFolder(path.join(dataDir, 'logs'));
}

/**
 * Starts Rostrum on one machine: PostgreSQL and Temporal in parallel, then the migration, then all processes in
 * parallel. Resolves when every process is ready; when anything fails, what had been started is stopped again.
 */
export async function startStack(given: StackOptions): Promise<Stack> {
  const options = { ...given, dataDir: path.resolve(given.dataDir) };
  const undoing = new Undoing();
  const forOthersAgain = writeForOurselves();
  undoing.push(async () => forOthersAgain());
  const unlock = await lockedFolder(options).catch(async (error) => {
    await undoing.all();
    throw error;
  });
  undoing.push(async () => {
    await unlock();
    if (options.ephemeral) await rm(options.dataDir, { recursive: true, force: true });
  });
  try {
    await closeFolder(options);
    const records = new StackRecords(options.dataDir);
    await records.endLeftovers();
    undoing.push(async () => existsSync(options.dataDir) && records.forgetProcesses());
    const servers: Undo[] = [];
    undoing.push(() => Promise.all(servers.map((stop) => stop())));
    const beginning = { options, records, undo: servers };
    const [urlOf, temporalAddress] = await together<[UrlOf, string]>([databaseFor(beginning), temporalFor(beginning)]);
    const workers: Undo[] = [];
    undoing.push(() => Promise.all(workers.map((stop) => stop())));
    const told = await environment(options.dataDir, temporalAddress);
    const children = await startChildren({ options, records, undo: workers }, told, urlOf);
    await together([...children.values()].map((child) => child.ready));
    const uiPort = options.ports?.temporalUi;
    const temporalUiUrl = uiPort === undefined ? null : `http://127.0.0.1:${uiPort}`;
    return { databaseUrl: urlOf(), temporalAddress, temporalUiUrl, children, stop: () => undoing.all() };
  } catch (error) {
    await undoing.all();
    throw error;
  }
}

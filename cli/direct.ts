import { readFileSync } from 'node:fs';
import { Client, Connection } from '@temporalio/client';
import type { Command } from 'commander';
import { connect, type Pool } from '../db/connection.ts';
import { KeyRing } from '../db/keys.ts';
import { reasonOf } from '../engine/patience.ts';
import { dataFolder, keyIn, runningFrom } from './installation.ts';
import { EXIT, Failure, type Io } from './io.ts';
import { knock } from './knock.ts';

/** Where commands that go past the API find the database, Temporal and the key. */
export interface Direct {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  /** undefined: not given, and not in the data folder. */
  readonly masterKey: string | undefined;
}

export interface DirectOptions {
  readonly dataDir?: string;
}

/** Adds the options of a command that goes past the API. */
export function withDirectOptions(command: Command): Command {
  return command.option('--data-dir <folder>', 'folder of the installation that "rostrum up" runs (default: .rostrum)');
}

/** Reads them from the environment, else from the installation that runs from the data folder. */
export function directOf(io: Io, { dataDir }: DirectOptions): Direct {
  const folder = dataFolder(io, dataDir);
  const running = runningFrom(folder);
  const databaseUrl = secretOf(io, 'DATABASE_URL') ?? running?.databaseUrl;
  if (!databaseUrl) {
    throw new Failure(
      EXIT.unreachable,
      `No installation runs from ${folder}: start it with rostrum up, or set DATABASE_URL and TEMPORAL_ADDRESS.`,
    );
  }
  return {
    databaseUrl,
    temporalAddress: io.env.TEMPORAL_ADDRESS ?? running?.temporalAddress ?? 'localhost:7233',
    namespace: io.env.TEMPORAL_NAMESPACE ?? 'default',
    masterKey: secretOf(io, 'ROSTRUM_MASTER_KEY') ?? keyIn(folder),
  };
}

/** A secret by value or by file, as the processes take it. */
function secretOf(io: Io, name: string): string | undefined {
  const file = io.env[`${name}_FILE`];
  if (!file) return io.env[name] || undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(EXIT.input, `${name}_FILE names ${file}, which cannot be read (${code}): correct the path.`);
  }
}

/** Does work on the database, and says in a sentence when it cannot be reached. */
export async function withDatabase<T>({ databaseUrl }: Direct, work: (pool: Pool) => Promise<T>): Promise<T> {
  // What people do by hand is not taken for a process.
  const pool = connect(databaseUrl, 8, { application_name: 'rostrum by hand' });
  try {
    await pool.query('select 1').catch((error: Error) => {
      throw new Failure(
        EXIT.unreachable,
        `The database at ${placeOf(databaseUrl)} does not answer (${reasonOf(error)}): see that it runs, and check DATABASE_URL.`,
      );
    });
    return await work(pool);
  } finally {
    await pool.end();
  }
}

export async function withTemporal<T>(direct: Direct, work: (client: Client) => Promise<T>): Promise<T> {
  const address = direct.temporalAddress;
  const connecting = knock(address).then(() => Connection.connect({ address, connectTimeout: '5s' }));
  const connection = await connecting.catch((error: Error) => {
    throw new Failure(
      EXIT.unreachable,
      `Temporal at ${address} does not answer (${reasonOf(error)}): see that it runs, and check TEMPORAL_ADDRESS.`,
    );
  });
  try {
    return await work(new Client({ connection, namespace: direct.namespace }));
  } finally {
    await connection.close();
  }
}

/** The keys of the personal data, once they are proved to belong to the database. */
export async function keysOf({ masterKey }: Direct, pool: Pool): Promise<KeyRing> {
  if (!masterKey) {
    throw new Failure(EXIT.input, 'The master key is needed: set ROSTRUM_MASTER_KEY, or name the data folder.');
  }
  try {
    const keys = new KeyRing(pool, masterKey);
    await keys.prove();
    return keys;
  } catch (error) {
    throw new Failure(EXIT.input, (error as Error).message);
  }
}

/** Host and port of a connection string, without its password. */
export function placeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'the given address';
}

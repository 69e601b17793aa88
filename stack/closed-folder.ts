import type { Stats } from 'node:fs';
import { chmod, chown, lstat, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** What an installation keeps in its data folder. Whatever else lies there belongs to somebody else. */
const OURS = new Set([
  ...['postgres', 'temporal', 'logs', 'anchors', 'mail', 'certificates', 'plan'],
  ...['master.key', 'stack.json', 'stack.json.new', 'stack.lock', 'running.json'],
]);

/** New files of this process, and of those that it starts, are closed to other users of the machine. */
const OWN_ONLY = 0o077;

/** From now on whatever this process writes is closed to others. @returns takes it back */
export function writeForOurselves(): () => void {
  const before = process.umask(OWN_ONLY);
  return () => void process.umask(before);
}

/**
 * Makes a folder that only we can look into, or closes one that is there. `passer`: a group that has to come through to what
 * is its own, and sees nothing on the way.
 */
export async function closedFolder(folder: string, passer?: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (passer !== undefined) await chown(folder, process.getuid?.() ?? 0, passer);
  await chmod(folder, passer === undefined ? 0o700 : 0o710);
}

/** Lets a group come through a folder that is closed to it, unless another group has rights there. */
export async function letThrough(folder: string, passer: number): Promise<void> {
  const { mode, uid, gid } = await lstat(folder);
  if (mode & 0o001 || (mode & 0o070 && gid !== passer)) return;
  await chown(folder, uid, passer);
  await chmod(folder, mode | 0o010);
}

/**
 * What in a data folder other users of the machine may read, write or list: an earlier Rostrum, or somebody by hand, may have
 * left it so. The folder itself counts where nothing of others is in it.
 */
export async function openTo(folder: string): Promise<string[]> {
  if (process.platform === 'win32') return [];
  const names = await readdir(folder).catch(() => []);
  const found = names.every((name) => OURS.has(name)) ? await openIn(folder, false) : [];
  for (const name of names.filter((each) => OURS.has(each)))
    found.push(...(await openIn(path.join(folder, name), true)));
  return found;
}

async function openIn(file: string, deep: boolean): Promise<string[]> {
  const found = await lstat(file).catch(() => undefined);
  // The files of PostgreSQL are its own, and it does not start when they are open to anybody.
  if (!found || found.isSymbolicLink() || path.basename(file).startsWith('cluster')) return [];
  const open = isOpen(found) ? [file] : [];
  if (!deep || !found.isDirectory()) return open;
  const inside = await readdir(file);
  return [...open, ...(await Promise.all(inside.map((name) => openIn(path.join(file, name), true)))).flat()];
}

/** A group may pass through a folder of ours. */
function isOpen(found: Stats): boolean {
  return (found.mode & (found.isDirectory() ? 0o067 : 0o077)) !== 0;
}

/** Closes what is open; what vanishes meanwhile needs no closing. @returns how much it was */
export async function closeAll(folder: string): Promise<number> {
  const open = await openTo(folder);
  for (const file of open) {
    const found = await lstat(file).catch(() => undefined);
    if (found) await chmod(file, found.mode & 0o700).catch(ignoreGone);
  }
  return open.length;
}

function ignoreGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

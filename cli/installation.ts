import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Io } from './io.ts';

/** What `rostrum up` writes down while it runs, so that other commands find it. */
const Running = z.object({
  pid: z.number().int(),
  api: z.string(),
  databaseUrl: z.string(),
  temporalAddress: z.string(),
  /** Employee ids of operations; the first is who commands speak for when nobody is named. */
  operations: z.array(z.string()),
});
export type Running = z.infer<typeof Running>;

export function dataFolder(io: Io, option?: string): string {
  return path.resolve(option ?? io.env.ROSTRUM_DATA_DIR ?? '.rostrum');
}

const fileIn = (folder: string) => path.join(folder, 'running.json');

/** The installation that runs from a data folder; null when none does. */
export function runningFrom(folder: string): Running | null {
  try {
    const running = Running.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    process.kill(running.pid, 0);
    return running;
  } catch {
    return null;
  }
}

/** Readable by its owner only: it holds the database's password. */
export async function noteRunning(folder: string, running: Running): Promise<void> {
  await writeFile(fileIn(folder), JSON.stringify(running, null, 2), { mode: 0o600 });
}

export async function forgetRunning(folder: string): Promise<void> {
  await rm(fileIn(folder), { force: true });
}

/** The master key that `rostrum up` keeps in a data folder. */
export function keyIn(folder: string): string | undefined {
  const file = path.join(folder, 'master.key');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

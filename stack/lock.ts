import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { StackFailure } from './failure.ts';
import { isRunning, type ProcessStamp, stampOf } from './process-stamp.ts';

function holderIn(file: string): ProcessStamp | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessStamp;
  } catch {
    return null;
  }
}

/**
 * Makes this process the only one that runs a stack on the folder.
 * @returns gives the folder free again
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  const file = path.join(dataDir, 'stack.lock');
  const holder = holderIn(file);
  if (holder && isRunning(holder)) {
    throw new StackFailure(
      `Rostrum already runs on the folder ${dataDir} (process ${holder.pid}): ` +
        'stop that one first, or choose another data folder.',
    );
  }
  // Left by a process that was killed.
  if (existsSync(file)) await rm(file, { force: true });
  try {
    await writeFile(file, JSON.stringify(stampOf(process.pid)), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new StackFailure(`Rostrum is being started on the folder ${dataDir} by another process: use that one.`);
  }
  return () => rm(file, { force: true });
}

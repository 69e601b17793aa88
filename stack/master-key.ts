import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { StackFailure } from './failure.ts';

/**
 * The key that seals personal data on this machine: 32 random bytes in base64, made once and kept in `master.key`,
 * readable by its owner only. Without it the personal fields in the ledger are lost, so it is never replaced.
 */
export async function developmentMasterKey(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'master.key');
  if (!existsSync(file)) await writeFile(file, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  await chmod(file, 0o600);
  const key = (await readFile(file, 'utf8')).trim();
  if (Buffer.from(key, 'base64').length !== 32) {
    throw new StackFailure(
      `${file} does not hold 32 bytes in base64: put the right key back, or choose another folder.`,
    );
  }
  return key;
}

/** The key that the processes of a data folder are given: the operator's, by value or by file, else the folder's own. */
export async function masterKeyFor(dataDir: string): Promise<string> {
  const { ROSTRUM_MASTER_KEY: key, ROSTRUM_MASTER_KEY_FILE: file } = process.env;
  if (key) return key;
  if (!file) return developmentMasterKey(dataDir);
  return (
    await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new StackFailure(
        `ROSTRUM_MASTER_KEY_FILE names ${file}, which cannot be read (${error.code}): correct the path.`,
      );
    })
  ).trim();
}

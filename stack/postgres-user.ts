import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { messageOf, StackFailure } from './failure.ts';

const run = promisify(execFile);

/** How a program of PostgreSQL is started: directly, or as the user that PostgreSQL insists on when we are root. */
export interface PostgresUser {
  ids: { uid?: number; gid?: number };
  /** The command line that runs `file` with `args` as that user. */
  command(file: string, args: readonly string[]): { file: string; args: string[]; uid?: number; gid?: number };
}

const OURSELVES: PostgresUser = { ids: {}, command: (file, args) => ({ file, args: [...args] }) };

async function idsOf(name: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => (await run('id', [flag, name])).stdout));
    return { uid: Number(uid), gid: Number(gid) };
  } catch {
    return null;
  }
}

async function postgresIds(): Promise<{ uid: number; gid: number }> {
  const known = await idsOf('postgres');
  if (known) return known;
  const reason = await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).then(
    () => 'useradd made no such user',
    messageOf,
  );
  const made = await idsOf('postgres');
  if (made) return made;
  throw new StackFailure(
    `PostgreSQL refuses to run as root and a user "postgres" could not be made (${reason.trim()}): ` +
      'start Rostrum as another user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** The nearest folder on the way to `target` that a user may not pass through, or null. */
function closedOnTheWay(target: string, { uid, gid }: { uid: number; gid: number }): string | null {
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    const found = existsSync(folder) ? statSync(folder) : null;
    const needs = found?.uid === uid ? 0o100 : found?.gid === gid ? 0o010 : 0o001;
    if (found && (found.mode & needs) === 0) return folder;
    if (folder === path.dirname(folder)) return null;
  }
}

/**
 * The right to pass through folders that are closed to others, and nothing more, so that a checkout or a data folder
 * under /root works without opening it to every user of the machine.
 */
const PASS_THROUGH = ['--inh-caps', '+dac_read_search', '--ambient-caps', '+dac_read_search'];

/** The group of the user `postgres`, which has to come through our folders to its own when we are root; undefined: we are not. */
export async function postgresGroup(): Promise<number | undefined> {
  return process.getuid?.() === 0 ? (await postgresIds()).gid : undefined;
}

/**
 * Who runs PostgreSQL: we ourselves, or the system user `postgres` (made when absent) when we are root.
 * @param reaches files and folders that this user must be able to reach
 */
export async function postgresUser(reaches: readonly string[]): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return OURSELVES;
  const ids = await postgresIds();
  const closed = reaches.map((target) => closedOnTheWay(target, ids)).find((folder) => folder !== null);
  if (!closed) return { ids, command: (file, args) => ({ file, args: [...args], ...ids }) };
  const become = ['--reuid', String(ids.uid), '--regid', String(ids.gid), '--clear-groups', ...PASS_THROUGH, '--'];
  try {
    await run('setpriv', [...become, 'true']);
  } catch {
    throw new StackFailure(
      `The folder ${closed} is closed to the user "postgres", as which PostgreSQL runs when Rostrum is started as root: ` +
        `run chmod o+x ${closed}, or choose another data folder.`,
    );
  }
  return { ids, command: (file, args) => ({ file: 'setpriv', args: [...become, file, ...args] }) };
}

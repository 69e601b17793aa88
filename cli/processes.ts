import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openingKeyOf } from '../db/master-key.ts';
import { FUNCTIONS, OWNER, PROCESSES, type ProcessName, WATCHERS } from '../db/rights.ts';
import type { Logins } from '../stack/postgres.ts';
import type { StackProcess } from '../stack/stack.ts';
import { EXIT, Failure, type Io } from './io.ts';

const FILES: Readonly<Record<ProcessName, string>> = {
  engine: 'workers/engine.js',
  work: 'workers/work.js',
  notices: 'workers/notices.js',
  api: 'api/server.js',
};

/** Who comes to the database of an installation: the owner, and each process as itself. */
export const LOGINS: Logins = {
  owner: OWNER,
  others: Object.values(PROCESSES),
  watchers: WATCHERS,
  functions: FUNCTIONS,
};

/**
 * The processes of an installation, as in production; their files are in the build.
 * @param devTokens whether the API takes development tokens: then anybody who reaches it is whoever they say
 * @param more what else they are told
 */
export function processesFor(
  io: Io,
  { apiPort, devTokens }: { readonly apiPort: number; readonly devTokens: boolean },
  more: Readonly<Record<string, string>> = {},
): StackProcess[] {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const built = (file: string) => {
    const script = path.join(here, '..', file);
    if (!existsSync(script))
      throw new Failure(EXIT.failure, `${script} is not there: build Rostrum with npm run build.`);
    return script;
  };
  const env = {
    ...more,
    ROSTRUM_API_PORT: String(apiPort),
    ROSTRUM_PUBLIC_URL: io.env.ROSTRUM_PUBLIC_URL ?? `http://127.0.0.1:${apiPort}`,
    ROSTRUM_DEV_TOKENS: devTokens ? 'yes' : 'no',
  };
  const files = Object.entries(FILES) as [ProcessName, string][];
  return files.map(([name, file]) => ({
    ...{ name, script: built(file), login: PROCESSES[name], env },
    // It takes no turns: what it could sign with is not in it.
    ...(name === 'notices' ? { keyOf: (master: string) => ({ ROSTRUM_OPENING_KEY: openingKeyOf(master) }) } : {}),
  }));
}

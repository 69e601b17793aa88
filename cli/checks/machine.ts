import { existsSync } from 'node:fs';
import process from 'node:process';
import { openTo } from '../../stack/closed-folder.ts';
import { isPortTaken } from '../../stack/ports.ts';
import { postgresBinaries } from '../../stack/postgres-binaries.ts';
import { temporalBinary } from '../../stack/temporal-binary.ts';
import { type Running, runningFrom } from '../installation.ts';
import { type Finding, fail, finding, ok, warn } from './finding.ts';

/** What `rostrum up` needs of this machine. */
export function nodeFinding(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  // Since these a library may be a module of the new kind, whoever asks for it.
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return ok('Node', version);
  return fail('Node', `${version} is too old`, 'install Node 20.19, 22.12 or newer');
}

export async function machineFindings(folder: string, apiPort: number): Promise<Finding[]> {
  const running = runningFrom(folder);
  const closed = existsSync(folder) ? [await folderFinding(folder)] : [];
  if (running) return [...closed, await apiFinding(running)];
  return [
    ...closed,
    await finding('PostgreSQL program', 'run npm ci again, or set DATABASE_URL', async () => {
      await postgresBinaries();
      return ok('PostgreSQL program', 'is there');
    }),
    await finding('Temporal program', 'install the Temporal CLI, or set TEMPORAL_ADDRESS', async () =>
      ok('Temporal program', await temporalBinary()),
    ),
    await portFinding(apiPort),
  ];
}

/** Whether other users of this machine may look into what an installation keeps. */
async function folderFinding(folder: string): Promise<Finding> {
  const open = await openTo(folder);
  if (!open.length) return ok('Data folder', 'is closed to other users of this machine');
  const found = `${open.length} of its files and folders are open to other users of this machine, first ${open[0]}`;
  return warn('Data folder', found, `run chmod -R go= ${folder}, or start rostrum up again, which closes them`);
}

async function portFinding(port: number): Promise<Finding> {
  if (!(await isPortTaken(port))) return ok('API port', `${port} is free`);
  return warn('API port', `${port} is taken by another program`, 'stop it, or use rostrum up --api-port PORT');
}

function apiFinding({ api }: Running): Promise<Finding> {
  return finding('API', 'look at logs/api.log in the data folder', async () => {
    const response = await fetch(`${api}/health`, { signal: AbortSignal.timeout(5_000) });
    if (response.ok) return ok('API', `answers at ${api}`);
    return fail('API', `${api}/health answers ${response.status}`, 'look at logs/api.log in the data folder');
  });
}

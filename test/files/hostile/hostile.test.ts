import { type ChildProcess, fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { built } from '../../harness/built.ts';
import { Chance } from './chance.ts';
import { FILE_DOORS } from './doors.ts';
import { MONSTERS } from './monsters.ts';
import { type HostileFile, hostileFiles } from './mutations.ts';

/**
 * `npm run test:fuzz`: every monster at every door, then files without an end for so many seconds, with other ones each time
 * unless ROSTRUM_FUZZ_SEED names the seed. Else a few of them, always the same, and nobody looks at the clock.
 */
const SECONDS = Number(process.env.ROSTRUM_FUZZ_SECONDS ?? 0);
const SEED = Number(process.env.ROSTRUM_FUZZ_SEED ?? (SECONDS ? randomInt(1_000_000) : 1));
const A_FEW = 80;

/** More than this nobody takes for one file: objects and texts in MiB, all that the process has grown by, and processor time. */
const HEAP_MB = 160;
const MOST_MB = 200;
const MOST_MS = 2_000;
const ENDLESS_MS = 120_000;

interface Told {
  readonly taken?: true;
  readonly sentences?: string;
  readonly length?: number;
  readonly failed?: string;
  readonly cpuMs: number;
  readonly mb: number;
}

let dist: string;
let folder: string;
/** Where the file lies that is read. */
let spoilt: string;
let reader: ChildProcess | undefined;
beforeAll(async () => {
  dist = await built();
  folder = await mkdtemp(path.join(tmpdir(), 'rostrum-hostile-'));
  spoilt = path.join(folder, 'file');
});
afterAll(async () => {
  reader?.kill();
  await rm(folder, { recursive: true, force: true });
});

async function readerProcess(): Promise<ChildProcess> {
  if (reader?.connected) return reader;
  const program = path.join(import.meta.dirname, 'reader-process.mjs');
  reader = fork(program, [dist], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=2', '--expose-gc'],
  });
  // One that has ended is told by its exit: what is sent to it meanwhile is lost, and fails nobody else.
  reader.on('error', () => undefined);
  await once(reader, 'message');
  return reader;
}

async function read(file: HostileFile): Promise<Told> {
  const process = await readerProcess();
  await writeFile(spoilt, file.bytes);
  const told = new Promise<Told>((resolve) => {
    const ended = (code: number | null, signal: string | null) =>
      resolve({ failed: `The process ended: ${code ?? signal}`, cpuMs: 0, mb: 0 });
    // Nobody waits for ever: what is read for minutes is read without an end.
    const endless = setTimeout(() => process.kill('SIGKILL'), ENDLESS_MS);
    process.once('exit', ended);
    process.once('message', (message) => {
      clearTimeout(endless);
      process.off('exit', ended);
      resolve(message as Told);
    });
  });
  process.send({ door: file.door, name: file.name, file: spoilt });
  return told;
}

/** What is wrong with how a file was read; null: it was taken, or a person was told what to mend. */
function faultOf({ failed, sentences, length = 0, mb, cpuMs }: Told): string | null {
  if (failed) return failed;
  if (mb > MOST_MB) return `It took ${mb.toFixed(0)} MB.`;
  if (SECONDS && cpuMs > MOST_MS) return `It took ${cpuMs.toFixed(0)} ms.`;
  if (sentences === undefined) return null;
  if (length > 1_000_000) return `It was refused in ${length} characters.`;
  const odd = sentences.split('\n').find((line) => !/^\S.{9,}/s.test(line) && line !== '');
  return odd === undefined ? null : `It was refused by "${odd.slice(0, 100)}".`;
}

const found: string[] = [];
const worst = { mb: 0, ms: 0, of: '', by: '' };

async function expectRead(file: HostileFile): Promise<void> {
  const told = await read(file);
  if (told.mb > worst.mb) Object.assign(worst, { mb: told.mb, of: `${file.door}: ${file.what}` });
  if (told.cpuMs > worst.ms) Object.assign(worst, { ms: told.cpuMs, by: `${file.door}: ${file.what}` });
  const fault = faultOf(told);
  if (!fault) return;
  found.push(`${file.door}, ${file.name}, ${file.what}: ${fault}`);
  if (SECONDS) process.stderr.write(`${found.at(-1)}\n`);
}

/** Those that took minutes once are read in every run. */
const ONCE_SLOW = /everything is wrong|slow to tell|10,000 merged/;

/** Every second one at one door, the doors in turn; in the long run each at every door. */
function monstersAt(): (readonly [door: number, monster: number])[] {
  const doors = FILE_DOORS.map((_, at) => at);
  if (SECONDS) return MONSTERS.flatMap((_, at) => doors.map((door) => [door, at] as const));
  return MONSTERS.flatMap(({ what }, at) =>
    at % 2 === 0 || ONCE_SLOW.test(what) ? [[at % doors.length, at] as const] : [],
  );
}

test('whatever somebody makes of a file, it is taken or refused in a sentence, and takes little', async () => {
  for (const [door, at] of monstersAt()) {
    const { name, what, bytes } = MONSTERS[at]!;
    await expectRead({ door: FILE_DOORS[door]!.door, name, what, bytes: bytes(FILE_DOORS[door]!) });
  }
  expect(found).toEqual([]);
});

test('every door takes what is as it should be', async () => {
  for (const { door, valid } of FILE_DOORS) {
    const told = await read({ door, name: 'x.csv', what: '', bytes: Buffer.from(`${valid}\n`) });
    expect([door, told.sentences, told.failed]).toEqual([door, undefined, undefined]);
  }
});

test('files that chance has spoilt are taken or refused in a sentence', async () => {
  const until = performance.now() + SECONDS * 1000;
  const files = hostileFiles(new Chance(SEED));
  let count = 0;
  for (const file of files) {
    await expectRead(file);
    if (found.length > 50 || (++count >= A_FEW && performance.now() >= until)) break;
  }
  if (SECONDS) process.stderr.write(`${count} files from the seed ${SEED}; most: ${JSON.stringify(worst)}\n`);
  expect(found).toEqual([]);
});

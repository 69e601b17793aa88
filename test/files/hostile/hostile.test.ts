import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { built } from '../../harness/built.ts';
import { Chance } from './chance.ts';
import { FILE_DOORS, type FileDoor } from './doors.ts';
import type { Monster } from './monster.ts';
import { MONSTERS } from './monsters.ts';
import { type HostileFile, hostileFiles } from './mutations.ts';
import { Reader, type Told } from './reader.ts';

/**
 * `npm run test:fuzz`: every monster at every door, then files without an end for so many seconds, with other ones each time
 * unless ROSTRUM_FUZZ_SEED names the seed. Else a few of them, always the same, and nobody looks at the clock.
 */
const SECONDS = Number(process.env.ROSTRUM_FUZZ_SECONDS ?? 0);
const SEED = Number(process.env.ROSTRUM_FUZZ_SEED ?? (SECONDS ? randomInt(1_000_000) : 1));
const A_FEW = 80;
/** Whoever has found so many looks at them before they look for more. */
const ENOUGH = 50;

/** More than this nobody takes for one file: MiB that the process has grown by, and ms of the processor. */
const MOST_MB = 200;
const MOST_MS = 2_000;

let dist: string;
let folder: string;
let reader: Reader;
beforeAll(async () => {
  dist = await built();
  folder = await mkdtemp(path.join(tmpdir(), 'rostrum-hostile-'));
  reader = new Reader(dist, folder);
});
afterAll(async () => {
  reader?.end();
  await rm(folder, { recursive: true, force: true });
});

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

/** Reads files one after the other, and tells of each that was not read as it should be, and where it lies to be read again. */
class Hunt {
  readonly found: string[] = [];
  readonly #most = { mb: 0, of: '', cpuMs: 0, by: '' };
  #count = 0;

  async read(file: HostileFile): Promise<void> {
    this.#count += 1;
    const told = await reader.read(file);
    const what = `${file.door}: ${file.what}`;
    if (told.mb > this.#most.mb) Object.assign(this.#most, { mb: Math.round(told.mb), of: what });
    if (told.cpuMs > this.#most.cpuMs) Object.assign(this.#most, { cpuMs: Math.round(told.cpuMs), by: what });
    const fault = faultOf(told);
    if (!fault) return;
    const kept = path.join(tmpdir(), `rostrum-monster-${SEED}-${this.found.length + 1}-${file.name}`);
    await writeFile(kept, file.bytes);
    this.found.push(`${what} (file ${this.#count} of the seed ${SEED}, ${kept}): ${fault}`);
    if (SECONDS) process.stderr.write(`${this.found.at(-1)}\n`);
  }

  tell(): void {
    if (SECONDS)
      process.stderr.write(`${this.#count} files of the seed ${SEED}; most: ${JSON.stringify(this.#most)}\n`);
  }
}

/**
 * Every third one at one door, the doors in turn, and each at the door at which it once did harm; in the long run each at
 * every door, and those that are the same at every door at this one and three others.
 */
function monstersAt(): (readonly [FileDoor, Monster])[] {
  const chance = new Chance(SEED);
  return MONSTERS.flatMap((monster, at) => {
    const some = new Set([monster.once, ...[1, 2, 3].map(() => chance.of(FILE_DOORS).door)]);
    const here = FILE_DOORS.filter(({ door }, n) => {
      if (SECONDS > 0) return !monster.alike || some.has(door);
      return monster.once === undefined ? at % 3 === 0 && at % FILE_DOORS.length === n : monster.once === door;
    });
    return here.map((door) => [door, monster] as const);
  });
}

test('whatever somebody makes of a file, it is taken or refused in a sentence, and takes little', async () => {
  const hunt = new Hunt();
  for (const [door, { name, what, bytes }] of monstersAt()) {
    await hunt.read({ door: door.door, name, what, bytes: bytes(door) });
  }
  hunt.tell();
  expect(hunt.found).toEqual([]);
}, 3_600_000);

test('every door takes what is as it should be', async () => {
  for (const { door, valid } of FILE_DOORS) {
    const told = await reader.read({ door, name: 'x.csv', what: '', bytes: Buffer.from(`${valid}\n`) });
    expect([door, told.sentences, told.failed]).toEqual([door, undefined, undefined]);
  }
});

test(
  'files that chance has spoilt are taken or refused in a sentence',
  async () => {
    const until = performance.now() + SECONDS * 1000;
    const hunt = new Hunt();
    let count = 0;
    for (const file of hostileFiles(new Chance(SEED))) {
      await hunt.read(file);
      if (hunt.found.length >= ENOUGH || (++count >= A_FEW && performance.now() >= until)) break;
    }
    hunt.tell();
    expect(hunt.found).toEqual([]);
  },
  SECONDS * 1000 + 600_000,
);

test('a file of which its reader dies is told, and hides none of those that come after it', async () => {
  const poor = new Reader(dist, folder, 40);
  const [, text] = FILE_DOORS[0]!.valid.split('\n');
  const read = (rows: number) => {
    const bytes = Buffer.from(`${FILE_DOORS[0]!.valid}\n${`${text}\n`.repeat(rows)}`);
    return poor.read({ door: FILE_DOORS[0]!.door, name: 'x.csv', what: '', bytes });
  };
  try {
    expect((await read(140_000)).failed).toBe('The reader died for want of memory (40 MiB).');
    expect((await read(1)).sentences).toMatch(/is in line 2 already/);
  } finally {
    poor.end();
  }
});

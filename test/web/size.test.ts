import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from '@jest/globals';
import { built } from '../harness/built.ts';

/** What a browser loads of script before it shows a first page, and what any other page may add, in bytes of gzip. */
const FIRST = 200_000;
const MORE = 60_000;

const DESK = 'src/app/desk.tsx';

/** Where people come to first: from a letter, by signing in, and by the address alone. */
const LANDINGS = [
  ...['session/pages/go', 'session/pages/sign-in', 'overview/pages/overview'].map((page) => `src/features/${page}.tsx`),
  DESK,
];

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

let manifest: Record<string, Chunk>;
let folder: string;

beforeAll(async () => {
  folder = path.join(await built(), 'web');
  manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
});

/** What has to be there before a chunk runs, itself included. */
function closure(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of manifest[name]!.imports ?? []) closure(other, found);
  return found;
}

const size = (names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, manifest[name]!.file))).length, 0);

test('the first page and every further one stay small', () => {
  const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry)!;
  const words = (name: string) => `src/words/zh-CN/${name}.json`;
  const first = new Set([entry, ...['app', 'format', 'ui'].map(words)].flatMap((name) => [...closure(name)]));
  const more = Object.fromEntries(
    Object.keys(manifest)
      .filter((name) => name === DESK || (name.startsWith('src/features/') && name.includes('/pages/')))
      .map((name) => {
        const whole = [...closure(name), ...closure(words(name === DESK ? 'desk' : name.split('/')[2]!))];
        return [name, size(whole.filter((part) => !first.has(part)))];
      }),
  );
  expect(Object.keys(more).length).toBeGreaterThan(3);
  expect(Object.entries(more).filter(([, bytes]) => bytes > MORE)).toEqual([]);
  const landings = LANDINGS.map((name) => [name, size(first) + more[name]!] as const);
  for (const [name, bytes] of landings) process.stderr.write(`${name} ${Math.round(bytes / 1000)} kB\n`);
  expect(landings.filter(([, bytes]) => !(bytes < FIRST))).toEqual([]);
});

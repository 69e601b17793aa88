import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = path.join(import.meta.dirname, '..', '..');
/** What refuses in a sentence of its own, in English alone, and not by the key of one in `contracts/refusals/`. */
const IN_ENGLISH =
  /\breject\('[a-z-]+', ['`]|\bnew (?:Problem|Refused)\(\s*['`{]|\baccepted: false,\s*code: '|\bnew EvidenceRefused\(/g;

test('no refusal is said in English alone', async () => {
  const folders = ['domain', 'access', 'engine', 'views', 'api', 'files/evidence'];
  const found = await Promise.all(
    folders.map(async (folder) => {
      const files = await readdir(path.join(ROOT, folder), { recursive: true });
      return files.filter((file) => file.endsWith('.ts')).map((file) => `${folder}/${file}`);
    }),
  );
  const counted = found.flat().flatMap((file) => {
    const source = readFileSync(path.join(ROOT, file), 'utf8');
    const times = source.match(IN_ENGLISH)?.length ?? 0;
    return times ? [[file, times] as const] : [];
  });
  expect(Object.fromEntries(counted)).toEqual({ 'files/evidence/refused.ts': 1 });
});

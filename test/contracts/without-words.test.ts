import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = path.join(import.meta.dirname, '..', '..');
/** What refuses in a sentence of its own, in English alone, and not by the key of one in `contracts/refusals/`. */
const IN_ENGLISH =
  /\breject\(\s*(?:'[\w-]+'|refusal\.code),|\bnew (?:Problem|Refused)\(|(?<!const )\bnotFound\(|\baccepted: false,\s*code: '/g;

/** How many there are left by file. It may shrink, and then so does this list; a new refusal gets its key. */
const LEFT: Readonly<Record<string, number>> = {
  'domain/cycle/compiling/compiling.ts': 2,
  'domain/cycle/compiling/limits.ts': 1,
  'domain/cycle/compiling/resources.ts': 1,
  'domain/cycle/execution/changes.ts': 1,
  'domain/cycle/needs/needs.ts': 4,
  'domain/cycle/opening.ts': 2,
  'domain/cycle/sourcing/choice.ts': 1,
  'domain/cycle/steering.ts': 1,
  'domain/offering/changes.ts': 1,
  'domain/offering/opening.ts': 1,
  'domain/organisation/decide.ts': 2,
  'domain/organisation/import.ts': 1,
  'domain/procedure/opening.ts': 1,
  'domain/procedure/steering.ts': 1,
  'domain/round/holders.ts': 1,
  'domain/selection/criteria.ts': 1,
  'domain/selection/objections.ts': 1,
  'domain/selection/officials.ts': 2,
  'domain/selection/opening.ts': 2,
  'domain/selection/ranking.ts': 1,
  'domain/selection/reviewers.ts': 1,
  'domain/turn/turn.ts': 1,
  'engine/guards.ts': 1,
  'views/cycle/plan.ts': 1,
  'views/refused.ts': 2,
  'views/selection/explanation.ts': 1,
  'api/errors.ts': 2,
  'api/no-request.ts': 2,
  'api/problem.ts': 2,
  'api/routes/files.ts': 2,
  'api/routes/what-if.ts': 1,
  'api/tables.ts': 1,
};

test('no refusal is said in English alone but those that were', async () => {
  const folders = ['domain', 'access', 'engine', 'views', 'api'];
  const found = await Promise.all(
    folders.map(async (folder) => {
      const files = await readdir(path.join(ROOT, folder), { recursive: true });
      return files.filter((file) => file.endsWith('.ts')).map((file) => `${folder}/${file}`);
    }),
  );
  const counted = found.flat().flatMap((file) => {
    const times = readFileSync(path.join(ROOT, file), 'utf8').match(IN_ENGLISH)?.length ?? 0;
    return times ? [[file, times] as const] : [];
  });
  expect(Object.fromEntries(counted)).toEqual(LEFT);
});

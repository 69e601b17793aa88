import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { codeOfProblem, PROBLEMS, problemType } from '../../contracts/problems.ts';

// Those that refuse by a key are held by the test of refusals.
test('every code that a sentence of its own carries is in the table', () => {
  const codes = new Set<string>();
  for (const folder of ['domain', 'activities']) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const source = readFileSync(path.join(folder, file), 'utf8');
      for (const [, code] of source.matchAll(/\brefused\(\s*'([a-z-]+)'/g)) codes.add(code!);
    }
  }
  expect([...codes].filter((code) => !(code in PROBLEMS))).toEqual([]);
});

test('a type leads back to its code', () => {
  expect(codeOfProblem(problemType('not-yours'))).toBe('not-yours');
  expect(codeOfProblem('https://rostrum.example.com/problems/too-late')).toBe('too-late');
  expect(codeOfProblem('about:blank')).toBeUndefined();
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { hasOrderWords } from '../../notices/templates/refused-order.ts';

test('there are words for everything that a procedure orders', () => {
  const files = ['procedure', 'selection', 'cycle', 'offering'].flatMap((kind) =>
    readdirSync(`domain/${kind}`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`domain/${kind}/${file}`, 'utf8')),
  );
  const types = files.flatMap((s) => [...s.matchAll(/\border\(\s*[^,]+,\s*'([a-zA-Z]+)'/g)].map((m) => m[1]!));
  expect(new Set(types).size).toBeGreaterThan(10);
  expect([...new Set(types)].filter((type) => !hasOrderWords(type))).toEqual([]);
});

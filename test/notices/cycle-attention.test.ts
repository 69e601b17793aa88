import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { hasAttentionWords } from '../../notices/templates/cycle-attention.ts';

test('there are words for everything that a cycle tells operations to attend to', () => {
  const sources = readdirSync('domain/cycle', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`domain/cycle/${file}`, 'utf8'));
  const codes = sources.flatMap((s) => [...s.matchAll(/alarm\(\s*state,\s*'([a-z-]+)'/g)].map((m) => m[1]!));
  expect(codes.length).toBeGreaterThan(10);
  expect([...new Set(codes)].filter((code) => !hasAttentionWords(code))).toEqual([]);
});

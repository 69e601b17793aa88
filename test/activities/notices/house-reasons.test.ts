import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { reasonWords, sayReason } from '../../../activities/notices/house-reasons.ts';
import { HOUSE_REASONS, HouseReason, house } from '../../../contracts/reasons.ts';

const domain = path.join(import.meta.dirname, '../../../domain');
const sources = readdirSync(domain, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join(domain, file), 'utf8'))
  .join('\n');

test.each(HOUSE_REASONS)('the engine’s reason %s is given somewhere, and said in both languages', (code) => {
  expect(sources).toContain(`'${code}'`);
  expect(sayReason(house(code, 'C-001'), 'en')).toMatch(/^[A-Z][^{}]+$/);
  expect(sayReason(house(code, 'C-001'), 'zh-CN')).toMatch(/^[^{}]*\p{Script=Han}[^{}]*$/u);
});

test('no order gives its reason as a sentence, which only one language has', () => {
  expect(sources.match(/\breason(: | = )(\w+ \? )?['`][A-Z][^'`]* [^'`]*/g) ?? []).toEqual([]);
});

test('a reason is said as people wrote it, and the engine’s in the reader’s language', () => {
  expect(reasonWords('The hall was closed.', 'zh-CN')).toBe('The hall was closed.');
  expect(reasonWords(house('change-request', 'C-007'), 'zh-CN')).toBe('变更申请 C-007');
  expect([null, '', { code: 'nothing-of-ours' }].map((r) => reasonWords(r, 'en'))).toEqual([null, null, null]);
});

test('a code is one of ours, or none', () => {
  expect(HouseReason.safeParse({ code: 'date-moved', of: 'E1' }).success).toBe(false);
  expect(HouseReason.safeParse({ code: 'constructor' }).success).toBe(false);
});

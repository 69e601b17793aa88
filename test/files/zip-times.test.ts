import { expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { xlsxOf } from '../../files/sheet.ts';
import { withoutTimes } from '../../files/zip-times.ts';

const PARTS = { 'a.xml': strToU8('<a/>'), 'b/c.xml': strToU8('<c>'.repeat(500)) };
const at = (mtime: string) => Buffer.from(zipSync(PARTS, { mtime }));

test('the same parts are the same bytes, whenever they were put together', () => {
  const [one, other] = [at('2027-03-01T09:00:00'), at('2031-12-31T23:59:00')];
  expect(one.equals(other)).toBe(false);
  expect(withoutTimes(one).equals(withoutTimes(other))).toBe(true);
  expect(unzipSync(withoutTimes(one))).toEqual(unzipSync(one));
});

test('a workbook has no times', async () => {
  const bytes = Buffer.from(await xlsxOf({ columns: ['a'], rows: [{ a: '1' }] }));
  expect(withoutTimes(bytes).equals(bytes)).toBe(true);
});

test('what is no ZIP file stays as it is', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from('%PDF-1.7'), Buffer.alloc(100)]) {
    expect(withoutTimes(bytes)).toBe(bytes);
  }
});

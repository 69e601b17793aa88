import { expect, test } from '@jest/globals';
import { printRanking } from '../../documents/ranking.ts';
import { pagesOf, textOf } from './pdf-text.ts';

const report = {
  title: '2027 年内训师选拔：排序',
  company: '华信精密有限公司',
  method: 'Mean of all reviewers per criterion, weighted by the frozen criteria.',
  issuedOn: '2027-03-26',
  locale: 'en' as const,
  columns: [
    { heading: 'Rank', align: 'right' as const },
    { heading: 'Name' },
    { heading: 'Score', align: 'right' as const },
  ],
  rows: [
    [1, '诸葛晨曦', '8.75'],
    [2, 'Zoë Müller-Łukasz', null],
  ],
  footnotes: ['A dash is a missing value, never 0.'],
  digest: 'a3f1',
};

test('title, method, rows and footnotes can be read; a missing value is a dash', async () => {
  const text = textOf(await printRanking(report));
  for (const part of [report.title, 'weighted by', '1诸葛晨曦', 'Zoë Müller-Łukasz', '8.75', '–', 'never 0.', 'a3f1']) {
    expect(text.replace(/ (?=诸)/g, '')).toContain(part);
  }
  expect(text).toContain('Page 1 of 1');
});

test('a long ranking repeats its headings on every page, and equal input gives equal bytes', async () => {
  const rows = Array.from({ length: 120 }, (_, i) => [i + 1, `Applicant ${i + 1}`, '5.00']);
  const pdf = await printRanking({ ...report, rows });
  expect(pagesOf(pdf)).toBeGreaterThan(2);
  expect(textOf(pdf).match(/Score/g)).toHaveLength(pagesOf(pdf));
  expect((await printRanking({ ...report, rows })).equals(pdf)).toBe(true);
});

test('a row of another length than the headings is named', async () => {
  await expect(
    printRanking({
      ...report,
      rows: [
        [1, 'A', '5'],
        [2, 'B'],
      ],
    }),
  ).rejects.toThrow('Row 2 of the ranking has 2 values for 3 columns.');
});

test.each(['محمد حداد', 'श्रीनिवास', 'Ada 🦉', 'W'.repeat(300), '\u{2A6D0}\u202e\ud83d', '__proto__'])(
  'is printed whatever people are called: %p',
  async (name) => {
    const pdf = await printRanking({ ...report, title: name, company: name, method: name, rows: [[1, name, '8.75']] });
    expect(textOf(pdf)).toContain('8.75');
  },
);

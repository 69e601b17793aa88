import { expect, test } from '@jest/globals';
import { daysInWords } from '../../web/src/format/date.ts';

test.each([
  [['2027-06-14'], '14 Jun 2027', '2027年6月14日'],
  [['2027-01-05', '2027-01-06', '2027-01-12'], '5–6 Jan, 12 Jan 2027', '2027年1月5–6日、1月12日'],
  [['2027-01-30', '2027-01-31', '2027-02-01'], '30 Jan – 1 Feb 2027', '2027年1月30日 – 2月1日'],
  [
    ['2026-12-14', '2026-12-31', '2027-01-01', '2027-01-11'],
    '14 Dec, 31 Dec 2026 – 1 Jan, 11 Jan 2027',
    '2026年12月14日、12月31日 – 2027年1月1日、1月11日',
  ],
  [['2026-12-14', '2027-01-11'], '14 Dec 2026, 11 Jan 2027', '2026年12月14日、2027年1月11日'],
  [[], '–', '–'],
])('days %j are said with their gaps and years', (days, en, zh) => {
  const said = (language: 'en' | 'zh-CN', now?: string) =>
    daysInWords({ language }, days, now).replaceAll('\u00a0', ' ').replaceAll('\u2060', '');
  expect([said('en'), said('zh-CN')]).toEqual([en, zh]);
  // Of this year it is not said.
  const own = days.every((day) => day.startsWith('2027'));
  expect([said('en', '2027-03-01'), said('zh-CN', '2027-03-01')]).toEqual(
    own ? [en.replace(' 2027', ''), zh.replace('2027年', '')] : [en, zh],
  );
});

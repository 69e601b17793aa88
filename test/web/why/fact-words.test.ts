import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { createInstance } from 'i18next';
import { factInWords } from '../../../web/src/features/why/parts/fact-words.ts';

const NOW = Date.parse('2027-03-01T09:00:00+08:00');

async function speaking(language: 'en' | 'zh-CN') {
  const why = JSON.parse(readFileSync(`web/src/words/${language}/why.json`, 'utf8'));
  const words = createInstance();
  await words.init({ lng: language, resources: { [language]: { translation: { why } } } });
  const reader = { language, timeZone: 'Asia/Shanghai' } as const;
  const events = { names: { E1: '王敏' }, called: {}, currency: 'CNY' };
  return (key: string, value: number | string) =>
    factInWords({ t: words.t, reader, now: NOW, events }, key, value).replaceAll('\u00a0', ' ');
}

test('sums are told in their currency, codes by a word, and the year of an instant where it is not this one', async () => {
  const [en, zh] = [await speaking('en'), await speaking('zh-CN')];
  expect([en('amount', 272_000), zh('cost', 272_050), en('level', 50)]).toEqual(['2,720 CNY', '2,720.50 元', '50']);
  expect([en('stage', 'follow-up'), zh('stage', 'commitments'), zh('source', 'coaching')]).toEqual([
    'Follow-up',
    '资源承诺',
    '在岗辅导',
  ]);
  expect([zh('answer', 'deemed'), zh('state', 'signed'), zh('standing', 'reserve'), zh('state', 'odd')]).toEqual([
    '视为同意',
    '已签字',
    '候补',
    'odd',
  ]);
  expect(en('until', NOW)).toBe('Mon 1 Mar 09:00');
  expect(en('until', Date.parse('2026-12-01T09:00:00+08:00'))).toBe('Tue 1 Dec 2026 09:00');
  expect(zh('person', 'E1')).toBe('王敏');
});

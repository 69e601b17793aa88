import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printCertificate } from '../../documents/certificate.ts';
import { printCourseCertificate } from '../../documents/course-certificate.ts';
import { runsOf } from '../../documents/runs.ts';
import { pagesOf, textOf } from './pdf-text.ts';

const input = {
  name: '诸葛晨曦',
  selectionTitle: { en: 'Internal trainers 2027', 'zh-CN': '2027 年内训师选拔' },
  company: { en: 'Huaxin Precision Co., Ltd.', 'zh-CN': '华信精密有限公司' },
  department: { en: 'Quality Department', 'zh-CN': '质量部' },
  termFrom: '2027-04-01',
  termTo: '2029-03-31',
  number: 'NX-2027-0017',
  issuedOn: '2027-03-26',
  locale: 'zh-CN',
  signatories: [
    { name: '欧阳娜娜', title: { en: 'Head of Human Resources', 'zh-CN': '人力资源总监' } },
    { name: 'Zoë Müller-Łukasz', title: { en: 'Managing Director', 'zh-CN': '总经理' } },
  ],
  verifyCode: '7f3a-91c2-04be',
} as const;
const certificate = (more: object = {}) => printCertificate({ ...input, signatories: [...input.signatories], ...more });

test('both languages, names, term, number and code can be read on one page', async () => {
  const pdf = await certificate();
  const text = textOf(pdf);
  for (const part of [
    '内训师聘书',
    'Certificate of Appointment',
    '诸葛晨曦',
    '欧阳娜娜',
    'Zoë Müller-Łukasz',
    '聘期自 2027年4月1日 至 2029年3月31日',
    'for the term from 1 April 2027 to 31 March 2029',
    'NX-2027-0017',
    '7f3a-91c2-04be',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain('\ufffd');
  expect(pagesOf(pdf)).toBe(1);
});

test.each(['Zoë Müller-Łukasz', '欧阳娜娜', 'Łucja 阿依古丽·买买提', 'Nguyễn Thị Ánh', 'Ελένη Иванова'])(
  'the name %s has a sign for every character',
  async (name) => expect(textOf(await certificate({ name }))).toContain(name),
);

test('the first language is the one asked for, and both are there', async () => {
  const text = textOf(await certificate({ locale: 'en' }));
  expect(text.indexOf('Certificate of Appointment')).toBeLessThan(text.indexOf('内训师聘书'));
});

test('the fonts are subsets: the file is small', async () => {
  expect((await certificate()).length).toBeLessThan(60_000);
});

test('the same input gives the same bytes, another name gives others', async () => {
  const first = await certificate();
  expect((await certificate()).equals(first)).toBe(true);
  expect((await certificate({ name: '诸葛晨光' })).equals(first)).toBe(false);
});

test('very long names and titles stay on one page, whole', async () => {
  const name = `${'Maria Theresia Wilhelmina '.repeat(3)}von Świętokrzyska`;
  const selectionTitle = '内训师选拔与培养计划'.repeat(20);
  const pdf = await certificate({ name, selectionTitle });
  expect(pagesOf(pdf)).toBe(1);
  expect(textOf(pdf).replace(/\s/g, '')).toContain(name.replace(/\s/g, ''));
});

test('the longest names, titles and numbers that there can be stay on one page', async () => {
  for (const letter of ['W', 'ﷺ', '森', '👩‍👩‍👧', 'क्ष्']) {
    const most = (length: number) => letter.repeat(length).slice(0, length);
    const pdf = await certificate({
      name: most(200),
      selectionTitle: { en: most(400), 'zh-CN': most(400) },
      company: { en: most(200), 'zh-CN': most(200) },
      department: { en: most(200), 'zh-CN': most(200) },
      number: 'N'.repeat(170),
      signatories: [1, 2, 3, 4].map(() => ({ name: most(200), title: { en: 'Chair of the panel', 'zh-CN': '组长' } })),
    });
    expect([letter, pagesOf(pdf)]).toEqual([letter, 1]);
  }
});

test.each([
  ['Thai', 'สมชาย ใจดี'],
  ['Hangul', '김철수'],
  ['Hangul in parts', '김철수'.normalize('NFD')],
  ['Ethiopic, in pixels', 'ሰላም በቀለ'],
  ['Japanese', '髙橋さくら'],
  ['an emoji', 'Ada 🦉'],
  ['combining marks', 'Ọlá Ṣẹ́gun Q̃́ẍ̣'],
  ['a rare character', '李㛃 堃'],
])('%s has a sign for every character', async (_, name) => {
  const text = textOf(await certificate({ name })).normalize('NFC');
  expect(text.replace(/\s/g, '')).toContain(name.normalize('NFC').replace(/\s/g, ''));
  expect(text).not.toContain('□');
});

test.each([
  ['Arabic', 'محمد حداد'],
  ['Arabic and Latin', 'محمد بن علي Haddad'],
  ['Hebrew', 'שרה לוי'],
  ['Devanagari', 'श्रीनिवास क्षत्रिय'],
  ['a family of one sign', 'Ada 👩‍👩‍👧‍👦'],
])('%s is set by the rules of its script, with all its letters', async (_, name) => {
  const text = textOf(await certificate({ name }));
  const sorted = (of: string) => [...new Set(of.replace(/[\s\u200d]/g, ''))].sort().join('');
  const shown = new Set(text);
  expect([...sorted(name)].filter((c) => !shown.has(c))).toEqual([]);
  expect(text).not.toContain('□');
});

test('words from right to left stand in their order, on each line', () => {
  const shown = (text: string) =>
    runsOf(text)
      .map((run) => run.text)
      .join('');
  expect(shown('محمد بن علي')).toBe('علي بن محمد');
  expect(shown('Dr. שרה כהן-לוי, Haifa')).toBe('Dr. לוי-כהן שרה, Haifa');
  expect(shown('שרה 12 לוי')).toBe('לוי 12 שרה');
  expect(shown('שרה לוי\nרות לוי')).toBe('לוי שרה\nלוי רות');
});

test('what no font has is a box, and what only hides or turns round what others see is left out', async () => {
  const name = 'Ada \u{2F800}\u{E0041}\u202Egnp\u202C \u{10FFFF}\ud800';
  const text = textOf(await certificate({ name }));
  expect(text).toMatch(/Ada \S+gnp/);
  expect(
    runsOf('a\u202eb\u0000c\ud800')
      .map((run) => run.text)
      .join(''),
  ).toBe('ab c\ufffd');
  expect(
    runsOf('𐌰𞤀𠀋')
      .map((run) => run.text)
      .join(''),
  ).toMatch(/^[𐌰𞤀𠀋□]{3}$/u);
  expect(textOf(await certificate({ name: 'X \u{2A6D0}' }))).toContain('□');
});

test('any name that Unicode allows is printed, and what can be read simply can be read back', async () => {
  const name = fc
    .oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    )
    .filter((text) => text.trim() !== '');
  await fc.assert(
    fc.asyncProperty(name, fc.constantFrom('en', 'zh-CN'), async (text, locale) => {
      const pdf = await certificate({ name: text, locale });
      expect(pagesOf(pdf)).toBe(1);
      const shown = textOf(pdf).normalize('NFC').replace(/\s/g, '');
      const simple = text.normalize('NFC').match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]{2,}/gu) ?? [];
      for (const word of simple) if (/^[0-z\u00c0-\u04ff]+$/.test(word)) expect(shown).toContain(word);
    }),
    { numRuns: 8 },
  );
});

test('the certificate of a course says which, when, how long, and the score where there was a test', async () => {
  const { name, company, number, issuedOn, locale, signatories, verifyCode } = input;
  const sheet = { name, company, number, issuedOn, locale, signatories: [...signatories], verifyCode };
  const course = { en: 'Reading data', 'zh-CN': '数据解读' };
  const given = { ...sheet, course, from: '2027-03-03', to: '2027-03-04', hours: 14 };
  const tested = textOf(await printCourseCertificate({ ...given, score: 85 }));
  for (const part of [
    '结业证书',
    'Certificate of Completion',
    '诸葛晨曦',
    '于 2027年3月3日 至 2027年3月4日',
    '测试成绩 85 分',
    'from 3 March 2027 to 4 March 2027, 14 hours in all, and has passed its test with 85 of 100.',
  ])
    expect(tested).toContain(part);
  const untested = await printCourseCertificate({ ...given, to: given.from, score: null });
  expect(textOf(untested)).toContain('on 3 March 2027, 14 hours in all, and has completed it.');
  expect(pagesOf(untested)).toBe(1);
});

import { expect, test } from '@jest/globals';
import { printCertificate } from '../../documents/certificate.ts';
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

test('a character that no font has is named instead of being shown as a box', async () => {
  await expect(certificate({ name: 'Ada 🦉' })).rejects.toThrow(
    'No font of the documents has "🦉" (U+1F989) in "Ada 🦉"',
  );
});

import { expect, test } from '@jest/globals';
import { Form } from '../../../contracts/form.ts';
import { faultOf } from '../../../domain/round/answer.ts';
import { company } from '../selection/company.ts';

const label = { en: 'Field', 'zh-CN': '字段' };
const formOf = (field: object) => Form.parse({ fields: [{ key: 'it', label, ...field }] });
const fault = (field: object, it: unknown) => faultOf(formOf(field), { it } as never, company())?.detail ?? null;

test.each(['2027-02-30', '2027-02-29', '2027-04-31', '0000-01-01', '9999-12-31', '1899-12-31', ' '])(
  '%s is no day to answer with',
  (day) => expect(fault({ kind: 'date' }, day)).not.toBeNull(),
);

test('29 February of a leap year is a day', () => expect(fault({ kind: 'date' }, '2028-02-29')).toBeNull());

test.each(['', '  \n ', '\u200b\u2060', '\u3000'])('blanks %j do not answer a required text', (text) => {
  expect(fault({ kind: 'text', minLength: 0, maxLength: 100 }, text)).toContain('is not answered');
  expect(fault({ kind: 'text', required: false }, text)).toBeNull();
});

test('nobody does not answer a required choice of people', () => {
  expect(fault({ kind: 'people', max: 3 }, [])).toContain('is not answered');
  expect(fault({ kind: 'people', max: 3, required: false }, [])).toBeNull();
});

test.each([
  ['people', { kind: 'people', max: 3 }, ['D2-1', 'D9-9'], 'there is no employee D9-9'],
  ['people among ids', { kind: 'ids', from: 'people' }, ['constructor'], 'there is no employee constructor'],
  ['needs', { kind: 'ids', from: 'needs' }, ['N-00001', 'N-00001\ufffd'], 'is no need'],
  ['a list', { kind: 'ids', from: ['O-001', 'O-002'] }, ['toString'], 'name O-001, O-002.'],
  ['an empty list', { kind: 'ids', from: [] }, ['O-001'], 'name nothing.'],
])('ids of %s that are none are refused', (_, field, it, sentence) => expect(fault(field, it)).toContain(sentence));

test.each([
  { kind: 'people', max: 3 },
  { kind: 'ids', from: 'people' },
  { kind: 'ids', from: 'needs' },
  { kind: 'ids', from: ['O-001'] },
])('words in the place of an id are not repeated in the refusal: %j', (field) => {
  const words = 'Ann Lee has cancer';
  expect(fault(field, [words])).toContain('…');
  expect(fault(field, [words])).not.toContain(words);
  expect(faultOf(formOf(field), { [words]: 1 } as never, company())?.detail).not.toContain(words);
});

test.each([
  ['people', { kind: 'people', max: 3 }, ['D2-1', 'D3-1']],
  ['needs', { kind: 'ids', from: 'needs' }, ['N-00001']],
  ['a list', { kind: 'ids', from: ['O-001', 'O-002'] }, ['O-002', 'O-001']],
  ['a list, none of it', { kind: 'ids', from: ['O-001'] }, []],
])('ids of %s that there are answer', (_, field, it) => expect(fault(field, it)).toBeNull());

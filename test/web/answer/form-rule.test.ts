import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDay } from '../../../contracts/day.ts';
import { Answer, type Field, Form } from '../../../contracts/form.ts';
import { Day } from '../../../contracts/organisation.ts';
import { faultOf } from '../../../domain/round/answer.ts';
import type { Content } from '../../../web/src/features/answer/store/draft.ts';
import { answerOf, faultsOf } from '../../../web/src/features/answer/store/faults.ts';

const KEYS = ['a', 'b', 'c', 'd'];
const label = (key: string) => ({ en: `Question ${key}`, 'zh-CN': `问题 ${key}` });
const words = fc.constantFrom(
  '',
  ' ',
  '\u200b',
  'x',
  'yes',
  'no',
  '长一点的文字',
  ' a text with blanks around it ',
  'x'.repeat(30),
);
const days = fc.constantFrom(
  '2027-03-15',
  '2027-02-29',
  '2028-02-29',
  '1899-12-31',
  '2100-12-31',
  '2027-3-5',
  '2027-13-01',
);

const form = fc
  .tuple(
    ...KEYS.map((key) =>
      fc.record({
        kind: fc.constantFrom('score', 'choice', 'text', 'flag', 'date', 'ids'),
        required: fc.boolean(),
        when: fc.option(
          fc.record({
            field: fc.constantFrom(...KEYS.filter((other) => other !== key)),
            equals: fc.oneof(words, fc.boolean()),
          }),
        ),
        step: fc.constantFrom(0.5, 1),
        most: fc.integer({ min: 1, max: 3 }),
        least: fc.integer({ min: 0, max: 5 }),
      }),
    ),
  )
  .map((fields) =>
    Form.parse({
      fields: fields.map(({ kind, required, when, step, most, least }, i) => ({
        ...{ key: KEYS[i], label: label(KEYS[i]!), kind, required },
        ...(when ? { requiredWhen: when } : {}),
        ...{ min: 1, max: kind === 'ids' ? most : 5, step, options: [{ value: 'yes', label: label('yes') }] },
        ...{ minLength: least, maxLength: 10, from: ['M-1', 'M-2', 'M-3', 'M-4'] },
      })),
    }),
  );

const value = fc.oneof(
  fc.constantFrom(0, 1, 1.25, 2.5, 5, 6),
  words,
  days,
  fc.boolean(),
  fc.constant(null),
  fc.subarray(['M-1', 'M-2', 'M-3', 'M-4']),
);
const content: fc.Arbitrary<Content> = fc
  .tuple(...KEYS.map(() => fc.option(value, { nil: undefined })))
  .map((values) => Object.fromEntries(KEYS.flatMap((key, i) => (values[i] === undefined ? [] : [[key, values[i]]]))));

test('whoever writes an answer is told before what they would be refused for, and nothing else', () => {
  fc.assert(
    fc.property(form, content, (asked, written) => {
      const [told] = faultsOf(asked.fields, written);
      const refused = faultOf(asked, Answer.parse(answerOf(asked.fields, written)));
      expect(refused?.because?.key).toBe(told && `answer-invalid/${told.fault}`);
      expect(refused?.because?.facts.label).toEqual(told && label(told.key));
    }),
    { numRuns: 2_000 },
  );
});

test('what nobody is asked keeps nobody from sending the rest', () => {
  const fields: Field[] = Form.parse({
    fields: [
      { key: 'a', label: label('a'), kind: 'flag' },
      {
        ...{ key: 'b', label: label('b'), kind: 'text', minLength: 5, required: false },
        requiredWhen: { field: 'a', equals: true },
      },
    ],
  }).fields;
  expect(faultsOf(fields, { a: false, b: 'shrt' })).toEqual([]);
  expect(faultsOf(fields, { a: true, b: 'shrt' })).toEqual([{ key: 'b', fault: 'too-short' }]);
});

test('a day is one wherever it is read', () => {
  const parts = fc.tuple(
    fc.integer({ min: 1890, max: 2110 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  );
  const two = (n: number) => String(n).padStart(2, '0');
  fc.assert(
    fc.property(parts, ([y, m, d]) => {
      const text = `${y}-${two(m)}-${two(d)}`;
      expect(isDay(text)).toBe(Day.safeParse(text).success);
    }),
    { numRuns: 2_000 },
  );
});

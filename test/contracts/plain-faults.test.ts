import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { faultInWords } from '../../contracts/fault-words.ts';
import { fieldInWords } from '../../contracts/field-words.ts';
import { plainFault } from '../../contracts/plain-faults.ts';
import { faultInChinese } from '../../contracts/plain-faults-zh-cn.ts';
import { say } from '../../contracts/refusals/say.ts';
import { cellFaultInChinese, tableFaultInChinese } from '../../contracts/table-faults-zh-cn.ts';
import { line } from '../../contracts/text.ts';
import { unknownField } from '../../contracts/unknown-fields.ts';

const told = (schema: z.ZodType, value: unknown): string => schema.safeParse(value).error!.issues[0]!.message;
const OneOf = z.discriminatedUnion('by', [z.object({ by: z.literal('a') }), z.object({ by: z.literal('b') })]);

test.each<[string, z.ZodType, unknown]>([
  ['is missing', z.string(), undefined],
  ['is missing', z.enum(['a', 'b']), undefined],
  ['is missing', z.union([z.string(), z.number()]), undefined],
  ['is a number, 9; write it in quotes, as in "00042" or "0.2"', z.string(), 9],
  ['is a text; write the number without quotes', z.number(), '9'],
  ['must be a text', z.string(), null],
  ['must be a number', z.number(), Number.NaN],
  ['must be a whole number', z.int(), 1.5],
  ['must be true or false', z.boolean(), 'yes'],
  ['must be a list', z.array(z.string()), 'a'],
  ['must be an object with named fields', z.object({}), []],
  ['must be an object with named fields', z.record(z.string(), z.string()), 'a'],
  ['must be a', z.literal('a'), 'b'],
  ['must be one of a, b', z.enum(['a', 'b']), 'c'],
  ['must be at most 200', z.number().max(200), 201],
  ['must be at least 1', z.number().min(1), 0],
  ['must be more than 0', z.number().positive(), 0],
  ['must be less than 1', z.number().lt(1), 1],
  ['must be a multiple of 5', z.number().multipleOf(5), 4],
  ['must have at most 2 characters', z.string().max(2), 'abc'],
  ['must have at least 1 character', z.string().min(1), ''],
  ['must have at least 1 entry', z.array(z.string()).min(1), []],
  ['must have exactly 2 entries', z.array(z.string()).length(2), []],
  ['has fields that are not known here: c; leave them out or correct their names', z.strictObject({}), { c: 1 }],
  ['has none of the forms that it may have', z.union([z.string(), z.number()]), true],
  ['has none of the forms that it may have', OneOf, { by: 'c' }],
  ['is not written as it has to be', z.string().regex(/^a$/), 'b'],
  ['must be a mail address', z.email(), 'b'],
  ['must be an id', z.string().regex(/^a$/, 'must be an id'), 'b'],
  ['has a name in it that is not allowed', z.record(z.string().regex(/^a$/), z.string()), { b: 'c' }],
])('"%s", for whoever gave it', (words, schema, value) => {
  expect(told(schema, value)).toBe(words);
  expect(faultInChinese(words)).toMatch(/[\u4e00-\u9fff]/);
  // The last line takes whatever must be something.
  expect(faultInChinese(words)!.replace(/true|false|null/g, '')).not.toMatch(/[a-z]{4}/i);
});

test('what the schemas say in words of their own is said in Chinese as well', () => {
  const sources = ['contracts', 'api'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/refusals|plain-faults|field-words|fault-words|views\//.test(file))
      .map((file) => readFileSync(path.join(folder, file), 'utf8')),
  );
  const words = sources.flatMap((source) =>
    [...source.matchAll(/(?:,|message:|error:)\s+(['`])((?:must|may|has|holds|is|names|two) [^'`]{6,}?)\1[,)\s]/g)].map(
      ([, , said]) => said!.replace(/\$\{\w+(\.\w+)?\}/g, '9'),
    ),
  );
  expect(words.length).toBeGreaterThan(30);
  const lacking = [...new Set(words)].filter(
    (said) => !faultInChinese(said) || /[a-z]{4} [a-z]/.test(faultInChinese(said)!),
  );
  expect(lacking).toEqual([]);
});

test('what is wrong with a table is said in Chinese as well, cell by cell', () => {
  const sources = readdirSync('files', { encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join('files', file), 'utf8'));
  const filled = (text: string) => text.replace(/\$\{[^}]*\}/g, '9');
  const cells = sources.flatMap((source) =>
    [...source.matchAll(/(['`])((?:must|is|has no|names) [^'`]{3,}?)\1/g)].map(([, , said]) => filled(said!)),
  );
  expect(cells.length).toBeGreaterThan(30);
  const odd = cells.filter(
    (said) => !cellFaultInChinese(said) && !/^(must hold|must have at most 9; |names 9|is longer)/.test(said),
  );
  expect(odd).toEqual([]);
  // Those that the source puts together of parts.
  const literal = (form: RegExp) => [
    ...new Set(sources.flatMap((s) => [...s.matchAll(form)].map(([, said]) => said!))),
  ];
  const lists = literal(/'(wh(?:o|ich) is [^']+)'/g).map((list) => `names E9, ${list}`);
  const things = literal(/\bids\(\w+, '([^']+)'/g).flatMap((thing) => [
    `must hold ${thing} separated by |`,
    `must hold at most 9 ${thing}`,
  ]);
  const decimals = literal(/\d: '(\w+ decimals?)'/g).map((few) => `must have at most ${few}; round it`);
  for (const [forms, least] of [
    [lists, 8],
    [things, 6],
    [decimals, 6],
  ] as const) {
    expect(forms.length).toBeGreaterThanOrEqual(least);
    expect(forms.filter((said) => !/^[^a-z]*$/.test(cellFaultInChinese(said)?.replace('E9', '') ?? said))).toEqual([]);
  }
  expect(tableFaultInChinese('a.csv line 7, column email: "x" is not a mail address')).toBe(
    'a.csv 第 7 行“email”列的“x”不是邮箱地址。',
  );
  expect(tableFaultInChinese('a.csv line 7, column people: "x" names E9, who is not among the employees')).toBe(
    'a.csv 第 7 行“people”列的“x”填写的 E9 不在员工之列。',
  );
  expect(cellFaultInChinese('must hold at most 9 employee ids')).toBe('最多填写 9 项工号');
  const tables = sources.flatMap((source) =>
    [...source.matchAll(/FileFaults\(\[\s*`([^`]+)`,?\s*\]/g)].map(([, said]) => filled(said!)),
  );
  expect(tables.length).toBeGreaterThan(10);
  expect(tables.filter((said) => !tableFaultInChinese(said) && !/^9; leave|^9 line 9: 9$/.test(said))).toEqual([]);
});

test('of a field it is said what it is called, and where it stands in the request', () => {
  expect(faultInWords({ path: ['answer'], message: 'is missing' })).toEqual({
    field: { en: '"answer"', 'zh-CN': '“答复”（answer）' },
    fault: { en: 'is missing', 'zh-CN': '未填写' },
  });
  expect(faultInWords({ path: ['form', 0, 'hoursPerMonth'], message: 'must be at most 200' }).field).toEqual({
    en: '"hours per month" (form.0.hoursPerMonth)',
    'zh-CN': '“每月小时数”（form.0.hoursPerMonth）',
  });
  // However long somebody calls a field, it is told in few words.
  const long = faultInWords({ path: ['x'.repeat(100_000), ...Array(1000).fill('y')], message: 'is missing' }).field;
  expect(Math.max(long.en.length, long['zh-CN'].length)).toBeLessThan(300);
  expect(long.en).toContain('"y" (xxxx');
  const odd = faultInWords({ path: [], message: 'Nobody has said this' });
  expect(odd.fault['zh-CN']).toBe('不符合要求（Nobody has said this）');
});

test.each<[string, unknown, readonly PropertyKey[] | undefined]>([
  [
    'all is known',
    { a: 1, list: [{ b: 1 }], any: { x: { y: 1 } }, of: { p: { b: 2 } }, one: { by: 'a', x: 1 } },
    undefined,
  ],
  ['a field beside', { a: 1, aa: 1 }, ['aa']],
  ['in a list', { a: 1, list: [{ b: 1 }, { b: 1, c: 2 }] }, ['list', 1, 'c']],
  ['in a record', { a: 1, of: { p: { c: 2 } } }, ['of', 'p', 'c']],
  ['in one of several forms', { a: 1, one: { by: 'b', x: 1 } }, ['one', 'x']],
  ['what does not fit anyhow', { a: 1, list: 'none', one: { by: 'c' } }, undefined],
])('of fields that are not known is said where they stand: %s', (_, value, place) => {
  const schema = z.object({
    a: z.number().optional(),
    list: z.array(z.object({ b: z.number() })).default([]),
    any: z.record(z.string(), z.unknown()).optional(),
    of: z.record(z.string(), z.object({ b: z.number().optional() })).optional(),
    one: z
      .discriminatedUnion('by', [z.object({ by: z.literal('a'), x: z.number() }), z.object({ by: z.literal('b') })])
      .nullable()
      .optional(),
  });
  expect(unknownField(schema, value)).toEqual(place);
});

test('very long names and very many values are cut', () => {
  const keys = Array.from({ length: 100 }, (_, n) => `${n}${'x'.repeat(1000)}`);
  const fault = plainFault({ code: 'unrecognized_keys', keys, input: {} });
  expect(fault.length).toBeLessThan(1000);
  expect(fault).toContain(' and others;');
});

test('whoever reads a contract speaks so', () => expect(told(line(3), undefined)).toBe('is missing'));

test('what is called as something that every object has is said as it was given', () => {
  for (const name of ['constructor', 'toString', '__proto__']) expect(fieldInWords([name])['zh-CN']).toBe(`“${name}”`);
  expect(cellFaultInChinese('must hold constructor') ?? '').not.toMatch(/native code|\[object/);
  expect(
    say('zh-CN', { key: 'not-allowed/change-not-waiting', facts: { change: 'C-001', state: 'constructor' } }),
  ).toContain('constructor');
});

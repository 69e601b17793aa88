import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { plainFault } from '../../contracts/plain-faults.ts';
import { line } from '../../contracts/text.ts';

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
});

test('very long names and very many values are cut', () => {
  const keys = Array.from({ length: 100 }, (_, n) => `${n}${'x'.repeat(1000)}`);
  const fault = plainFault({ code: 'unrecognized_keys', keys, input: {} });
  expect(fault.length).toBeLessThan(1000);
  expect(fault).toContain(' and others;');
});

test('whoever reads a contract speaks so', () => expect(told(line(3), undefined)).toBe('is missing'));

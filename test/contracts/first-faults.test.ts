import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { firstFaults, MOST_ENTRIES } from '../../contracts/first-faults.ts';
import { processOf } from '../../domain/kinds.ts';

const { importOrganisation } = processOf('organisation:main').commands;
const person = { id: 'E1', department: 'D1', manager: null, post: 'P', grade: 'staff', hiredOn: '2020-01-01' };
const rest = { locale: 'en', timeZone: 'Asia/Shanghai', calendar: 'CN', technicalBackbone: false };
const issuesOf = (schema: z.ZodType, body: unknown) => schema.safeParse(body).error?.issues ?? [];

test('of a list only the first faults are gathered, each with its place', () => {
  const many = Array.from({ length: 90_000 }, () => ({ ...person, ...rest, id: '!' }));
  const people = [{ ...person, ...rest }, ...many];
  const issues = issuesOf(importOrganisation!, { people });
  expect(issues.length).toBeLessThan(200);
  expect(issues[0]).toMatchObject({ path: ['people', 1, 'id'] });
  expect(issues.at(-1)).toMatchObject({ path: ['people'], message: 'has more faults than are told' });
});

test('of a record with too many entries nothing but that is said, and of years there are few', () => {
  const years = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`year ${i}`, 3]));
  const of = (performance: object) => issuesOf(importOrganisation!, { people: [{ ...person, ...rest, performance }] });
  expect(of(years(500_000))).toMatchObject([
    { path: ['people', 0, 'performance'], message: `may have at most ${MOST_ENTRIES} entries` },
  ]);
  expect(of(years(1))).toMatchObject([{ path: ['people', 0, 'performance', 'year 0'] }]);
  const grades = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [String(1960 + i), 3]));
  expect(of(grades(60))).toEqual([]);
  expect(of(grades(61))).toMatchObject([{ message: 'may hold at most 60 years' }]);
});

test('what looks at a whole list looks at none that was not read to its end', () => {
  const looked: number[] = [];
  const list = z.array(z.string().max(1)).refine((texts) => {
    looked.push(texts.length);
    return texts.every((text) => text.length < 9);
  });
  const schema = firstFaults(z.object({ list: z.union([z.literal('all'), list.optional()]) }));
  expect(issuesOf(schema, { list: ['a', 'b'] })).toEqual([]);
  expect(looked).toEqual([2]);
  expect(issuesOf(schema, { list: Array.from({ length: 1_000 }, () => 'ab') })).not.toEqual([]);
  expect(looked).toEqual([2]);
  expect(firstFaults(schema)).toBe(schema);
  expect(schema.parse({ list: 'all' })).toEqual({ list: 'all' });
});

test('a list that is too long is refused before its elements are looked at', () => {
  let looked = 0;
  const element = z.string().refine(() => {
    looked += 1;
    return true;
  });
  const schema = firstFaults(z.array(element).max(2));
  expect(issuesOf(schema, ['a', 'b', 'c'])).toMatchObject([{ code: 'too_big' }]);
  expect(looked).toBe(0);
  expect(schema.parse(['a', 'b'])).toEqual(['a', 'b']);
});

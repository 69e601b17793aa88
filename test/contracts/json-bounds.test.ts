import { expect, test } from '@jest/globals';
import { beyondBounds, MOST_KEYS, MOST_VALUES } from '../../contracts/json-bounds.ts';
import { MOST_TASKS } from '../../contracts/round.ts';
import { smallCompany } from '../harness/company.ts';

const found = (json: string) => beyondBounds(Buffer.from(json))?.key;
const listOf = (value: string, times: number) => `[${Array(times).fill(value).join(',')}]`;

test('the largest that people send is far from the bounds', () => {
  const people = smallCompany(10_000).people!.map((person) => ({
    ...person,
    performance: { '2022': 3, '2023': 3, '2024': 4, '2025': 4, '2026': 5 },
  }));
  const absences = people.map(({ id }) => ({ person: id, from: '2027-01-01', to: '2027-01-02', kind: 'leave' }));
  const company = { ...smallCompany(1), people, absences };
  expect(found(listOf(JSON.stringify(company), 3))).toBeUndefined();
  const answer = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`criterion-${n}`, 4]));
  const task = { task: 'A', assignee: 'P2', answer };
  expect(found(JSON.stringify({ answers: Array(MOST_TASKS).fill(task) }))).toBeUndefined();
});

test.each([
  ['objects', '{}', 2],
  ['lists', '[]', 2],
  ['numbers', '0', 1],
  ['texts', '"a,[{"', 1],
  ['objects with a number as key', '{"300":0}', 2],
])('%s are counted', (_, value, counts) => {
  // The list counts too, and its first bracket stands for its first value.
  const most = Math.floor((MOST_VALUES - 1) / counts);
  expect(found(listOf(value, most))).toBeUndefined();
  expect(found(listOf(value, most + 2))).toBe('payload-too-large/too-many-values');
});

test('what stands in texts counts for nothing, however it is quoted', () => {
  const text = ',[{'.repeat(MOST_VALUES);
  expect(found(JSON.stringify({ [text]: text }))).toBeUndefined();
  expect(found(`["\\"${text}","\\\\",${listOf('1', MOST_VALUES)}]`)).toBe('payload-too-large/too-many-values');
});

/** An object, or a list of objects with one key each. */
const KEYED: readonly [string, (keys: readonly string[]) => string][] = [
  ['one object', (keys) => `{${keys.map((key) => `"${key}" : 0`).join(',')}}`],
  ['an object each', (keys) => `[${keys.map((key) => `{"${key}":0}`).join(',')}]`],
];

test.each(KEYED)('different keys are counted, in %s, in whatever script they are', (_, json) => {
  const keys = Array.from({ length: MOST_KEYS + 1 }, (_, n) => `能力${n}`);
  expect(found(json(keys.slice(1)))).toBeUndefined();
  expect(found(json(keys))).toBe('payload-too-large/too-many-keys');
  expect(found(json([...keys.slice(1), ...keys.slice(1)]))).toBeUndefined();
  const values = keys.map((key) => `"${key}:"`);
  expect(found(`{"a:":[${values.join(',')}]}`)).toBeUndefined();
});

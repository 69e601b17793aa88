import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { ImportBody } from '../../contracts/organisation.ts';
import { isWorkday } from '../../domain/calendar/workday.ts';
import { reportsOf } from '../../domain/organisation/line.ts';
import { emptyOrganisation } from '../../domain/organisation/state.ts';
import { readDataFolder } from '../../files/data-folder.ts';
import { calendars, calendarsCanBeMade } from '../../samples/calendars.ts';
import { sampleFiles } from '../../samples/generate.ts';
import { command, having } from '../domain/organisation/company.ts';

const samples = path.resolve('samples');

if (calendarsCanBeMade()) {
  test('generating again gives the bytes that are committed', async () => {
    for (const [name, text] of sampleFiles()) {
      expect([name, await readFile(path.join(samples, name), 'utf8')]).toEqual([name, text]);
    }
  });
} else {
  test('generating where the Chinese calendar would be wrong is refused', () => {
    expect(() => calendars()).toThrow('run with TZ=UTC');
  });
}

async function imported() {
  const { organisation } = await readDataFolder(samples);
  return having(emptyOrganisation(), command('importOrganisation', ImportBody.parse(organisation)));
}

test('the sample is read whole and makes a company that hangs together', async () => {
  const { judges } = await readDataFolder(samples);
  const state = await imported();
  expect(state.people.size).toBe(120);
  expect(state.departments.size).toBe(8);
  expect([...state.people.values()].filter(({ manager }) => manager === null).map(({ id }) => id)).toEqual(['E001']);
  expect(reportsOf(state, 'E001').length).toBeGreaterThan(7);
  expect([...state.posts.values()].every(({ elements }) => elements.length === 10)).toBe(true);
  expect(new Set([...state.people.values()].map(({ locale }) => locale))).toEqual(new Set(['en', 'zh-CN']));
  expect(judges?.scores).toHaveLength(9 * 36 * 5);
});

test('calendars know Spring Festival, a make-up Saturday and observed holidays', async () => {
  const { calendars } = await imported();
  const calendar = (id: string) => calendars.get(id)!;
  expect(isWorkday('2026-02-17', calendar('CN'))).toBe(false);
  expect(isWorkday('2026-02-14', calendar('CN'))).toBe(true);
  expect(isWorkday('2027-02-05', calendar('CN'))).toBe(false);
  expect(isWorkday('2026-10-03', calendar('DE-BE'))).toBe(false);
  expect(isWorkday('2027-12-31', calendar('US'))).toBe(false);
  expect(isWorkday('2026-11-26', calendar('US'))).toBe(false);
});

test('some judges are strict and some are kind, and all scores are halves from 0 to 10', async () => {
  const { judges } = await readDataFolder(samples);
  const means = new Map<string, number>();
  for (const { reviewer, score } of judges!.scores) {
    expect(Number(score) * 2).toBe(Math.min(20, Math.max(0, Math.round(Number(score) * 2))));
    means.set(reviewer, (means.get(reviewer) ?? 0) + Number(score) / (36 * 5));
  }
  expect(means.get('J9')! - means.get('J1')!).toBeGreaterThan(2);
});

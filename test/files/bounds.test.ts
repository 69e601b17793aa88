import { mkdir, truncate } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { readCatalogue } from '../../files/catalogue.ts';
import { readEmployees } from '../../files/employees.ts';
import { chineseFiles } from '../../files/encodings.ts';
import type { FileFaults } from '../../files/faults.ts';
import { readNeeds } from '../../files/needs.ts';
import { readOrganisationFolder } from '../../files/organisation.ts';
import { readRooms } from '../../files/rooms.ts';
import { readSheet } from '../../files/sheet.ts';
import type { Table } from '../../files/table.ts';
import { readTrainers } from '../../files/trainers.ts';
import { EMPLOYEE_COLUMNS, folderOf, smallCompany } from './folders.ts';

async function told(reading: () => unknown): Promise<string> {
  try {
    await reading();
    return '';
  } catch (error) {
    return (error as FileFaults).message;
  }
}

const many = (count: number, one: (n: number) => string) => Array.from({ length: count }, (_, n) => one(n)).join('|');

/** A table of one row, in which one cell lists so many things. */
interface Listing {
  readonly of: string;
  readonly read: (table: Table) => unknown;
  readonly header: string;
  readonly row: (list: string) => string;
  readonly one: (n: number) => string;
  readonly most: number;
  readonly sentence: RegExp;
}

const COURSE =
  'course_id,title,element_ids,level,hours,days,min_seats,max_seats,topics,benefit,goal,run_cost,seat_cost,closes';
const LISTINGS: readonly Listing[] = [
  {
    ...{ of: 'the elements of a course', read: readCatalogue, header: COURSE },
    row: (list) => `C-1,Welding,${list},3,8,1,4,20,,Welds,Welds alone,1,1,0.5`,
    ...{ one: (n) => `S.${n}`, most: 60, sentence: /column element_ids: ".*must hold at most 60 element ids$/ },
  },
  {
    ...{ of: 'the topics of a course', read: readCatalogue, header: COURSE },
    row: (list) => `C-1,Welding,S.1,3,8,1,4,20,${list},Welds,Welds alone,1,1,0.5`,
    ...{ one: (n) => `topic ${n}`, most: 60, sentence: /column topics: ".*must hold at most 60 topics$/ },
  },
  {
    ...{ of: 'the courses of a trainer', read: readTrainers, header: 'employee_id,course_ids,hours' },
    row: (list) => `E1,${list},8`,
    ...{ one: (n) => `C-${n}`, most: 500, sentence: /column course_ids: ".*must hold at most 500 course ids$/ },
  },
  {
    ...{ of: 'the people of a need', read: readNeeds },
    header: 'department,element_id,level,course_id,people,urgency,must,goal,problem',
    row: (list) => `D1,S.1,4,,${list},1,,Welds alone,`,
    ...{ one: (n) => `E${n}`, most: 5000, sentence: /column people: ".*must hold at most 5000 employee ids$/ },
  },
  {
    ...{ of: 'when a room is closed', read: readRooms, header: 'room_id,name,site,seats,day_cost,closed' },
    row: (list) => `R-1,Hall,,8,1,${list}`,
    ...{ one: () => '2027-01-01/2027-01-02', most: 400, sentence: /column closed: ".*must hold at most 400 spells$/ },
  },
];

test.each(LISTINGS)(
  '$of: as many as a command takes, and no more',
  async ({ read, header, row, one, most, sentence }) => {
    const table = (count: number) => readSheet(Buffer.from(`${header}\n${row(many(count, one))}\n`), 'x.csv');
    expect(await told(async () => read(await table(most)))).toBe('');
    expect(await told(async () => read(await table(most + 1)))).toMatch(sentence);
  },
);

describe('employees', () => {
  const row = 'E001,Ann,ann@example.com,D01,,P-1,executive,2010-02-24,en,Asia/Shanghai,CN,false';
  const told60 = (years: number) => {
    const columns = Array.from({ length: years }, (_, n) => `performance_${1960 + n}`);
    const file = `${EMPLOYEE_COLUMNS.replace(/,performance_.*/, '')},${columns.join(',')}\n${row}${',3'.repeat(years)}\n`;
    return told(async () => readEmployees(await readSheet(Buffer.from(file), 'employees.csv')));
  };

  test('have grades of a working life', async () => {
    expect(await told60(60)).toBe('');
    expect(await told60(61)).toBe(
      'employees.csv has 61 columns performance_YYYY, and may have 60; leave out the oldest years.',
    );
  });

  test('have as many absences as an import takes', async () => {
    const lines = (absences: number) => {
      const cell = many(absences, () => '2027-01-01/2027-01-02');
      const people = [1, 2].map((n) => `${row.replace('E001', `E00${n}`).replace('ann@', `ann${n}@`)},3,3,${cell}`);
      return Buffer.from(`${EMPLOYEE_COLUMNS}\n${people.join('\n')}\n`);
    };
    expect(await told(async () => readEmployees(await readSheet(lines(50_000), 'employees.csv')))).toBe('');
    expect(await told(async () => readEmployees(await readSheet(lines(50_001), 'employees.csv')))).toMatch(
      /^employees.csv line 3, column absences: ".*" is more than the 100000 absences that a file may hold; divide it$/,
    );
  });
});

describe('a file in a folder', () => {
  test('that is larger than any table is not read', async () => {
    const folder = await folderOf(smallCompany);
    await truncate(path.join(folder, 'posts/posts.csv'), 65 * 1_048_576);
    expect(await told(() => readOrganisationFolder(folder))).toBe(
      'posts.csv has 68157440 bytes, and a table may have 67108864; divide it into several files.',
    );
    expect(await chineseFiles(folder)).toEqual([]);
  });

  test('that is no file is told', async () => {
    const folder = await folderOf({ 'organisation/departments.csv': smallCompany['organisation/departments.csv']! });
    await mkdir(path.join(folder, 'organisation/employees.csv'));
    expect(await told(() => readOrganisationFolder(folder))).toBe(
      'employees.csv is no file; give the table this name, and nothing else.',
    );
  });
});

test('much Chinese in GB18030 is read as it was written, wherever it is divided while it is read', async () => {
  const names = Array.from({ length: 90_000 }, (_, n) => `欧阳思远${n}𠮷`);
  const file = iconv.encode(`id,name\n${names.map((name, n) => `${n},${name}\n`).join('')}`, 'gb18030');
  const { rows } = await readSheet(file, 'x.csv');
  expect(rows.map(({ cells }) => cells.name)).toEqual(names);
});

test('a sentence is one line, whatever stands in the cells that it shows', async () => {
  const rows = ['"E\n1",C-1,8', '"E\n1",C-1,8', 'E2,"C-1|a\u2028\r\nx",8'];
  const file = Buffer.from(`employee_id,course_ids,hours\n${rows.join('\n')}\n`);
  const sentences = (await told(async () => readTrainers(await readSheet(file, 'x.csv')))).split(/[\r\n\u2028]/);
  expect(sentences).toEqual([
    'x.csv line 2, column employee_id: "E 1" must be an employee id such as E017',
    'x.csv line 4, column employee_id: "E 1" must be an employee id such as E017',
    'x.csv line 4, column employee_id: "E 1" is in line 2 already (E 1)',
    'x.csv line 6, column course_ids: "C-1|a x" must hold course ids separated by |',
  ]);
});

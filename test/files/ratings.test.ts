import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import writeXlsxFile from 'write-excel-file/node';
import type { FileFaults } from '../../files/faults.ts';
import { readGapFolder } from '../../files/gap-folder.ts';
import { type RatedBy, readRatings } from '../../files/ratings.ts';
import { readTable } from '../../files/table.ts';
import { EMPLOYEE_COLUMNS, folderOf, smallCompany } from './folders.ts';

const element = (id: string) => ({
  element: id,
  name: id,
  nameZh: id,
  domain: 'skill' as const,
  importance: '4',
  level: '4',
});
const RATED = {
  people: [
    { id: 'E1', post: 'P-1' },
    { id: 'E2', post: 'P-2' },
  ],
  posts: [
    { code: 'P-1', title: 'a', titleZh: 'a', elements: [element('S.1'), element('S.2')] },
    { code: 'P-2', title: 'b', titleZh: 'b', elements: [element('S.3')] },
  ],
};
const HEADER = 'employee_id,rater_id,element_id,rating,rated_on';

async function read(text: string | Uint8Array, by: RatedBy = 'supervisor', name = 'ability_ratings.csv') {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readRatings(await readTable(bytes, name), RATED, by);
}

const faultsOf = (reading: Promise<unknown>): Promise<readonly string[]> =>
  reading.then(
    () => [],
    (error: FileFaults) => error.faults,
  );

describe('ability ratings', () => {
  const text = `${HEADER}\nE1,E9,S.1,4.0,2026-11-03\nE1,E9,S.2,,\nE2,E9,S.3,0.5,\n`;
  const records = [
    { person: 'E1', rater: 'E9', element: 'S.1', rating: '4.0', ratedOn: '2026-11-03' },
    { person: 'E2', rater: 'E9', element: 'S.3', rating: '0.5', ratedOn: null },
  ];

  test('are read row by row, and an empty rating is none', async () => {
    expect(await read(text)).toEqual(records);
  });

  test('may be in GB18030, with a column in Chinese beside', async () => {
    const chinese = text.replace(HEADER, `${HEADER},备注`).replaceAll(/(\d{4}-\d\d-\d\d|,)\n/g, '$1,休假\n');
    expect(await read(new Uint8Array(iconv.encode(chinese, 'gb18030')))).toEqual(records);
  });

  test('may be a workbook with figures and days', async () => {
    const on = { value: new Date('2026-11-03'), type: Date, format: 'yyyy-mm-dd' };
    const row = (...cells: string[]) => cells.map((value) => ({ value }));
    const sheet = [row(...HEADER.split(',')), [...row('E1', 'E9', 'S.1'), { value: 4.5, type: Number }, on]];
    const bytes = await (await writeXlsxFile(sheet as never)).toBuffer();
    expect(await read(bytes, 'supervisor', 'ability_ratings.xlsx')).toEqual([{ ...records[0], rating: '4.5' }]);
  });

  test.each([
    ['E7,E9,S.1,4,', 'column employee_id: "E7" is not among the employees'],
    ['E1,E9,S.9,4,', 'column element_id: "S.9" is in no ability model of the posts'],
    ['E1,E9,S.3,4,', 'column element_id: "S.3" is not an element of E1\'s post, P-1'],
    ['E1,E1,S.1,4,', 'column rater_id: "E1" is the person who is rated; put self ratings into a file of their own'],
    ['E1,,S.1,4,', 'column rater_id: "" must name the person who has rated'],
    ...['7.5', '-1', '3.25', '4,5', 'good', '4.55'].map((rating) => [
      `E1,E9,S.1,"${rating}",`,
      `column rating: "${rating}" must be a level from 0 to 7 in halves, or empty when there is none`,
    ]),
    ['E1,E9,S.1,4,2026-02-30', 'column rated_on: "2026-02-30" must be a day written YYYY-MM-DD'],
    ['E2,E9,S.3,5,', 'column element_id: "S.3" is in line 2 already (E2, S.3)'],
  ])('with the row %s are refused by line, column and cell', async (row, fault) => {
    const faults = await faultsOf(read(`${HEADER}\nE2,E9,S.3,0.5,\n${row}\n`));
    expect(faults).toEqual([`ability_ratings.csv line 3, ${fault}`]);
  });

  test('with many faults tell all of them in the order of the lines', async () => {
    const faults = await faultsOf(read(`${HEADER}\nE7,E9,S.1,4,\nE1,E9,S.1,9,\nE1,E9,S.9,4,\nE1,E9,S.1,4,\n`));
    expect(faults.map((fault) => /line \d+, column \w+/.exec(fault)?.[0])).toEqual([
      'line 2, column employee_id',
      'line 3, column rating',
      'line 4, column element_id',
      'line 5, column element_id',
    ]);
  });

  test('without a column that is needed say which', async () => {
    expect(await faultsOf(read('employee_id,element_id,rating\nE1,S.1,4\n'))).toEqual([
      'ability_ratings.csv has no column rater_id; it needs employee_id, rater_id, element_id, rating, rated_on.',
    ]);
  });
});

describe('self ratings', () => {
  test('need no rater, and have none but the person', async () => {
    expect(await read('employee_id,element_id,rating\nE1,S.1,4\n', 'self')).toMatchObject([
      { person: 'E1', rater: 'E1' },
    ]);
    expect(await faultsOf(read(`${HEADER}\nE1,E9,S.1,4,\n`, 'self'))).toEqual([
      'ability_ratings.csv line 2, column rater_id: "E9" is not E1: this file holds self ratings only',
    ]);
  });
});

describe('a folder for gaps', () => {
  const rated = { ...smallCompany, 'organisation/ability_ratings.csv': `${HEADER}\nE002,E001,S.1,3.0,2026-11-03\n` };

  test('gives people, posts and ratings; elements by their rank in the post', async () => {
    const columns = 'post_code,domain,element_id,element,importance,level,rank_in_post';
    const elements = `${columns}\nP-1,skill,S.3,c,1,1,\nP-1,skill,S.1,a,3,3,10\nP-1,skill,S.2,b,2,2,9\n`;
    const found = await readGapFolder(await folderOf({ ...rated, 'posts/post_elements.csv': elements }));
    expect(found.posts[0]?.elements.map(({ element: id }) => id)).toEqual(['S.2', 'S.1', 'S.3']);
    expect(found.ratings).toHaveLength(1);
    expect(found.people.map(({ id }) => id)).toEqual(['E001', 'E002']);
  });

  test('without ratings, or with people in no known post or department, is refused', async () => {
    expect(await faultsOf(readGapFolder(await folderOf(smallCompany)))).toEqual([
      expect.stringMatching(/^There is no ability_ratings\.csv \(or \.xlsx\) in .*organisation; put it there/),
    ]);
    const strange = 'E003,Ann,ann@example.com,D99,E001,P-9,staff,2010-02-24,en,Asia/Shanghai,CN,false,3,,';
    const employees = `${smallCompany['organisation/employees.csv']}${strange}\n`;
    expect(employees).toContain(EMPLOYEE_COLUMNS);
    expect(
      await faultsOf(readGapFolder(await folderOf({ ...rated, 'organisation/employees.csv': employees }))),
    ).toEqual([
      'employees.csv line 4, column post_code: "P-9" has no ability model in the posts of the folder',
      'employees.csv line 4, column department: "D99" is not among the departments',
    ]);
  });
});

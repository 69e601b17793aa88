import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { ImportBody } from '../../contracts/organisation.ts';
import { readDataFolder } from '../../files/data-folder.ts';
import { readJudges } from '../../files/judges.ts';
import { readOrganisationFolder } from '../../files/organisation.ts';
import { EMPLOYEE_COLUMNS, folderOf, smallCompany } from './folders.ts';

const faultsOf = async (change: Record<string, string>): Promise<readonly string[]> => {
  const read = readOrganisationFolder(await folderOf({ ...smallCompany, ...change }));
  return read.then(
    () => [],
    (error: { faults: readonly string[] }) => error.faults,
  );
};
const employees = (...rows: string[]) => ({
  'organisation/employees.csv': `${[EMPLOYEE_COLUMNS, ...rows].join('\n')}\n`,
});
const good = 'E001,Ann,ann@example.com,D01,,P-1,executive,2010-02-24,en,Asia/Shanghai,CN,false,3,,';

describe('a folder', () => {
  test('becomes the body of an import', async () => {
    const { organisation, judges, courses } = await readDataFolder(await folderOf(smallCompany));
    expect(ImportBody.parse(organisation)).toEqual(organisation);
    expect(organisation).toMatchObject({
      departments: [{ id: 'D01', nameZh: '办公室', head: 'E001', influence: true }],
      people: [
        { id: 'E001', manager: null, performance: { '2024': 3 } },
        { id: 'E002', name: "O'Neill, Amelia", manager: 'E001', technicalBackbone: true, performance: { '2025': 4 } },
      ],
      posts: [{ code: 'P-1', elements: [{ element: 'S.1', name: 'Writing', importance: '4.50', level: '3.25' }] }],
      calendars: [{ id: 'CN', days: { '2026-02-17': 'holiday', '2026-02-14': 'makeup_workday' } }],
      absences: [
        { person: 'E001', from: '2026-12-12', to: '2026-12-17' },
        { person: 'E001', from: '2027-01-04', to: '2027-01-04' },
      ],
    });
    expect([judges, courses]).toEqual([null, null]);
  });

  test('in GB18030 is the same', async () => {
    const encoded = Object.entries(smallCompany).map(([name, text]) => [
      name,
      new Uint8Array(iconv.encode(text, 'gb18030')),
    ]);
    expect(await readOrganisationFolder(await folderOf(Object.fromEntries(encoded)))).toEqual(
      await readOrganisationFolder(await folderOf(smallCompany)),
    );
  });

  test('with its columns in another case is the same', async () => {
    const capitals = Object.entries(smallCompany).map(([name, text]) => [
      name,
      text.replace(/^[^\n]*/, (header) => ` ${header.toUpperCase()}`),
    ]);
    expect(await readOrganisationFolder(await folderOf(Object.fromEntries(capitals)))).toEqual(
      await readOrganisationFolder(await folderOf(smallCompany)),
    );
  });

  test('prefers the table of absences, which knows their kind', async () => {
    const table = 'employee_id,from,to,kind\nE002,2026-05-04,2026-05-08,annual_leave\n';
    const folder = await folderOf({ ...smallCompany, 'organisation/absences.csv': table });
    const { absences } = await readOrganisationFolder(folder);
    expect(absences).toEqual([{ person: 'E002', from: '2026-05-04', to: '2026-05-08', kind: 'annual_leave' }]);
  });

  test('says nothing of what it has no table or column for', async () => {
    const bare = Object.fromEntries(Object.entries(smallCompany).filter(([name]) => name.startsWith('organisation/')));
    const cut = (text: string) =>
      text
        .split('\n')
        .map((line) => line.replace(/(,[^,]*){3}$/, ''))
        .join('\n');
    const employees = cut(bare['organisation/employees.csv']!);
    expect(employees).not.toMatch(/absences|performance/);
    const read = await readOrganisationFolder(await folderOf({ ...bare, 'organisation/employees.csv': employees }));
    expect(read).toMatchObject({ people: [{ performance: {} }, { performance: {} }] });
    expect([read.absences, read.posts, read.calendars]).toEqual([undefined, undefined, undefined]);
    const posts = { 'posts/posts.csv': smallCompany['posts/posts.csv']! };
    expect((await readOrganisationFolder(await folderOf({ ...bare, ...posts }))).posts).toEqual([
      { code: 'P-1', title: 'Clerk', titleZh: '职员' },
    ]);
  });

  test('says by an empty cell that there is none', async () => {
    const { people, absences } = await readOrganisationFolder(await folderOf(smallCompany));
    expect(people).toMatchObject([{ performance: { '2024': 3, '2025': null } }, { performance: { '2024': null } }]);
    expect(absences?.map(({ person, kind }) => [person, kind])).toEqual([
      ['E001', undefined],
      ['E001', undefined],
    ]);
  });

  test('without organisation is refused in clear sentences', async () => {
    const folder = await folderOf({});
    await expect(readDataFolder(folder)).rejects.toThrow(
      `There is no departments.csv (or .xlsx) in ${path.join(folder, 'organisation')}; put it there or name another folder.`,
    );
  });
});

describe('everything that is wrong is told at once, by line and column', () => {
  test('in a row of employees', async () => {
    const broken = 'E 02,,x,D01,E001,P-1,boss,2026-02-30,fr,Asia/Shanghai,CN,maybe,9,,2026-12-12';
    expect(await faultsOf(employees(good, broken))).toEqual(
      [
        ['performance_2024', '9', 'must be a grade from 1 to 5, or empty'],
        ['absences', '2026-12-12', 'must be like 2026-12-12/2026-12-17, several separated by |'],
        ['employee_id', 'E 02', 'must be an employee id such as E017'],
        ['name', '', 'must not be empty'],
        ['email', 'x', 'is not a mail address'],
        ['grade', 'boss', 'must be one of staff, senior, middle_manager, senior_manager, executive'],
        ['hired_on', '2026-02-30', 'must be a day written YYYY-MM-DD'],
        ['locale', 'fr', 'must be en or zh-CN'],
        ['technical_backbone', 'maybe', 'must be true or false'],
      ].map(([column, cell, message]) => `employees.csv line 3, column ${column}: "${cell}" ${message}`),
    );
  });

  test('an id or a mail address twice', async () => {
    expect(await faultsOf(employees(good, good))).toEqual([
      'employees.csv line 3, column email: "ann@example.com" is in line 2 already',
      'employees.csv line 3, column employee_id: "E001" is in line 2 already (E001)',
    ]);
  });

  test('in several files', async () => {
    const faults = await faultsOf({
      ...employees(good.replace('ann@', '')),
      'organisation/departments.csv': 'department_id,name\nD01,Office\n',
      'posts/post_elements.csv': smallCompany['posts/post_elements.csv']!.replace('P-1,', 'P-2,').replace('4.50', '9'),
      'calendars/china.csv': 'date,country,kind\n2026-02-17,CN,feast\n',
      'organisation/absences.csv': 'employee_id,from,to,kind\nE001,2026-05-08,2026-05-04,leave\n',
    });
    expect(faults).toEqual([
      'departments.csv has no column name_zh, head_employee_id, influence; it needs department_id, name, name_zh, head_employee_id, influence.',
      'employees.csv line 2, column email: "example.com" is not a mail address',
      'absences.csv line 2, column to: "2026-05-04" lies before the first day, 2026-05-08',
      'post_elements.csv line 2, column importance: "9" must be 1 to 5 with at most two decimals',
      'china.csv line 2, column kind: "feast" must be holiday or makeup_workday',
    ]);
  });

  test('an element of a post that is not listed', async () => {
    const lost = smallCompany['posts/post_elements.csv']!.replace('P-1,', 'P-2,');
    expect(await faultsOf({ 'posts/post_elements.csv': lost })).toEqual([
      'post_elements.csv line 2, column post_code: "P-2" is not in the table of posts',
    ]);
  });

  test('of fifty thousand rows only the broken one', async () => {
    const rows = Array.from({ length: 50_000 }, (_, n) => good.replaceAll('E001', `E${n}`).replace('ann@', `ann${n}@`));
    rows[41_234] = rows[41_234]!.replace('@', ' at ');
    expect(await faultsOf(employees(...rows))).toEqual([
      'employees.csv line 41236, column email: "ann41234 at example.com" is not a mail address',
    ]);
  });
});

describe('judges', () => {
  const scores = 'reviewer,application,criterion,score\nJ1,A1,lecture,7.5\nJ2,A1,lecture,\n';
  const read = [
    { reviewer: 'J1', application: 'A1', criterion: 'lecture', score: '7.5' },
    { reviewer: 'J2', application: 'A1', criterion: 'lecture', score: '' },
  ];

  test('scores, criteria and the published panel, whichever names they have', async () => {
    const criteria = 'criterion,weight,minimum\nlecture,0.4,5\nconduct,0.6,\n';
    expect(await readJudges(await folderOf({ 'scores.csv': scores, 'criteria.csv': criteria }))).toEqual({
      scores: read,
      criteria: [
        { criterion: 'lecture', weight: '0.4', minimum: '5' },
        { criterion: 'conduct', weight: '0.6' },
      ],
      panel: null,
    });
    const panel = 'application,criterion,panel_score,factor\nA1,lecture,7.50,1.0\n';
    expect(await readJudges(await folderOf({ 'scores-men.csv': scores, 'panel-men.csv': panel }))).toEqual({
      scores: read,
      criteria: null,
      panel: [{ application: 'A1', criterion: 'lecture', panel_score: '7.50', factor: '1.0' }],
    });
  });

  test('a score that is none, one that is there twice, and no scores at all', async () => {
    const broken = `${scores}J1,A1,lecture,high\n`;
    await expect(readJudges(await folderOf({ 'scores.csv': broken }))).rejects.toMatchObject({
      faults: [
        'scores.csv line 4, column score: "high" must be a number from -1000 to 1000, or empty',
        'scores.csv line 4, column criterion: "lecture" is in line 2 already (J1, A1, lecture)',
      ],
    });
    await expect(readJudges(await folderOf({}))).rejects.toThrow('There is no scores.csv');
  });
});

const data = path.resolve('../shared/data');
if (existsSync(data)) {
  test('the demonstration data is read whole', async () => {
    const { organisation, judges, courses } = await readDataFolder(data);
    expect(ImportBody.parse(organisation)).toEqual(organisation);
    expect(organisation.people).toHaveLength(120);
    expect(organisation.absences).toHaveLength(64);
    expect(organisation.posts).toHaveLength(17);
    expect(organisation.posts?.every(({ elements }) => elements?.length === 14)).toBe(true);
    expect(organisation.calendars?.map(({ id }) => id)).toEqual(['CN', 'DE-BE', 'US']);
    expect(judges?.scores).toHaveLength(36 * 9 * 5);
    expect(judges?.panel).toHaveLength(36 * 5);
    expect(courses).toHaveLength(90);
  });
}

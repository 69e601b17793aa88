import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { registerGaps } from '../../cli/gaps.ts';
import { Failure, type Io } from '../../cli/io.ts';
import { readTable } from '../../files/table.ts';
import { folderOf, smallCompany } from '../files/folders.ts';

class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function run(...args: string[]) {
  const [out, err] = [new Sink(), new Sink()];
  const io: Io = { stdin: Readable.from([]), stdout: out, stderr: err, env: {}, terminal: false };
  const program = new Command('rostrum').exitOverride();
  registerGaps(program, io);
  try {
    await program.parseAsync(['gaps', ...args], { from: 'user' });
    return { code: 0, out: out.text, err: err.text };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.exitCode, out: out.text, err: err.text + error.message };
  }
}

/** The rows of a table with figures as numbers and blank cells as null. */
async function expected(file: string) {
  const { rows } = await readTable(await readFile(file), path.basename(file));
  const value = (column: string, cell: string) =>
    cell === '' ? null : /(_id|_code|status|_element)$/.test(column) ? cell : Number(cell);
  return rows.map(({ cells }) => Object.fromEntries(Object.entries(cells).map(([c, cell]) => [c, value(c, cell)])));
}

const HEADER = 'employee_id,rater_id,element_id,rating,rated_on';
const company = (...ratings: string[]) =>
  folderOf({ ...smallCompany, 'organisation/ability_ratings.csv': `${[HEADER, ...ratings].join('\n')}\n` });

describe('rostrum gaps --json', () => {
  test('prints figures under the names of the columns, and null for what is not known', async () => {
    const { code, out, err } = await run('--data', await company('E002,E001,S.1,2.5,2026-11-03'), '--json');
    expect([code, err]).toEqual([0, '']);
    const missing = { rated_level: null, gap: null, weighted_gap: null, status: 'missing' };
    const need = { post_code: 'P-1', element_id: 'S.1', importance: 4.5, required_level: 3.25 };
    expect(JSON.parse(out)).toEqual({
      gaps: [
        { employee_id: 'E001', ...need, ...missing },
        { employee_id: 'E002', ...need, rated_level: 2.5, gap: 0.75, weighted_gap: 3.375, status: 'rated' },
      ],
      employees: [
        {
          employee_id: 'E001',
          rated_elements: 0,
          missing_elements: 1,
          importance_sum: null,
          weighted_gap_sum: null,
          weighted_mean_gap: null,
          largest_gap_element: null,
        },
        {
          employee_id: 'E002',
          rated_elements: 1,
          missing_elements: 0,
          importance_sum: 4.5,
          weighted_gap_sum: 3.375,
          weighted_mean_gap: 0.75,
          largest_gap_element: 'S.1',
        },
      ],
      departments: [
        {
          department_id: 'D01',
          element_id: 'S.1',
          employees_required: 2,
          employees_rated: 1,
          gap_sum: 0.75,
          weighted_gap_sum: 3.375,
          mean_gap: 0.75,
          rank: 1,
        },
      ],
    });
  });

  test("sets self ratings beside the supervisors' where there are any", async () => {
    const self = path.join(
      await folderOf({ 'self.csv': 'employee_id,element_id,rating\nE002,S.1,4\nE001,S.1,3\n' }),
      'self.csv',
    );
    const args = ['--data', await company('E002,E001,S.1,2.5,'), '--self', self, '--json'];
    const pair = { employee_id: 'E002', element_id: 'S.1', supervisor_level: 2.5, self_level: 4, difference: 1.5 };
    expect(JSON.parse((await run(...args)).out).self_ratings).toEqual([{ ...pair, flagged: true }]);
    expect(JSON.parse((await run(...args, '--distance', '2')).out).self_ratings).toEqual([{ ...pair, flagged: false }]);
  });
});

describe('rostrum gaps for people', () => {
  test('shows each department, each person, who differs from their supervisor, and what is missing', async () => {
    const { out } = await run('--data', 'samples', '--self', 'samples/organisation/self_ratings.csv');
    expect(out).toMatch(
      /^D01 Management, 6 people\nRANK +ELEMENT +NAME +RATED +GAP POINTS +WEIGHTED +MEAN GAP\n +1 +S\.08 +Reading data +5 of 6 /,
    );
    expect(out).toContain('D08 Sales and Purchasing, 14 people: nobody has been rated, so no gap is known.');
    expect(out).toMatch(/\nE010 +Élodie Eriksen +10 of 10 +0\.000000 +none\n/);
    expect(out).toMatch(/\nE120 +Isabel Fuchs +0 of 10 +- +-\n/);
    expect(out).toMatch(/Of 158 ratings by both sides these \d+ are 1\.5 levels or more apart:\nPERSON/);
    expect(out).toMatch(/1040 of 1200 ratings are there, 160 are missing \(15 people without any\)\./);
  });

  test('shows one department alone when asked', async () => {
    const args = ['--data', 'samples', '--department', 'D04'];
    const { out } = await run(...args);
    expect(out.match(/^D\d\d /gm)).toEqual(['D04 ']);
    expect(
      new Set(
        JSON.parse((await run(...args, '--json')).out).employees.map((e: { employee_id: string }) => e.employee_id),
      ).size,
    ).toBe(16);
  });
});

test('the figures worked out by hand in docs/gaps.md are those of the sample', async () => {
  const { gaps, employees, departments } = JSON.parse((await run('--data', 'samples', '--json')).out);
  const find = (rows: Record<string, unknown>[], ...values: string[]) =>
    rows.find((row) => values.every((value) => Object.values(row).includes(value)));
  expect(find(gaps, 'E012', 'S.02')).toMatchObject({
    required_level: 4.4,
    rated_level: 4,
    gap: 0.4,
    weighted_gap: 1.768,
  });
  expect(find(employees, 'E012')).toMatchObject({
    importance_sum: 38.98,
    weighted_gap_sum: 6.3248,
    weighted_mean_gap: 0.162258,
    largest_gap_element: 'S.02',
  });
  expect(find(departments, 'D01', 'S.04')).toMatchObject({
    gap_sum: 2.52,
    weighted_gap_sum: 10.3824,
    mean_gap: 1.26,
    rank: 8,
  });
  expect(find(departments, 'D01', 'S.08')).toMatchObject({ gap_sum: 7.88, employees_rated: 5, rank: 1 });
});

describe('rostrum gaps refuses with exit code 2', () => {
  test.each([
    [
      'a rating beyond the scale',
      'E002,E001,S.1,7.5,',
      /^ability_ratings\.csv line 2, column rating: "7\.5" must be a level from 0 to 7/,
    ],
    [
      'somebody unknown',
      'E022,E001,S.1,5,',
      /^ability_ratings\.csv line 2, column employee_id: "E022" is not among the employees/,
    ],
    ['a row that is cut off', 'E002,E001,S.1', /^ability_ratings\.csv line 2: has 3 cells, the header has 5\./],
  ])('%s', async (_, row, sentence) => {
    const ran = await run('--data', await company(row), '--json');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(sentence);
  });

  test.each([
    [['--data', 'nowhere'], /There is no departments\.csv \(or \.xlsx\) in nowhere/],
    [['--data', 'samples', '--department', 'D99'], /^--department D99 is not in samples; it has D01, D02/],
    [['--data', 'samples', '--distance', '1'], /^--distance goes with --self FILE/],
    [['--data', 'samples', '--self', 'x.csv', '--distance', 'far'], /^--distance far is not a number of levels/],
    [['--data', 'samples', '--self', 'x.csv'], /^x\.csv: there is no such file; check the path\./],
    [
      ['--data', 'samples', '--self', 'samples/organisation/ability_ratings.csv'],
      /line 2, column rater_id: "E001" is not E002/,
    ],
  ])('%j', async (args, sentence) => {
    const ran = await run(...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(sentence);
  });
});

const data = path.resolve('../shared/data');
if (existsSync(path.join(data, 'organisation/expected_gaps.csv'))) {
  test('reproduces the published gaps of a whole company, row by row', async () => {
    const json = JSON.parse((await run('--data', data, '--json')).out);
    const file = (name: string) => expected(path.join(data, 'organisation', `${name}.csv`));
    expect(Object.keys(json)).toEqual(['gaps', 'employees', 'departments']);
    expect(json.gaps).toEqual(await file('expected_gaps'));
    expect(json.employees).toEqual(await file('expected_employee_gaps'));
    expect(json.departments).toEqual(await file('expected_department_gaps'));
    expect(Object.keys(json.gaps[0])).toEqual(Object.keys((await file('expected_gaps'))[0]!));
  });
}

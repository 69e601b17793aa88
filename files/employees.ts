import { z } from 'zod';
import { PersonId } from '../contracts/ids.ts';
import {
  Code,
  Day,
  GRADES,
  type ImportedAbsence,
  type ImportedPerson,
  MailAddress,
  MOST_ROWS,
  MOST_YEARS,
  PersonName,
} from '../contracts/organisation.ts';
import { partsOf, spellIn } from './cells.ts';
import { FileFaults } from './faults.ts';
import { AS_MANY_AS_FIT, cellFault, Flag, faultOfNumber, orEmpty, readRows, Text } from './rows.ts';
import type { Row, Table } from './table.ts';

const EmployeeRow = z.object({
  employee_id: PersonId,
  name: PersonName,
  email: MailAddress,
  department: Code,
  manager_id: z.union([PersonId, z.literal('').transform(() => null)], 'must be an employee id, or empty for the head'),
  post_code: Code,
  grade: z.enum(GRADES, `must be one of ${GRADES.join(', ')}`),
  hired_on: Day,
  locale: z.enum(['en', 'zh-CN'], 'must be en or zh-CN'),
  time_zone: Text,
  calendar: Code,
  technical_backbone: Flag,
});

interface Employees {
  readonly people: ImportedPerson[];
  /** From the column `absences`, for folders without a table of their own; undefined: there is no such column. */
  readonly absences: ImportedAbsence[] | undefined;
}

/**
 * Reads employees: the columns of the sample, with a column performance_YYYY for each year that was graded; an empty cell
 * there says that the person was not graded, a missing column says nothing.
 */
export function readEmployees(table: Table): Employees {
  const years = table.columns.flatMap((column) => /^performance_(\d{4})$/.exec(column)?.[1] ?? []);
  if (years.length > MOST_YEARS) {
    const columns = `${table.name} has ${years.length} columns performance_YYYY, and may have ${MOST_YEARS}`;
    throw new FileFaults([`${columns}; leave out the oldest years.`]);
  }
  const read = readRows(table, EmployeeRow, ['employee_id'], {
    beside: faultsBeside(table, years),
    most: AS_MANY_AS_FIT,
  });
  const absences = table.columns.includes('absences') ? table.rows.flatMap((row) => [...absencesOf(row)]) : undefined;
  return { people: read.map(({ row }, at) => personOf(row, gradesOf(table.rows[at]!, years))), absences };
}

function* faultsBeside(table: Table, years: readonly string[]): Generator<string> {
  yield* mailsTwice(table);
  yield* wrongGrades(table, years);
  yield* wrongAbsences(table);
}

function* mailsTwice(table: Table): Generator<string> {
  const lines = new Map<string, number>();
  for (const row of table.rows) {
    const mail = row.cells.email?.trim().toLowerCase() ?? '';
    const first = lines.get(mail);
    if (mail !== '' && first !== undefined) yield cellFault(table, row, 'email', `is in line ${first} already`);
    else lines.set(mail, row.line);
  }
}

function personOf(row: z.infer<typeof EmployeeRow>, performance: Grades): ImportedPerson {
  return {
    id: row.employee_id,
    name: row.name,
    email: row.email,
    department: row.department,
    manager: row.manager_id,
    post: row.post_code,
    grade: row.grade,
    hiredOn: row.hired_on,
    locale: row.locale,
    timeZone: row.time_zone,
    calendar: row.calendar,
    technicalBackbone: row.technical_backbone,
    performance,
  };
}

type Grades = Record<string, number | null>;

const gradeIn = (row: Row, year: string): string => row.cells[`performance_${year}`]?.trim() ?? '';

/** Year to grade; null for a year whose cell is empty. */
function gradesOf(row: Row, years: readonly string[]): Grades {
  return Object.fromEntries(years.map((year) => [year, gradeIn(row, year) === '' ? null : Number(gradeIn(row, year))]));
}

function* wrongGrades(table: Table, years: readonly string[]): Generator<string> {
  for (const row of table.rows) {
    for (const year of years) {
      const grade = gradeIn(row, year);
      const fault = grade === '' ? null : faultOfNumber(grade, 1, 5, 1);
      if (fault) yield cellFault(table, row, `performance_${year}`, orEmpty(fault.replace('a number', 'a grade')));
    }
  }
}

/** `first day/last day`, several separated by a vertical bar. */
function* absencesOf(row: Row): Generator<ImportedAbsence> {
  for (const part of partsOf(row.cells.absences ?? '')) {
    yield { person: row.cells.employee_id ?? '', ...spellIn(part)! };
  }
}

function* wrongAbsences(table: Table): Generator<string> {
  let count = 0;
  for (const row of table.rows) {
    for (const part of partsOf(row.cells.absences ?? '')) {
      count += 1;
      const fault = spellIn(part) ? null : 'must be like 2026-12-12/2026-12-17, several separated by |';
      if (fault) yield cellFault(table, row, 'absences', fault);
      // What is wrong twice in a cell is told once.
      if (fault || count > MOST_ROWS) break;
    }
    if (count > MOST_ROWS) {
      yield cellFault(table, row, 'absences', `is more than the ${MOST_ROWS} absences that a file may hold; divide it`);
      return;
    }
  }
}

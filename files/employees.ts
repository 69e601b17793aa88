import { z } from 'zod';
import { PersonId } from '../contracts/ids.ts';
import {
  Code,
  Day,
  GRADES,
  type ImportedAbsence,
  type ImportedPerson,
  MailAddress,
  PersonName,
  SpellDay,
} from '../contracts/organisation.ts';
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
  const faults = mailsTwice(table);
  const performances = table.rows.map((row) => performanceOf(table, row, years, faults));
  const away = table.rows.flatMap((row) => windowsOf(table, row, faults));
  const read = readRows(table, EmployeeRow, ['employee_id'], faults, AS_MANY_AS_FIT);
  const absences = table.columns.includes('absences') ? away : undefined;
  return { people: read.map(({ row }, at) => personOf(row, performances[at]!)), absences };
}

function mailsTwice(table: Table): string[] {
  const faults: string[] = [];
  const lines = new Map<string, number>();
  for (const row of table.rows) {
    const mail = row.cells.email?.trim().toLowerCase() ?? '';
    const first = lines.get(mail);
    if (mail !== '' && first !== undefined) faults.push(cellFault(table, row, 'email', `is in line ${first} already`));
    else lines.set(mail, row.line);
  }
  return faults;
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

/** Year to grade; null for a year whose cell is empty. */
function performanceOf(table: Table, row: Row, years: readonly string[], faults: string[]): Grades {
  const performance: Grades = {};
  for (const year of years) {
    const column = `performance_${year}`;
    const cell = row.cells[column]?.trim() ?? '';
    if (cell === '') performance[year] = null;
    else {
      const fault = faultOfNumber(cell, 1, 5, 1);
      if (fault) faults.push(cellFault(table, row, column, orEmpty(fault.replace('a number', 'a grade'))));
      else performance[year] = Number(cell);
    }
  }
  return performance;
}

/** `first day/last day`, several separated by a vertical bar. */
function windowsOf(table: Table, row: Row, faults: string[]): ImportedAbsence[] {
  const cell = row.cells.absences?.trim() ?? '';
  if (cell === '') return [];
  const absences: ImportedAbsence[] = [];
  for (const window of cell.split('|')) {
    const [from, to, ...rest] = window.trim().split('/');
    const days = z.tuple([SpellDay, SpellDay]).safeParse([from, to]);
    if (days.success && rest.length === 0) {
      absences.push({ person: row.cells.employee_id ?? '', from: days.data[0], to: days.data[1] });
    } else {
      faults.push(cellFault(table, row, 'absences', 'must be like 2026-12-12/2026-12-17, several separated by |'));
    }
  }
  return absences;
}

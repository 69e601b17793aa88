import { z } from 'zod';
import type { CycleCommandBodies } from '../contracts/cycle/commands.ts';
import { PersonId } from '../contracts/ids.ts';
import { Code } from '../contracts/organisation.ts';
import { LISTED } from '../contracts/planning.ts';
import { decimal, ids, type Known, strangers } from './cells.ts';
import { readRows } from './rows.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './table.ts';

type Trainer = CycleCommandBodies['setTrainers']['trainers'][number];

const TrainerRow = z.object({
  employee_id: PersonId,
  course_ids: ids(Code, 'course ids', LISTED.courses),
  hours: decimal(0, 4000),
});

/** Who may teach which courses, for at most how many hours: `employee_id,course_ids,hours`. */
export function readTrainers(table: Table, known: Known = {}): Trainer[] {
  const beside = strangers(table, known, { employee_id: 'people', course_ids: 'courses' });
  return readRows(table, TrainerRow, ['employee_id'], { beside }).map(({ row }) => ({
    person: row.employee_id,
    courses: row.course_ids,
    hours: row.hours,
  }));
}

export function trainersSheet(trainers: readonly Trainer[]): Sheet {
  return {
    columns: Object.keys(TrainerRow.shape),
    rows: trainers.map(({ person, courses, hours }) => ({
      employee_id: person,
      course_ids: courses.join('|'),
      hours: String(hours),
    })),
  };
}

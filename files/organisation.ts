import path from 'node:path';
import { z } from 'zod';
import { PersonId } from '../contracts/ids.ts';
import { Code, DepartmentRecord, type ImportBody, type ImportedAbsence, SpellDay } from '../contracts/organisation.ts';
import { readCalendars } from './calendars.ts';
import { readEmployees } from './employees.ts';
import { optionalTable, requiredTable } from './folder.ts';
import { readAnchors, readPosts } from './posts.ts';
import { AS_MANY_AS_FIT, cellFault, FaultList, Flag, readRows, Text } from './rows.ts';
import type { Table } from './table.ts';

const DepartmentRow = z.object({
  department_id: Code,
  name: DepartmentRecord.shape.name,
  name_zh: DepartmentRecord.shape.nameZh,
  head_employee_id: PersonId,
  influence: Flag,
});

const AbsenceRow = z.object({ employee_id: PersonId, from: SpellDay, to: SpellDay, kind: Text });

/**
 * The organisation in a data folder, as the body of an `importOrganisation` command: organisation/departments and
 * employees (both needed), organisation/absences, posts/posts, post_elements and level_anchors, and every table in calendars/, each as
 * CSV or XLSX. Of what the folder has no table or column for, the body says nothing. All or nothing: throws FileFaults with one sentence for everything that is wrong in any of them.
 */
export async function readOrganisationFolder(folder: string): Promise<ImportBody> {
  const faults = new FaultList();
  const home = path.join(folder, 'organisation');
  const departments = await faults.gather(async () => readDepartments(await requiredTable(home, 'departments')));
  const employees = await faults.gather(async () => readEmployees(await requiredTable(home, 'employees')));
  const absences = await faults.gather(async () => {
    const table = await optionalTable(home, 'absences');
    return table && readAbsences(table);
  });
  const posts = await faults.gather(() => readPosts(path.join(folder, 'posts')));
  const anchors = await faults.gather(() => readAnchors(path.join(folder, 'posts')));
  const calendars = await faults.gather(() => readCalendars(path.join(folder, 'calendars')));
  faults.throwIfAny();
  return {
    departments,
    people: employees?.people,
    posts,
    anchors,
    calendars,
    absences: absences ?? employees?.absences,
  };
}

function readDepartments(table: Table): z.infer<typeof DepartmentRecord>[] {
  return readRows(table, DepartmentRow, ['department_id']).map(({ row }) => ({
    id: row.department_id,
    name: row.name,
    nameZh: row.name_zh,
    head: row.head_employee_id,
    influence: row.influence,
  }));
}

function readAbsences(table: Table): ImportedAbsence[] {
  return readRows(table, AbsenceRow, ['employee_id', 'from'], { beside: endedBefore(table), most: AS_MANY_AS_FIT }).map(
    ({ row }) => ({
      person: row.employee_id,
      from: row.from,
      to: row.to,
      kind: row.kind,
    }),
  );
}

function* endedBefore(table: Table): Generator<string> {
  for (const row of table.rows) {
    const { from = '', to = '' } = row.cells;
    const isBefore = SpellDay.safeParse(to).success && SpellDay.safeParse(from).success && to < from;
    if (isBefore) yield cellFault(table, row, 'to', `lies before the first day, ${from}`);
  }
}

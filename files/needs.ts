import { z } from 'zod';
import type { StatedNeed } from '../contracts/cycle/commands.ts';
import { PersonId } from '../contracts/ids.ts';
import { Code } from '../contracts/organisation.ts';
import { LISTED } from '../contracts/planning.ts';
import { ids, type Known, orNull, Switch, strangers, whole } from './cells.ts';
import { readRows } from './rows.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './table.ts';

type Need = z.infer<typeof StatedNeed>;

const NeedRow = z.object({
  department: Code,
  element_id: orNull(Code),
  level: orNull(whole(0, 7)),
  course_id: orNull(Code),
  people: ids(PersonId, 'employee ids', LISTED.people),
  urgency: whole(1, 3),
  must: Switch,
  goal: z.string().trim().min(1, 'must say what people are to be able to do afterwards').max(4000, 'is too long'),
  problem: z.string().trim().max(4000, 'is too long').default(''),
});

const NAMES = { department: 'departments', element_id: 'elements', course_id: 'courses', people: 'people' } as const;

/**
 * Training needs, as `importNeeds` takes them: `department,element_id,level,course_id,people,urgency,must,goal,problem`;
 * people are separated by a vertical bar, urgency is 1 now, 2 this year, 3 can wait. All or nothing: throws FileFaults
 * with a sentence for every row that is wrong, names something unknown, or stands there twice.
 */
export function readNeeds(table: Table, known: Known = {}): Need[] {
  const beside = strangers(table, known, NAMES);
  return readRows(table, NeedRow, ['department', 'element_id', 'level', 'course_id', 'people', 'goal'], { beside }).map(
    ({ row }) => ({
      department: row.department,
      element: row.element_id,
      level: row.level,
      course: row.course_id,
      people: row.people,
      urgency: row.urgency as Need['urgency'],
      must: row.must,
      goal: row.goal,
      problem: row.problem,
    }),
  );
}

/** Needs as a table; with `need` and `state` where they are given, which an import looks past. */
export function needsSheet(needs: readonly (Need & { readonly need?: string; readonly state?: string })[]): Sheet {
  return {
    columns: ['need_id', ...Object.keys(NeedRow.shape), 'state'],
    rows: needs.map((n) => ({
      need_id: n.need ?? '',
      department: n.department,
      element_id: n.element ?? '',
      level: n.level === null ? '' : String(n.level),
      course_id: n.course ?? '',
      people: n.people.join('|'),
      urgency: String(n.urgency),
      must: String(n.must),
      goal: n.goal,
      problem: n.problem,
      state: n.state ?? '',
    })),
  };
}

import { z } from 'zod';
import { figure, readRows, Text } from './rows.ts';
import type { Table } from './table.ts';

const CourseRow = z.object({
  course_id: Text,
  title: Text,
  provider: Text,
  duration_hours: figure(0, 10_000),
  form: Text,
  total_cost_usd: figure(0, 10_000_000),
  element_ids: z.string(),
});

export interface Course {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly hours: string;
  readonly form: string;
  /** US dollars a person, all included. */
  readonly cost: string;
  /** Ids of the elements of ability models that it teaches. */
  readonly elements: readonly string[];
}

export function readCourses(table: Table): Course[] {
  return readRows(table, CourseRow, ['course_id']).map(({ row }) => ({
    id: row.course_id,
    title: row.title,
    provider: row.provider,
    hours: row.duration_hours,
    form: row.form,
    cost: row.total_cost_usd,
    elements: row.element_ids.split('|').filter((id) => id !== ''),
  }));
}

import type { Post } from '../organisation/state.ts';
import { type DepartmentGap, departmentGaps } from './departments.ts';
import { type EmployeeGaps, employeeGaps } from './employees.ts';
import { type GapRow, gapRows, type RatedPerson, type Rating } from './gap.ts';

export interface GapAnalysis {
  readonly gaps: readonly GapRow[];
  readonly employees: readonly EmployeeGaps[];
  readonly departments: readonly DepartmentGap[];
}

/** The gaps by person and element, by person, and by department and element; see the functions that make each. */
export function gapAnalysis(
  people: readonly RatedPerson[],
  posts: ReadonlyMap<string, Post>,
  ratings: Iterable<Rating>,
): GapAnalysis {
  const gaps = gapRows(people, posts, ratings);
  return { gaps, employees: employeeGaps(people, gaps), departments: departmentGaps(people, gaps) };
}

import { byName } from '../ranking/method.ts';
import { inHundredths, inWeighted, sixDecimals, WEIGHTED } from './figures.ts';
import type { GapRow, RatedPerson } from './gap.ts';

/** One element of ability in one department; the figures are null when nobody there was rated in it. */
export interface DepartmentGap {
  readonly department: string;
  readonly element: string;
  /** People whose post needs the element. */
  readonly employeesRequired: number;
  readonly employeesRated: number;
  /** Sum of the gaps, two decimals. */
  readonly gapSum: number | null;
  /** Sum of gap x importance, four decimals. */
  readonly weightedGapSum: number | null;
  /** gapSum / employeesRated, six decimals, halves rounded up. */
  readonly meanGap: number | null;
  /** 1 for the largest weightedGapSum in the department; of equal ones the first by id goes before. */
  readonly rank: number | null;
}

/**
 * For each department, by id, the elements that any of its posts has: first those with a rank, in its order, then those
 * in which nobody was rated, by id.
 */
export function departmentGaps(people: Iterable<RatedPerson>, rows: Iterable<GapRow>): DepartmentGap[] {
  const departments = new Map([...people].map(({ id, department }) => [id, department]));
  const sums = new Map<string, Map<string, Sums>>();
  for (const row of rows) {
    const department = departments.get(row.person);
    if (department !== undefined) add(sumsOf(sums, department, row.element), row);
  }
  return [...sums].sort(([a], [b]) => byName(a, b)).flatMap(([department, elements]) => ranked(department, elements));
}

interface Sums {
  required: number;
  rated: number;
  gap: number;
  weighted: number;
}

function sumsOf(sums: Map<string, Map<string, Sums>>, department: string, element: string): Sums {
  const elements = sums.get(department) ?? new Map<string, Sums>();
  sums.set(department, elements);
  const sum = elements.get(element) ?? { required: 0, rated: 0, gap: 0, weighted: 0 };
  elements.set(element, sum);
  return sum;
}

function add(sum: Sums, { gap, weighted }: GapRow): void {
  sum.required++;
  if (gap === null || weighted === null) return;
  sum.rated++;
  sum.gap += inHundredths(gap);
  sum.weighted += inWeighted(weighted);
}

function ranked(department: string, elements: ReadonlyMap<string, Sums>): DepartmentGap[] {
  const known = (sum: Sums): number => (sum.rated > 0 ? 1 : 0);
  return [...elements]
    .sort(([a, x], [b, y]) => known(y) - known(x) || y.weighted - x.weighted || byName(a, b))
    .map(([element, sum], at) => ({
      department,
      element,
      employeesRequired: sum.required,
      employeesRated: sum.rated,
      gapSum: known(sum) ? sum.gap / 100 : null,
      weightedGapSum: known(sum) ? sum.weighted / WEIGHTED : null,
      meanGap: known(sum) ? sixDecimals(sum.gap, sum.rated * 100) : null,
      rank: known(sum) ? at + 1 : null,
    }));
}

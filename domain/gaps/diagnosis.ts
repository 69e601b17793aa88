import type { PersonId } from '../../contracts/ids.ts';
import { byName } from '../ranking/method.ts';
import { hundredths, inHundredths, inWeighted, WEIGHTED } from './figures.ts';
import type { GapRow, RatedPerson } from './gap.ts';

/** An element in which people of a department fall short of their posts: what a head may ask training for. */
export interface DiagnosedGap {
  readonly department: string;
  readonly element: string;
  /** Who has the gap, the largest weighted gap first, then by id; at least one person. */
  readonly people: readonly DiagnosedPerson[];
  /** Over these people: gap points, two decimals, and weighted gap points, four decimals. */
  readonly gapSum: number;
  readonly weightedGapSum: number;
  /** The highest level that any of their posts requires: what a course has to lead to. */
  readonly level: number;
  /** People of the department whose post needs the element and whose level nobody has rated. */
  readonly unrated: number;
}

export interface DiagnosedPerson {
  readonly person: PersonId;
  readonly gap: number;
  readonly weighted: number;
}

/**
 * The diagnosed gaps of each department: elements with the people whose gap is larger than `threshold` levels (0: any
 * gap). Departments by id, in each the largest weighted sum first, then by element. What is missing is counted beside it
 * and diagnoses nothing.
 */
export function diagnosedGaps(
  people: Iterable<RatedPerson>,
  rows: Iterable<GapRow>,
  threshold: number | string = 0,
): DiagnosedGap[] {
  const limit = hundredths(threshold);
  const departments = new Map([...people].map(({ id, department }) => [id, department]));
  const found = new Map<string, Found>();
  for (const row of rows) {
    const department = departments.get(row.person);
    if (department === undefined) continue;
    const key = `${department}\n${row.element}`;
    const one = found.get(key) ?? { department, element: row.element, people: [], level: 0, unrated: 0 };
    found.set(key, one);
    take(one, row, limit);
  }
  return [...found.values()]
    .filter((one) => one.people.length > 0)
    .map(diagnosis)
    .sort(
      (a, b) =>
        byName(a.department, b.department) || b.weightedGapSum - a.weightedGapSum || byName(a.element, b.element),
    );
}

interface Found {
  readonly department: string;
  readonly element: string;
  readonly people: DiagnosedPerson[];
  level: number;
  unrated: number;
}

function take(found: Found, { person, gap, weighted, required }: GapRow, limit: number): void {
  if (gap === null || weighted === null) found.unrated++;
  else if (inHundredths(gap) > limit) {
    found.people.push({ person, gap, weighted });
    found.level = Math.max(found.level, required);
  }
}

function diagnosis({ people, ...found }: Found): DiagnosedGap {
  return {
    ...found,
    people: people.sort((a, b) => b.weighted - a.weighted || byName(a.person, b.person)),
    gapSum: people.reduce((sum, { gap }) => sum + inHundredths(gap), 0) / 100,
    weightedGapSum: people.reduce((sum, { weighted }) => sum + inWeighted(weighted), 0) / WEIGHTED,
  };
}

import type { PersonId } from '../../contracts/ids.ts';
import { byName } from '../ranking/method.ts';
import { inHundredths, inWeighted, sixDecimals, WEIGHTED } from './figures.ts';
import type { GapRow, RatedPerson } from './gap.ts';

/** One person's gaps over the elements that were rated; the figures are null when none was. */
export interface EmployeeGaps {
  readonly person: PersonId;
  readonly ratedElements: number;
  readonly missingElements: number;
  /** Sum of the importance of the rated elements, two decimals. */
  readonly importanceSum: number | null;
  /** Sum of gap x importance, four decimals. */
  readonly weightedGapSum: number | null;
  /** weightedGapSum / importanceSum: the usual gap in levels, six decimals, halves rounded up. */
  readonly weightedMeanGap: number | null;
  /** The element with the largest weighted gap, of equal ones the first by id; null when every gap is 0. */
  readonly largestGapElement: string | null;
}

/**
 * A row for each person, by id: how far they are from their post over the rated elements alone, each counting as much
 * as it is important (an importance-weighted mean). Missing elements are counted and enter no figure.
 */
export function employeeGaps(people: Iterable<RatedPerson>, rows: Iterable<GapRow>): EmployeeGaps[] {
  const sums = new Map<PersonId, Sums>();
  for (const { id } of people) sums.set(id, emptySums());
  for (const row of rows) add(sums, row);
  return [...sums.keys()].sort(byName).map((person) => employeeRow(person, sums.get(person)!));
}

interface Sums {
  rated: number;
  missing: number;
  importance: number;
  weighted: number;
  largest: number;
  element: string | null;
}

const emptySums = (): Sums => ({ rated: 0, missing: 0, importance: 0, weighted: 0, largest: 0, element: null });

function add(sums: ReadonlyMap<PersonId, Sums>, row: GapRow): void {
  const sum = sums.get(row.person);
  if (!sum) return;
  if (row.weighted === null) {
    sum.missing++;
    return;
  }
  const weighted = inWeighted(row.weighted);
  sum.rated++;
  sum.importance += inHundredths(row.importance);
  sum.weighted += weighted;
  if (weighted > sum.largest || (weighted === sum.largest && sum.element !== null && row.element < sum.element)) {
    sum.largest = weighted;
    sum.element = row.element;
  }
}

function employeeRow(person: PersonId, { rated, missing, importance, weighted, element }: Sums): EmployeeGaps {
  const known = rated > 0;
  return {
    person,
    ratedElements: rated,
    missingElements: missing,
    importanceSum: known ? importance / 100 : null,
    weightedGapSum: known ? weighted / WEIGHTED : null,
    // Ten-thousandths over hundredths: a hundred times the quotient.
    weightedMeanGap: known ? sixDecimals(weighted, importance * 100) : null,
    largestGapElement: element,
  };
}

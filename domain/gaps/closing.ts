import type { PersonId } from '../../contracts/ids.ts';
import { inHundredths, WEIGHTED } from './figures.ts';
import type { GapRow } from './gap.ts';

/** What became of one gap when the person was rated again. */
export interface GapChange {
  readonly person: PersonId;
  readonly element: string;
  /** The gap then, in levels, two decimals. */
  readonly before: number;
  /** The gap now; null when the person was not rated again in the element. */
  readonly after: number | null;
  /** before - after: gap points closed, below 0 when the gap has grown; null when it is unknown. */
  readonly closed: number | null;
  /** closed x importance, four decimals: weighted gap points. */
  readonly weightedClosed: number | null;
}

/**
 * The gaps that were open at the first rating, and those that have opened since, with what has been closed. Both ratings
 * are held against the level and importance of the first one: a model that was changed in between closes no gap. A
 * person who was not rated again keeps an unknown, never a 0. In the order of `before`.
 */
export function openGapsBetween(before: readonly GapRow[], after: readonly GapRow[]): GapChange[] {
  const later = new Map<PersonId, Map<string, number>>();
  for (const { person, element, rated } of after) {
    if (rated === null) continue;
    const own = later.get(person);
    if (own) own.set(element, inHundredths(rated));
    else later.set(person, new Map([[element, inHundredths(rated)]]));
  }
  return before.flatMap((row): GapChange[] => {
    if (row.gap === null) return [];
    const change = changeOf(row, row.gap, later.get(row.person)?.get(row.element));
    return change.before > 0 || (change.after ?? 0) > 0 ? [change] : [];
  });
}

function changeOf({ person, element, importance, required }: GapRow, before: number, rated?: number): GapChange {
  if (rated === undefined) return { person, element, before, after: null, closed: null, weightedClosed: null };
  const after = Math.max(0, inHundredths(required) - rated);
  const closed = inHundredths(before) - after;
  const weightedClosed = (closed * inHundredths(importance)) / WEIGHTED;
  return { person, element, before, after: after / 100, closed: closed / 100, weightedClosed };
}

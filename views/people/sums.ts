import type { AbilityCell } from '../../contracts/views/people/ability.ts';
import { hundredths, inWeighted, sixDecimals, WEIGHTED } from '../../domain/gaps/figures.ts';

/** One element over several people; sums are null when nobody is rated. */
export interface ElementSum {
  readonly element: string;
  readonly required: number;
  readonly rated: number;
  readonly meanGap: number | null;
  readonly weighted: number | null;
  readonly met: number;
}

/** The elements of some cells by the figure that is shown of them, the widest mean gap first, and last what nobody is rated in. */
export function elementSums(cells: readonly AbilityCell[]): ElementSum[] {
  const sums = new Map<string, { required: number; rated: number; gap: number; weighted: number; met: number }>();
  for (const { element, gap, weighted, fate } of cells) {
    const sum = sums.get(element) ?? { required: 0, rated: 0, gap: 0, weighted: 0, met: 0 };
    sums.set(element, sum);
    sum.required++;
    if (fate?.code === 'planned') sum.met++;
    if (gap === null || weighted === null) continue;
    sum.rated++;
    sum.gap += hundredths(gap);
    sum.weighted += inWeighted(weighted);
  }
  return [...sums]
    .map(([element, { required, rated, gap, weighted, met }]) => ({
      ...{ element, required, rated, met },
      meanGap: rated ? sixDecimals(gap, rated * 100) : null,
      weighted: rated ? weighted / WEIGHTED : null,
    }))
    .sort(
      (a, b) =>
        (b.meanGap ?? -1) - (a.meanGap ?? -1) ||
        (b.weighted ?? -1) - (a.weighted ?? -1) ||
        (a.element < b.element ? -1 : 1),
    );
}

/** The gap of somebody, or of a group, in levels, counting important elements more; null: nothing is rated. */
export function meanGapOf(cells: readonly AbilityCell[]): number | null {
  const rated = cells.filter((c) => c.weighted !== null);
  const importance = rated.reduce((sum, c) => sum + hundredths(c.importance), 0);
  if (importance === 0) return null;
  return sixDecimals(
    rated.reduce((sum, c) => sum + inWeighted(c.weighted!), 0),
    importance * 100,
  );
}

/** From which gap in levels on a shade begins, the palest first. */
const STEPS = [0.05, 0.5, 1, 1.5] as const;

export const SHADES = [0, 1, 2, 3, 4] as const;

/** How dark a gap is, from 0 for none to 4; null: not rated, which is hatched. @param gap in levels */
export function shadeOf(gap: number | null): number | null {
  return gap === null ? null : STEPS.filter((step) => gap >= step).length;
}

import type { Cell } from '../api/team.ts';

/** Cells by the figure that is shown of them: the widest gap first, of two that are as wide the more important one, and last what nobody has rated. */
export function byGap<C extends Pick<Cell, 'gap' | 'weighted'>>(cells: readonly C[]): readonly C[] {
  return [...cells].sort((a, b) => (b.gap ?? -1) - (a.gap ?? -1) || (b.weighted ?? -1) - (a.weighted ?? -1));
}

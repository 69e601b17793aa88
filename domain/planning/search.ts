import type { Solver } from '../assignment/solver.ts';
import { construct, habitsOf } from './construct.ts';
import type { Draft } from './draft.ts';
import { urgency } from './fill.ts';
import type { Layout } from './layout.ts';

export interface Found {
  readonly draft: Draft;
  /** Thousandths of points of which no plan promises more; null: the draft is as good as any. */
  readonly bound: number | null;
}

/** The best draft within reach that leaves nothing out that must stand; null: none was found. */
export function search(layout: Layout, _solver: Solver): Found | null {
  const draft = construct(layout, urgency(layout), null, habitsOf(layout));
  if (layout.seats.some(({ must, index }) => must && !draft.runOf(index))) return null;
  const all = layout.seats.reduce((sum, { gains }) => sum + gains.slice(1).reduce((a, b) => a + b, 0), 0);
  return { draft, bound: all };
}

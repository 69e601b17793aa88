import { NotSolved, type Solver } from '../assignment/solver.ts';
import { construct, habitsOf } from './construct.ts';
import { betterDraft, type Draft } from './draft.ts';
import { exact } from './exact.ts';
import { leftOut, urgency } from './fill.ts';
import type { Layout } from './layout.ts';
import { type Outlined, outline } from './outline.ts';

export interface Found {
  /** null: what must stand does not. */
  readonly draft: Draft | null;
  /** Thousandths of points of which no plan promises more; null: the draft is as good as any. */
  readonly bound: number | null;
  /** With no draft: it is proven that there is none. */
  readonly proven: boolean;
}

/** How often a draft is built anew, those first that came off badly the last time. */
const ROUNDS = 12;
/** So many rounds without a better draft are enough. */
const IDLE = 4;

/** The best draft within reach: at once when everybody has a place, else by outline, rounds, and one whole program. */
export function search(layout: Layout, solver: Solver): Found {
  const first = construct(layout, urgency(layout), null, habitsOf(layout));
  if (leftOut(first).length === 0) return { draft: first, bound: null, proven: true };
  const outlined = unlessUnsolved(() => outline(layout, solver));
  if (outlined === null) return { draft: null, bound: null, proven: true };
  const best = rounds(layout, outlined ?? null, first);
  if (outlined && reaches(best, outlined)) return { draft: best, bound: null, proven: true };
  const whole = unlessUnsolved(() => exact(layout, solver));
  if (whole?.proven) return { draft: whole.draft, bound: null, proven: true };
  const draft = whole?.draft ? betterDraft(best, whole.draft) : best;
  if (!standsAll(draft)) return { draft: null, bound: null, proven: false };
  return { draft, bound: boundOf(layout, outlined ?? null), proven: false };
}

/** undefined: the effort ended without an answer. */
function unlessUnsolved<T>(solve: () => T): T | undefined {
  try {
    return solve();
  } catch (error) {
    if (error instanceof NotSolved) return undefined;
    throw error;
  }
}

/** Series that lost somebody choose earlier in the next round (squeaky wheel; Joslin and Clements 1998). */
function rounds(layout: Layout, outlined: Outlined | null, first: Draft): Draft {
  const habits = habitsOf(layout);
  const tried = new Set<string>();
  let best = first;
  let order = urgency(layout);
  for (let round = 0, idle = 0; round < ROUNDS && idle < IDLE && !tried.has(order.join()); round++) {
    tried.add(order.join());
    const draft = construct(layout, order, outlined, habits);
    const better = betterDraft(best, draft);
    idle = better === best ? idle + 1 : 0;
    best = better;
    if (outlined && reaches(best, outlined)) return best;
    const wanted = leftOut(draft).filter(({ index, must }) => must || !outlined || outlined.seats.has(index));
    const lost = new Set(wanted.map(({ series }) => series));
    order = [...order.filter((index) => lost.has(index)), ...order.filter((index) => !lost.has(index))];
  }
  return best;
}

function standsAll(draft: Draft): boolean {
  return !draft.layout.seats.some(({ must, index }) => must && !draft.runOf(index));
}

/** Every rank has what no plan passes. */
function reaches(draft: Draft, { bounds }: Outlined): boolean {
  const gains = draft.gains();
  return standsAll(draft) && bounds.every((bound, rank) => rank === 0 || gains[rank]! >= bound);
}

/** What any plan could promise that treats the ranks at least as well. */
function boundOf({ seats }: Layout, outlined: Outlined | null): number {
  const all = seats.reduce((sum, { gains }) => sum + gains.slice(1).reduce((a, b) => a + b, 0), 0);
  return Math.min(all, outlined?.total ?? all);
}

import type { LineFate } from '../../../contracts/cycle/effect.ts';
import type { PlannedOffering } from '../../../contracts/planning.ts';
import { versionOf } from '../approval/looked.ts';
import type { CycleState } from '../state.ts';

/** A line of the plan with what it promises. */
export interface Promised {
  /** As it is now; a cancelled one as it was approved. */
  readonly line: PlannedOffering;
  /** Weighted gap points, as approved; of a line that was added, as added. */
  readonly points: number;
  readonly fate: LineFate | null;
}

/**
 * What was promised: the lines of the approved plan, whatever changes have made of them, and those that changes have
 * added. A promise is not made smaller by cancelling what was to keep it. By id.
 */
export function promisesOf(state: CycleState): Promised[] {
  const approved = state.frozen ? (versionOf(state, state.frozen.version)?.plan.offerings ?? []) : [];
  const known = new Set(approved.map((o) => o.id));
  const added = Object.values(state.lines).filter((o) => !known.has(o.id));
  const kept = approved.filter((o) => state.lines[o.id] || !added.some((a) => isSameCourse(a, o)));
  return [
    ...kept.map((o) => promised(o, state.lines[o.id])),
    ...added.map((line) => ({ line, points: line.effect, fate: 'added' as const })),
  ].sort((a, b) => (a.line.id < b.line.id ? -1 : 1));
}

function promised(approved: PlannedOffering, now: PlannedOffering | undefined): Promised {
  if (!now) return { line: approved, points: approved.effect, fate: 'cancelled' };
  const same = JSON.stringify(now) === JSON.stringify(approved);
  return { line: now, points: approved.effect, fate: same ? null : 'changed' };
}

/** A cancelled line that is held again under a new number makes one promise, not two. */
function isSameCourse(a: PlannedOffering, b: PlannedOffering): boolean {
  return a.course === b.course && a.needs.join() === b.needs.join();
}

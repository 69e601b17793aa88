import type { PlannedOffering } from '../../../contracts/planning.ts';
import { offeringOf } from '../execution/requests.ts';
import type { ChangeRequest, CycleState } from '../state.ts';
import { plannedLines } from './resources-view.ts';

/** A line of the plan as it is now, with the changes that have made it so. */
export interface LineOfPlan {
  readonly planned: PlannedOffering;
  /** Not held any more: a change has cancelled it. */
  readonly cancelled: boolean;
  /** Changes that were carried out, oldest first; an emergency stays marked as one. */
  readonly changes: readonly Pick<ChangeRequest, 'id' | 'emergency' | 'state' | 'by'>[];
}

const CARRIED_OUT: readonly ChangeRequest['state'][] = ['applied', 'confirmed', 'undone'];

/** The plan line by line: what was frozen and what requests have changed since, each marked; what was cancelled too. */
export function planLines(state: CycleState): LineOfPlan[] {
  const applied = Object.values(state.changes).filter((c) => CARRIED_OUT.includes(c.state));
  const lines = plannedLines(state);
  const gone = applied.flatMap((c) => (c.before && !state.lines[c.before.id] ? [c.before] : []));
  const last = new Map(gone.map((o) => [o.id, o]));
  return [
    ...lines.map((planned) => ({ planned, cancelled: false })),
    ...[...last.values()].map((planned) => ({ planned, cancelled: true })),
  ]
    .sort((a, b) => (a.planned.id < b.planned.id ? -1 : 1))
    .map((line) => ({
      ...line,
      changes: applied
        .filter((c) => offeringOf(c.what) === line.planned.id)
        .map(({ id, emergency, state: now, by }) => ({ id, emergency, state: now, by })),
    }));
}

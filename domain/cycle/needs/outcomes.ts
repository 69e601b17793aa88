import type { CycleEventBodies } from '../../../contracts/cycle/events.ts';
import type { Merged } from '../../../contracts/cycle/needs.ts';
import type { PlannedOffering } from '../../../contracts/planning.ts';
import type { CycleState, Need } from '../state.ts';

export type NeedOutcome = CycleEventBodies['CycleClosed']['needs'][string];

/** Where every need of a cycle has ended, or would if the cycle closed now: exactly one end each. */
export function outcomesOf(state: CycleState): Record<string, NeedOutcome> {
  const merged = mergedByNeed(state);
  return Object.fromEntries(Object.values(state.needs).map((n) => [n.need, endOf(state, n, merged.get(n.need))]));
}

/** The merged need that each need has gone into. */
export function mergedByNeed({ merged }: CycleState): Map<string, Merged> {
  return new Map(Object.values(merged).flatMap((m) => m.needs.map((n) => [n, m] as const)));
}

/** The lines of the approved plan, as changed, in which somebody of the need has a seat for it. */
export function linesFor({ lines }: CycleState, need: Need, merged: Merged | undefined): PlannedOffering[] {
  if (!merged) return [];
  const own = new Set(need.people);
  return Object.values(lines).filter(
    (o) => o.needs.includes(merged.id) && (own.size === 0 || o.participants.some((p) => own.has(p))),
  );
}

function endOf(state: CycleState, need: Need, merged: Merged | undefined): NeedOutcome {
  // What a head strikes from the list is taken back by the department, as what its author withdraws.
  if (need.state === 'withdrawn' || need.state === 'dropped') return 'withdrawn';
  if (need.state === 'sent-back') return 'sent-back';
  if (linesFor(state, need, merged).length > 0) return 'planned';
  const coached = need.state === 'confirmed' && merged && state.sourcing[merged.id]?.source === 'coaching';
  return coached ? 'coached' : 'cut';
}

import type { Merged } from '../../../contracts/cycle/needs.ts';
import { type CycleState, type Need, standingNeeds } from '../state.ts';

/** The third of a head's order in which a need stands: 1 the most wanted; without a rank the middle one. */
export function thirdOf(rank: number | null, ranked: number): 1 | 2 | 3 {
  if (rank === null || ranked === 0) return 2;
  return (1 + Math.min(2, Math.floor((3 * (rank - 1)) / ranked))) as 1 | 2 | 3;
}

/**
 * The priority of a need, 1 (first) to 9: 3 x (urgency - 1) + the third of its head's order. What law or contract asks for
 * is 1 whatever its urgency. `ranked`: how many needs the department has put in order.
 */
export function priorityOfNeed(
  { urgency, must, rank }: Pick<Need, 'urgency' | 'must' | 'rank'>,
  ranked: number,
): number {
  return must ? 1 : 3 * (urgency - 1) + thirdOf(rank, ranked);
}

/** The last rank that was given in each department. */
function rankedByDepartment(state: CycleState): Map<string, number> {
  const ranked = new Map<string, number>();
  for (const { department, rank } of standingNeeds(state)) {
    if (rank !== null) ranked.set(department, Math.max(ranked.get(department) ?? 0, rank));
  }
  return ranked;
}

/** Need to priority, 1 to 9, for all needs that stand. */
export function needPriorities(state: CycleState): Map<string, number> {
  const ranked = rankedByDepartment(state);
  return new Map(standingNeeds(state).map((n) => [n.need, priorityOfNeed(n, ranked.get(n.department) ?? 0)]));
}

/** Merged need to priority, 1 to 9: that of the most urgent of its needs. */
export function prioritiesOf(state: CycleState): Map<string, number> {
  const needs = needPriorities(state);
  return new Map(Object.values(state.merged).map((m) => [m.id, firstOf(m, needs)]));
}

function firstOf({ needs }: Merged, priorities: ReadonlyMap<string, number>): number {
  return Math.min(9, ...needs.flatMap((n) => priorities.get(n) ?? []));
}

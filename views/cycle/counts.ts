import type { CycleState } from '../../domain/cycle/state.ts';

/** How many needs there are: by how they stand, and of each department those that were not dropped or withdrawn. */
interface NeedCounts {
  readonly byState: Readonly<Record<string, number>>;
  readonly byDepartment: ReadonlyMap<string, number>;
}

/** A state that is being looked at never changes, and tens of thousands of needs are not counted at each look. */
const known = new WeakMap<CycleState, NeedCounts>();

export function needCounts(state: CycleState): NeedCounts {
  let found = known.get(state);
  if (!found) {
    found = counted(state);
    known.set(state, found);
  }
  return found;
}

function counted(state: CycleState): NeedCounts {
  const needs = Object.values(state.needs);
  const standing = needs.filter((n) => n.state !== 'dropped' && n.state !== 'withdrawn');
  return {
    byState: countBy(needs.map((n) => n.state)),
    byDepartment: new Map(Object.entries(countBy(standing.map((n) => n.department)))),
  };
}

/** How often each key is there. */
export function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

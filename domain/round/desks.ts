import type { Instant } from '../../contracts/ids.ts';
import { type Desk, isPending, type RoundState, type Task, type TaskState } from './state.ts';

/** A task comes to somebody's desk. */
export function put(state: RoundState, task: Task): void {
  state.tasks.set(task.id, task);
  desk(state, task.assignee).open.add(task.id);
  touch(state, task.assignee);
  state.open++;
}

/** A task becomes another; it lies on its desk as long as it waits for an answer. */
export function change(state: RoundState, id: string, patch: Partial<Task>): void {
  const before = state.tasks.get(id);
  if (!before) return;
  const after = { ...before, ...patch };
  state.tasks.set(id, after);
  if (isPending(before) !== isPending(after)) {
    state.open += isPending(after) ? 1 : -1;
    if (isPending(after)) desk(state, after.assignee).open.add(id);
    else desk(state, before.assignee).open.delete(id);
  }
  touch(state, after.assignee);
}

/** A task waits for an answer no more. */
export function settle(state: RoundState, id: string, as: TaskState, at: Instant, patch: Partial<Task>): void {
  change(state, id, { ...patch, state: as, settledAt: at });
}

/** The same without an answer; somebody else is to be found where the round says so. */
export function vacate(state: RoundState, id: string, as: TaskState, at: Instant): void {
  const waits = state.spec?.policy.replaces ?? false;
  settle(state, id, as, at, { vacant: waits });
  if (waits) state.vacant.add(id);
  state.news++;
}

/** Somebody's desk, an empty one where they had none. */
export function desk(state: RoundState, person: string): Desk {
  const found = state.desks.get(person) ?? { open: new Set<string>(), plan: null, planned: null };
  state.desks.set(person, found);
  return found;
}

/** When somebody hears next is to be planned anew. */
export function touch(state: RoundState, person: string): void {
  desk(state, person).planned = null;
}

/** The same for everybody. */
export function voidPlans(state: RoundState): void {
  for (const d of state.desks.values()) d.planned = null;
}

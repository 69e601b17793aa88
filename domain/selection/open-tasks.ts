import type { HouseReason } from '../../contracts/reasons.ts';
import type { SelectionEventBodies } from '../../contracts/selection/events.ts';
import { NOTHING_OPEN, order } from '../procedure/orders.ts';
import { childOf, openRounds } from '../procedure/rounds.ts';
import type { Context } from '../process.ts';
import { isPending } from '../round/state.ts';
import type { SelectionState } from './state.ts';

type Tasks = SelectionEventBodies['ApplicationWithdrawn']['tasks'];

/**
 * The open tasks of the selection's rounds that are about an application, but for objections: whoever has objected is
 * answered, whatever became of the application.
 */
export function openTasksAbout(state: SelectionState, code: string, context: Context): Tasks {
  return openRounds(state).flatMap(({ id, purpose }) => {
    if (purpose === 'objections') return [];
    const all = [...(childOf(context, id)?.tasks.values() ?? [])];
    const tasks = all.filter((t) => t.about === code && isPending(t));
    return tasks.length ? [{ round: id, tasks: tasks.map((t) => t.id) }] : [];
  });
}

/** One order a task: should one have been answered in the same moment, the others are taken back all the same. */
export function takeBack(tasks: Tasks, reason: HouseReason) {
  return tasks.flatMap(({ round, tasks: ids }) =>
    ids.map((id) => order(round, 'withdraw', { tasks: [id], reason }, NOTHING_OPEN)),
  );
}

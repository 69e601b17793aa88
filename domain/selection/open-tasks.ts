import type { PersonId } from '../../contracts/ids.ts';
import type { HouseReason } from '../../contracts/reasons.ts';
import type { SelectionEventBodies } from '../../contracts/selection/events.ts';
import type { Purpose } from '../../contracts/selection/terms.ts';
import type { Context } from '../process.ts';
import { isPending, type Task } from '../round/state.ts';
import { NOTHING_OPEN, order } from './part.ts';
import { childOf, openRounds } from './rounds.ts';
import type { CalledRound, SelectionState } from './state.ts';

type Tasks = SelectionEventBodies['ApplicationWithdrawn']['tasks'];

/** The open tasks of the selection's rounds that are about an application (of some people, or of all). */
export function openTasksAbout(state: SelectionState, code: string, context: Context, of?: string): Tasks {
  return openTasks(openRounds(state), context, (t) => t.about === code && (of === undefined || t.assignee === of));
}

/** Rounds that may be open while applications still come in, and by whose tasks those of others are judged. */
const JUDGING: readonly Purpose[] = ['screening', 'screening-objections'];

/** The open tasks by which somebody is to judge applications. */
export function openJudgementsOf(state: SelectionState, person: PersonId, context: Context): Tasks {
  const rounds = openRounds(state).filter(({ purpose }) => JUDGING.includes(purpose));
  return openTasks(rounds, context, (t) => t.assignee === person);
}

function openTasks(rounds: readonly CalledRound[], context: Context, fits: (task: Task) => boolean): Tasks {
  return rounds.flatMap(({ id }) => {
    const tasks = [...(childOf(context, id)?.tasks.values() ?? [])].filter((t) => isPending(t) && fits(t));
    return tasks.length ? [{ round: id, tasks: tasks.map((t) => t.id) }] : [];
  });
}

/** One order a task: should one have been answered in the same moment, the others are taken back all the same. */
export function takeBack(tasks: Tasks, reason: HouseReason) {
  return tasks.flatMap(({ round, tasks: ids }) =>
    ids.map((id) => order(round, 'withdraw', { tasks: [id], reason }, NOTHING_OPEN)),
  );
}

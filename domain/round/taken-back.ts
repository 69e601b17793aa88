import type { RoundCommandBodies, RoundEvent } from '../../contracts/round.ts';
import type { Command, Context, Decision } from '../process.ts';
import { refuse } from '../refuse.ts';
import { faultOfAnew } from './anew.ts';
import { isPastDue } from './evolve.ts';
import { dayOf, faultOfHolder, unknownTask } from './refusals.ts';
import { isPending, type RoundState } from './state.ts';

/**
 * An assignee takes an answer back to give another. Not once it is due: silence would be given its meaning at once, and
 * whoever wanted to mend a word would have lost it.
 */
export function takeBack(
  state: RoundState,
  { actor, body }: Command<'takeBack', RoundCommandBodies['takeBack']>,
  context: Context,
): Decision<RoundEvent> {
  const task = state.tasks.get(body.task);
  if (!task) return unknownTask(state, body.task);
  const fault = faultOfHolder(task, actor, 'take back');
  if (fault) return fault;
  if (isPending(task)) return refuse('already-so/nothing-to-take-back', { task: task.id });
  if (task.state !== 'submitted') return refuse('task-not-open/not-answered', { task: task.id, state: task.state });
  const refusal = faultOfAnew(state, task, context);
  if (refusal) return refusal;
  if (isPastDue(state, task, context.now))
    return refuse('too-late/due-and-stands', { task: task.id, day: dayOf(task.due, actor, context, state.spec) });
  return [{ type: 'TaskTakenBack', body: { task: task.id } }];
}

import type { RoundCommandBodies, RoundEvent } from '../../contracts/round.ts';
import { type Command, type Context, type Decision, reject } from '../process.ts';
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
  if (isPending(task)) return reject('already-so', `Task ${task.id} is open; there is no answer to take back.`);
  if (task.state !== 'submitted')
    return reject('task-not-open', `Task ${task.id} is ${task.state}; ask operations to reopen it.`);
  const refusal = faultOfAnew(state, task, context);
  if (refusal) return refusal;
  if (isPastDue(state, task, context.now))
    return reject(
      'too-late',
      `Task ${task.id} was due on ${dayOf(task.due, actor, context, state.spec)}, and its answer stands; ask operations to reopen it.`,
    );
  return [{ type: 'TaskTakenBack', body: { task: task.id } }];
}

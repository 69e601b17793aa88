import { type Actor, type Instant, pathOf, type StreamId, SYSTEM } from '../../contracts/ids.ts';
import type { RoundSpec } from '../../contracts/round.ts';
import { dayFor } from '../organisation/day-for.ts';
import type { Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { named } from './evolve.ts';
import { placeOf } from './place.ts';
import { isPending, type RoundState, type Task } from './state.ts';

/** The refusal of a command about a task that the round does not have. */
export function unknownTask(state: RoundState, id: string): Rejection {
  return refuse('not-found/no-task', { title: state.spec!.title, task: id });
}

/**
 * What is said of a task to whoever has never held it, whether it is there or not, and its round with it: otherwise anybody
 * could find out by asking who judges whom.
 */
export function noTaskOfYours(round: StreamId, task: string): Rejection {
  return refuse('not-found/no-task-of-yours', { task, round: pathOf(round) });
}

/** Why somebody who has held a task, or runs its round, cannot act as its assignee (`verb`); null: they are. */
export function faultOfHolder({ id, assignee, holders }: Task, actor: Actor, verb: string): Rejection | null {
  if (assignee === actor) return null;
  return holders.includes(actor)
    ? refuse('not-yours/handed-on', { task: id })
    : refuse('not-yours/not-assigned', { task: id, person: actor, act: verb });
}

/** Why tasks cannot be moved or withdrawn; null: they can. */
export function faultOfScope(state: RoundState, scope: 'all' | readonly string[]): Rejection | null {
  if (scope !== 'all') {
    for (const id of scope) {
      const task = state.tasks.get(id);
      if (!task) return unknownTask(state, id);
      if (!isPending(task)) return refuse('task-not-open/settled-not-moved', { task: id, state: task.state });
    }
  }
  return named(state, scope).length ? null : refuse('task-not-open/nothing-open', {});
}

/** Nobody can answer what was due before it is asked; a procedure that comes late to its own date goes on all the same. */
export function pastDue(
  asked: readonly { readonly due: Instant | null }[],
  actor: Actor,
  context: Context,
  spec?: RoundSpec | null,
): Rejection | null {
  const past = actor === SYSTEM ? undefined : asked.find(({ due }) => due !== null && due <= context.now);
  if (!past) return null;
  return refuse('wrong-date/date-passed', { day: dayOf(past.due!, actor, context, spec) });
}

/** The day of an instant where whoever asks works, its zone named where the round is at home in another one. */
export function dayOf(instant: Instant, actor: Actor, { organisation }: Context, spec?: RoundSpec | null): string {
  return dayFor(instant, actor, organisation, spec ? placeOf(spec, organisation).timeZone : undefined);
}

import { type Actor, type Instant, pathOf, type StreamId, SYSTEM } from '../../contracts/ids.ts';
import type { RoundSpec } from '../../contracts/round.ts';
import { dayFor } from '../organisation/day-for.ts';
import { type Context, type Rejection, reject } from '../process.ts';
import { named } from './evolve.ts';
import { placeOf } from './place.ts';
import { isPending, type RoundState, type Task } from './state.ts';

/** The refusal of a command about a task that the round does not have. */
export function unknownTask(state: RoundState, id: string): Rejection {
  return reject(
    'not-found',
    `The round "${state.spec!.title.en}" has no task ${id}; look at your list for what is open.`,
  );
}

/**
 * What is said of a task to whoever has never held it, whether it is there or not, and its round with it: otherwise anybody
 * could find out by asking who judges whom.
 */
export function noTaskOfYours(round: StreamId, task: string): string {
  return `There is no task ${task} of yours in the round ${pathOf(round)}; look at your inbox.`;
}

/** Why somebody who has held a task, or runs its round, cannot act as its assignee (`verb`); null: they are. */
export function faultOfHolder({ id, assignee, holders }: Task, actor: Actor, verb: string): Rejection | null {
  if (assignee === actor) return null;
  return holders.includes(actor)
    ? reject(
        'not-yours',
        `Task ${id} was given to somebody else since you had it, and you need not answer it; ask operations if it should be yours.`,
      )
    : reject('not-yours', `Task ${id} is not assigned to ${actor}; only its assignee can ${verb} it.`);
}

/** Why tasks cannot be moved or withdrawn; null: they can. */
export function faultOfScope(state: RoundState, scope: 'all' | readonly string[]): Rejection | null {
  if (scope !== 'all') {
    for (const id of scope) {
      const task = state.tasks.get(id);
      if (!task) return unknownTask(state, id);
      if (!isPending(task))
        return reject('task-not-open', `Task ${id} is ${task.state}; only open tasks can be moved or withdrawn.`);
    }
  }
  return named(state, scope).length ? null : reject('task-not-open', 'No task of this round is open.');
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
  return reject(
    'wrong-date',
    `It would be due on ${dayOf(past.due!, actor, context, spec)}, which has passed; choose a later date.`,
  );
}

/** The day of an instant where whoever asks works, its zone named where the round is at home in another one. */
export function dayOf(instant: Instant, actor: Actor, { organisation }: Context, spec?: RoundSpec | null): string {
  return dayFor(instant, actor, organisation, spec ? placeOf(spec, organisation).timeZone : undefined);
}

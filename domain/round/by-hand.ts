import { type Actor, SYSTEM } from '../../contracts/ids.ts';
import { BY_HAND, type TaskSpec } from '../../contracts/round.ts';
import { type Rejection, reject } from '../process.ts';
import type { RoundState } from './state.ts';

/** Why somebody cannot add tasks to a round by these ids: they are where its procedure looks for its own. null: they can. */
export function faultOfIds({ spec }: RoundState, tasks: readonly TaskSpec[], actor: Actor): Rejection | null {
  const { owner } = spec!;
  if (actor === SYSTEM || owner === null) return null;
  const own = tasks.find(({ id }) => !id.startsWith(BY_HAND));
  if (!own) return null;
  return reject(
    'not-allowed',
    `Ids such as ${own.id} are given by ${owner} itself; begin the id of a task that you add with "${BY_HAND}", as in ${BY_HAND}${own.id}.`,
  );
}

/** Why somebody cannot say who takes the place of a task: the procedure does, and counts that answer. null: they can. */
export function faultOfFilling({ spec }: RoundState, actor: Actor): Rejection | null {
  const { owner } = spec!;
  if (actor === SYSTEM || owner === null) return null;
  return reject(
    'not-allowed',
    `Who takes the place of a task of "${spec!.title.en}" is named by ${owner} itself; reassign the new task if somebody else is to do it.`,
  );
}

import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import { type HouseReason, house } from '../../contracts/reasons.ts';
import { NOTHING_OPEN, order } from '../procedure/orders.ts';
import { childOf, extension } from '../procedure/rounds.ts';
import type { Consequence, Context } from '../process.ts';
import { isPending } from '../round/state.ts';

/** The name of a person's task: the first bears their id, later ones a number as well. */
export function taskOf(person: PersonId, number = 1): string {
  return number === 1 ? person : `${person}:${number}`;
}

/** The order that takes tasks back, those of them that are still open. */
export function takeBack(
  round: StreamId | undefined,
  tasks: readonly string[],
  reason: HouseReason,
  context: Context,
): Consequence[] {
  const child = round ? childOf(context, round) : undefined;
  if (!round || !child || child.phase === 'settled') return [];
  const open = tasks.filter((id) => {
    const found = child.tasks.get(id);
    return found !== undefined && isPending(found);
  });
  return open.map((id) => order(round, 'withdraw', { tasks: [id], reason }, NOTHING_OPEN));
}

/** The order that moves what is still open in a round. */
export function extend(round: StreamId, due: Instant, context: Context): Consequence[] {
  const child = childOf(context, round);
  const asks = child && child.phase !== 'settled' && child.open > 0 && due > context.now;
  return asks ? [extension(round, due, house('course-moved'), true)] : [];
}

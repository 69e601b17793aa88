import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { openRounds, taskIn } from '../procedure/rounds.ts';
import type { Context } from '../process.ts';
import { event } from './kit.ts';
import type { SelectionState } from './state.ts';

type HandedOn = Extract<SelectionEvent, { readonly type: 'ReviewHandedOn' }>;

/** What the selection learns of reviews that were given to somebody else by hand. */
export function handedOn(state: SelectionState, context: Context): HandedOn[] {
  const open = new Set(openRounds(state, 'review').map((r) => r.id));
  return state.pairs.flatMap(({ round, task: id, application, reviewer: from }) => {
    const given = round !== null && open.has(round) ? taskIn(context, round, id) : undefined;
    if (!round || !given || given.assignee === from) return [];
    const body = { round, task: id, application, from, to: given.assignee };
    return [event('ReviewHandedOn', body) as HandedOn];
  });
}

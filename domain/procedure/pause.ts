import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { Context } from '../process.ts';
import { type Calling, childOf, openRounds } from './rounds.ts';

/** What every procedure that can be paused remembers of it. */
export interface Pausing extends Calling {
  pausedAt: Instant | null;
  /** The rounds that the pause has put on hold; others may be on hold for a reason of their own. */
  held: readonly StreamId[];
}

/** The rounds that are open now, as far as can be seen, and that a pause puts on hold. */
export function openNow(state: Pausing, context: Context): StreamId[] {
  return openRounds(state)
    .map((r) => r.id)
    .filter((id) => (childOf(context, id)?.phase ?? 'open') === 'open');
}

/** The rounds that go on when the pause is over: those that it has put on hold and that still are. */
export function heldByPause(state: Pausing, context: Context): StreamId[] {
  return state.held.filter((id) => (childOf(context, id)?.phase ?? 'held') === 'held');
}

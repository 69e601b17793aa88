import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { HouseReason } from '../../contracts/reasons.ts';
import type { DuePlace } from '../calendar/due.ts';
import { afterStandstill } from '../calendar/standstill.ts';
import type { Context, Order } from '../process.ts';
import { order, STANDS_SO } from './orders.ts';
import { childOf, openRounds } from './rounds.ts';
import type { Standing } from './standing.ts';

/** What a procedure remembers of a pause. */
type Pausing = Pick<Standing, 'stream' | 'rounds' | 'phase' | 'until' | 'pausedAt' | 'held'>;

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

/** The end of the stage when the clock goes on now; what was past when it stopped stays as it was. */
export function untilAfterPause({ until, pausedAt }: Pausing, now: Instant, place: DuePlace): Instant | null {
  if (until === null || pausedAt === null || until <= pausedAt) return until;
  return afterStandstill(until, pausedAt, now, place);
}

/** Folds that it was paused, and which rounds with it. */
export function paused(state: Pausing, rounds: readonly StreamId[], at: Instant): void {
  state.phase = 'paused';
  state.pausedAt = at;
  state.held = rounds;
}

/** Folds that it goes on. */
export function resumed(state: Pausing, until: Instant | null): void {
  state.phase = 'running';
  state.pausedAt = null;
  state.held = [];
  state.until = until;
}

/** The orders that put rounds on hold. */
export function holding(rounds: readonly StreamId[], reason: HouseReason): Order[] {
  return rounds.map((id) => order(id, 'hold', { reason }, STANDS_SO));
}

/** The orders that let rounds go on; `datesStand`: what is due there by a day of its own stays so. */
export function releasing(
  rounds: readonly StreamId[],
  reason: HouseReason,
  datesStand?: (round: StreamId) => boolean,
): Order[] {
  return rounds.map((id) =>
    order(id, 'release', { ...(datesStand ? { datesStand: datesStand(id) } : {}), reason }, STANDS_SO),
  );
}

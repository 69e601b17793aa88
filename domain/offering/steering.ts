import { SYSTEM } from '../../contracts/ids.ts';
import { house, keptReason } from '../../contracts/reasons.ts';
import { afterStandstill } from '../calendar/standstill.ts';
import { heldByPause, openNow } from '../procedure/pause.ts';
import { placeOf } from '../procedure/timetable.ts';
import { type Context, type Rejection, reject } from '../process.ts';
import { cancelled } from './changes.ts';
import { event, order, type Part, STANDS_SO } from './part.ts';
import { isBeforeCourse, place } from './rounds.ts';
import { askCycle } from './seats.ts';
import { type OfferingState, termsOf } from './state.ts';

/** What becomes of a course when its cycle is paused, goes on, or is cancelled. */
export const steering = {
  commands: {
    pause(state, { actor, body: { reason } }, context) {
      const fault = faultOfActor(actor);
      if (fault) return fault;
      if (state.phase === 'paused') return reject('already-so', 'The course is paused already.');
      return [event('OfferingPaused', { reason: keptReason(actor, reason), rounds: openNow(state, context) })];
    },
    resume(state, { actor, body: { reason } }, context) {
      const fault = faultOfActor(actor);
      if (fault) return fault;
      if (state.phase !== 'paused') return reject('already-so', 'The course is not paused.');
      const until = untilAfterPause(state, context);
      return [
        event('OfferingResumed', { reason: keptReason(actor, reason), rounds: heldByPause(state, context), until }),
      ];
    },
    end(state, { actor, body: { reason } }, context) {
      const fault = faultOfActor(actor);
      if (fault) return fault;
      return isHeld(state)
        ? [event('OfferingEnded', { reason: keptReason(actor, reason) })]
        : cancelled(state, keptReason(actor, reason), context);
    },
  },
  folds: {
    OfferingPaused(state, { rounds }, { at }) {
      state.phase = 'paused';
      state.pausedAt = at;
      state.held = rounds;
    },
    OfferingResumed(state, { until }) {
      Object.assign(state, { phase: 'running', pausedAt: null, held: [], until });
      askCycle(state);
    },
    OfferingEnded(state) {
      Object.assign(state, { phase: 'running', ended: true, finished: true });
    },
  },
  follows: {
    OfferingPaused: (_state, { rounds }) =>
      rounds.map((id) => order(id, 'hold', { reason: house('cycle-paused') }, STANDS_SO)),
    OfferingResumed: (state, { rounds }) =>
      rounds.map((id) => {
        const datesStand = isBeforeCourse(state.rounds[id]!.purpose);
        return order(id, 'release', { datesStand, reason: house('cycle-resumed') }, STANDS_SO);
      }),
  },
} satisfies Part;

function faultOfActor(actor: string): Rejection | null {
  return actor === SYSTEM
    ? null
    : reject('not-allowed', 'A course stands still, goes on and ends with its cycle alone.');
}

/** The course has been held, or it is known who was there. */
export function isHeld({ stage, attendance }: OfferingState): boolean {
  return place(stage) > place('teaching') || attendance !== null;
}

/** The end of the feedback when the clock goes on; what ends by the days of the course is not moved. */
function untilAfterPause(state: OfferingState, { now, organisation }: Context): number | null {
  const { stage, until, pausedAt } = state;
  if (stage !== 'feedback' || until === null || pausedAt === null || until <= pausedAt) return until;
  return afterStandstill(until, pausedAt, now, placeOf(termsOf(state), organisation));
}

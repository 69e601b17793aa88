import { SYSTEM } from '../../contracts/ids.ts';
import { house, keptReason } from '../../contracts/reasons.ts';
import { heldByPause, holding, openNow, paused, releasing, resumed, untilAfterPause } from '../procedure/pause.ts';
import { placeOf } from '../procedure/timetable.ts';
import { type Context, type Rejection, reject } from '../process.ts';
import { cancelled } from './changes.ts';
import { event, type Part } from './part.ts';
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
      const until = endAfterPause(state, context);
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
    OfferingPaused: (state, { rounds }, { at }) => paused(state, rounds, at),
    OfferingResumed(state, { until }) {
      resumed(state, until);
      askCycle(state);
    },
    OfferingEnded(state) {
      Object.assign(state, { phase: 'running', ended: true, finished: true });
    },
  },
  follows: {
    OfferingPaused: (_state, { rounds }) => holding(rounds, house('cycle-paused')),
    OfferingResumed: (state, { rounds }) =>
      releasing(rounds, house('cycle-resumed'), (id) => isBeforeCourse(state.rounds[id]!.purpose)),
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
function endAfterPause(state: OfferingState, { now, organisation }: Context): number | null {
  if (state.stage !== 'feedback') return state.until;
  return untilAfterPause(state, now, placeOf(termsOf(state), organisation));
}

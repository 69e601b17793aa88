import { SYSTEM } from '../../contracts/ids.ts';
import { house, keptReason } from '../../contracts/reasons.ts';
import { steering as steeringOf } from '../procedure/steering.ts';
import { type Rejection, reject } from '../process.ts';
import { cancelled } from './changes.ts';
import { event, kit, type OfferingShape, type Part, place } from './kit.ts';
import { ROUNDS } from './round-rules.ts';
import { askCycle } from './seats.ts';
import type { OfferingState } from './state.ts';

/** Why operations cannot end a stage before its time; those that are missing they can. */
const STAYS: Readonly<Partial<Record<OfferingState['stage'], string>>> = {
  invitation: 'Invitations end with the first day of the course; request a change in the cycle to move it.',
  teaching: 'The course ends when it is known who was there; record the attendance instead.',
};

/** A course stands still and goes on with its cycle. What ends by the days of the course is not moved by a pause. */
export const steered = steeringOf<OfferingShape>(kit, {
  paused: house('cycle-paused'),
  resumed: house('cycle-resumed'),
  faultOfSender: faultOfActor,
  // By a change of the plan: see changes.ts.
  cancels: false,
  moves: ({ stage }) => stage === 'feedback',
  datesStand: (purpose) => ROUNDS[purpose].to === 'invitation',
  faultOfFinishing(_state, stage) {
    const stays = STAYS[stage];
    return stays ? reject('not-allowed', stays) : null;
  },
});

/** What becomes of a course when its cycle is cancelled. */
export const ending = {
  commands: {
    end(state, { actor, body: { reason } }, context) {
      const fault = faultOfActor(actor);
      if (fault) return fault;
      return isHeld(state)
        ? [event('OfferingEnded', { reason: keptReason(actor, reason) })]
        : cancelled(state, keptReason(actor, reason), context);
    },
  },
  folds: {
    StageStarted(state) {
      state.finished = state.ended;
    },
    Resumed(state) {
      askCycle(state);
    },
    OfferingEnded(state) {
      Object.assign(state, { phase: 'running', ended: true, finished: true });
    },
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

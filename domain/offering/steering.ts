import { type Instant, type StreamId, SYSTEM } from '../../contracts/ids.ts';
import { house, keptReason } from '../../contracts/reasons.ts';
import { heldByPause, releasing } from '../procedure/pause.ts';
import { steering as steeringOf } from '../procedure/steering.ts';
import type { Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { cancelled } from './changes.ts';
import { datedOf, endOf } from './dates.ts';
import { event, kit, type OfferingShape, type Part } from './kit.ts';
import { ROUNDS } from './round-rules.ts';
import { askCycle } from './seats.ts';
import type { OfferingState } from './state.ts';

/** Why operations cannot end a stage before its time; those that are missing they can. */
const STAYS: Readonly<Partial<Record<OfferingState['stage'], Rejection>>> = {
  invitation: refuse('not-allowed/invitations-stay', {}),
  teaching: refuse('not-allowed/teaching-stays', {}),
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
    return STAYS[stage] ?? null;
  },
});

/** What becomes of a course when its cycle is cancelled. */
export const ending = {
  commands: {
    end(state, { actor, body: { reason } }, context) {
      const fault = faultOfActor(actor);
      if (fault) return fault;
      return isHeld(state, context)
        ? [event('OfferingEnded', { reason: keptReason(actor, reason), rounds: stillAsked(state, context) })]
        : cancelled(state, keptReason(actor, reason), context);
    },
  },
  folds: {
    StageStarted(state) {
      state.finished = state.ended;
    },
    Paused(state, _body, { at }) {
      state.stood = [...state.stood, { from: at, to: null }];
    },
    Resumed(state, _body, { at }) {
      goneOn(state, at);
      askCycle(state);
    },
    OfferingEnded(state, _body, { at }) {
      goneOn(state, at);
      Object.assign(state, { phase: 'running', pausedAt: null, held: [], ended: true, finished: true });
    },
  },
  follows: {
    OfferingEnded: (_state, { rounds }) => releasing(rounds, house('cycle-cancelled')),
  },
} satisfies Part;

function faultOfActor(actor: string): Rejection | null {
  return actor === SYSTEM ? null : refuse('not-allowed/course-stands-with-cycle', {});
}

/** It is known who was there, or the last day of a course that people were asked to is over: who was there is still to be learnt. */
function isHeld(state: OfferingState, { now }: Context): boolean {
  return state.attendance !== null || (state.stage !== 'planned' && now >= endOf(datedOf(state)));
}

/** Who was there is asked on, also where a pause of the cycle had stopped the question. */
function stillAsked(state: OfferingState, context: Context): StreamId[] {
  return heldByPause(state, context).filter((id) => state.rounds[id]?.purpose === 'attendance');
}

function goneOn(state: OfferingState, at: Instant): void {
  state.stood = state.stood.map((still) => (still.to === null ? { ...still, to: at } : still));
}

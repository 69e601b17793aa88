import type { OfferingEvent } from '../../contracts/offering/events.ts';
import type { OfferingStage } from '../../contracts/offering/terms.ts';
import { personal } from '../../contracts/private.ts';
import { type Context, reject } from '../process.ts';
import { datedOf, untilOf } from './dates.ts';
import { event, type Part } from './part.ts';
import { concludeBefore } from './rounds.ts';
import { askCycle } from './seats.ts';
import type { OfferingState } from './state.ts';

/** Goes on to a later stage; what may not be open there is closed. */
export function goOn(state: OfferingState, next: OfferingStage, context: Context): OfferingEvent[] {
  return [...concludeBefore(state, next, context), begin(state, next, context)];
}

export function begin(state: OfferingState, stage: OfferingStage, context: Context): OfferingEvent {
  return event('StageStarted', { stage, until: untilOf(datedOf(state), stage, context) });
}

/** Why operations cannot end a stage before its time; those that are missing they can. */
const STAYS: Readonly<Partial<Record<OfferingStage, string>>> = {
  invitation: 'Invitations end with the first day of the course; request a change in the cycle to move it.',
  teaching: 'The course ends when it is known who was there; record the attendance instead.',
};

export const transition = {
  commands: {
    finishStage(state, { actor, body: { stage, reason } }) {
      if (stage !== state.stage)
        return reject('wrong-stage', `The course is at "${state.stage}", not at "${stage}"; finish that, or wait.`);
      const stays = STAYS[stage];
      if (stays) return reject('not-allowed', stays);
      if (state.finished) return reject('already-so', `The stage "${stage}" is being finished already.`);
      return [event('StageFinished', { stage, reason: personal(actor, reason) })];
    },
  },
  folds: {
    StageStarted(state, { stage, until }) {
      state.stage = stage;
      state.until = until;
      state.finished = state.ended;
      if (stage === 'invitation') state.sequence++;
      askCycle(state);
    },
    StageFinished(state) {
      state.finished = true;
    },
  },
} satisfies Part;

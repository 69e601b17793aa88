import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { isEmployed } from '../organisation/scope.ts';
import { firstOf } from '../procedure/part.ts';
import { openRound } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context, Notice } from '../process.ts';
import { awayDue } from './away.ts';
import { movedDue } from './changes.ts';
import { datedOf, minimumAt, startOf } from './dates.ts';
import { freedDue, handingDue } from './handing.ts';
import { alarm, event, goOn, notice, type Part, startRound } from './kit.ts';
import { answersDue, askCycle, leaversDue, letter, seated } from './seats.ts';
import { type OfferingState, plannedOf } from './state.ts';
import { supportBy, supportDue } from './support.ts';
import { answerBy, offersDue } from './waiting-list.ts';

/** Some days before the beginning it is looked at whether enough will come; nothing is cancelled by itself. */
export const invitation = {
  folds: {
    StageStarted(state, { stage }) {
      if (stage === 'invitation') state.sequence++;
      askCycle(state);
    },
    SeatsCounted(state) {
      state.counted = true;
    },
    SeatsShort(state, { taken }) {
      state.short = taken;
      state.news++;
    },
  },
  follows: {
    StageStarted: (state, { stage }, context) => {
      if (stage === 'teaching') return lastWord(state, context);
      const trainer = stage === 'invitation' ? plannedOf(state).trainer : null;
      return trainer ? [letter(state, trainer, 'offering.trainer', {})] : [];
    },
    SeatsCounted: (state) => {
      const { trainer } = plannedOf(state);
      return trainer ? [notice(state, trainer, 'offering.briefing', {})] : [];
    },
    SeatsShort: (state, { taken, needed }) => alarm(state, 'seats-short', { taken, needed }),
  },
} satisfies Part;

/** The course has begun: whoever still waits hears that no seat has come free, unless one has and they know why it was not theirs. */
function lastWord(state: OfferingState, { organisation }: Context): Notice[] {
  const waiting = state.waiting.filter((p) => state.passed[p] === undefined && isEmployed(organisation, p));
  return waiting.map((p) => notice(state, p, 'offering.noSeat', {}));
}

/** From the invitations to the first day. */
export function invitationDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  return firstOf(
    () => roundsDue(state, context),
    () => leaversDue(state, context),
    () => answersDue(state, context),
    () => freedDue(state, context),
    () => movedDue(state, context),
    () => offersDue(state, context),
    () => awayDue(state, context),
    () => supportDue(state, context),
    () => handingDue(state, context),
    () => countDue(state, context),
    () => endDue(state, context),
  );
}

function roundsDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  if (context.now >= startOf(datedOf(state))) return [];
  return [
    ...(openRound(state, 'seats') ? [] : [startRound(state, 'seats', answerBy(state, context))]),
    ...(openRound(state, 'support') ? [] : [startRound(state, 'support', supportBy(state, context))]),
  ];
}

function countDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const needed = termsOf(state).course.minSeats;
  const taken = seated(state).length;
  if (context.now < minimumAt(datedOf(state), context)) return [];
  const short = taken < needed && (state.short === null || taken < state.short);
  return [
    ...(state.counted ? [] : [event('SeatsCounted', { taken, needed })]),
    ...(short ? [event('SeatsShort', { taken, needed })] : []),
  ];
}

/** The course begins. Whoever has not answered keeps the seat. */
function endDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  if (context.now < startOf(datedOf(state))) return [];
  const unanswered = seated(state).filter((p) => state.seats[p] === 'asked');
  return [
    ...unanswered.map((person) => event('SeatAnswered', { person, answer: 'silent', before: 'asked' })),
    ...goOn(state, 'teaching', context),
  ];
}

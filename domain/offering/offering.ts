import type { Instant } from '../../contracts/ids.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import type { OfferingPurpose, OfferingStage } from '../../contracts/offering/terms.ts';
import { copyOf } from '../procedure/copy.ts';
import { evolveBy, followBy } from '../procedure/part.ts';
import { type PhaseWords, refusalOfPhase } from '../procedure/phase.ts';
import { refusals } from '../procedure/refused-orders.ts';
import { askedBy } from '../procedure/rounds.ts';
import { silenceWake } from '../procedure/silence.ts';
import { soonest } from '../procedure/timetable.ts';
import type { Consequence, Context, Decision, Process, Status } from '../process.ts';
import { away, trainerAwayDue } from './away.ts';
import { changes } from './changes.ts';
import { coaching } from './coaching.ts';
import { datedOf, minimumAt } from './dates.ts';
import { figures } from './figures.ts';
import { followUp, followUpDue, nextFollowUp } from './follow-up.ts';
import { titleOf } from './forms.ts';
import { handing } from './handing.ts';
import { invitation, invitationDue } from './invitation.ts';
import { opening, plannedDue } from './opening.ts';
import { type Folds, type Follows, firstOf, type Handlers, type OfferingCommand, order, type Sheets } from './part.ts';
import { feedbackDue, reaction } from './reaction.ts';
import { openRounds, policyOf, rounds } from './rounds.ts';
import { seats } from './seats.ts';
import { type CalledRound, emptyOffering, type OfferingState, runners, termsOf } from './state.ts';
import { steering } from './steering.ts';
import { support } from './support.ts';
import { teaching, teachingDue } from './teaching.ts';
import { tests } from './tests.ts';
import { transition } from './transition.ts';
import { waitingList } from './waiting-list.ts';

export type { OfferingCommand } from './part.ts';

const refused = refusals<OfferingState>(runners);

const commands: Handlers = {
  ...opening.commands,
  ...transition.commands,
  ...seats.commands,
  ...waitingList.commands,
  ...teaching.commands,
  ...tests.commands,
  ...figures.commands,
  ...changes.commands,
  ...steering.commands,
  ...refused.commands,
};

const folds: Folds = {
  ...opening.folds,
  ...transition.folds,
  ...rounds.folds,
  ...handing.folds,
  ...invitation.folds,
  ...seats.folds,
  ...waitingList.folds,
  ...away.folds,
  ...support.folds,
  ...teaching.folds,
  ...reaction.folds,
  ...tests.folds,
  ...followUp.folds,
  ...coaching.folds,
  ...figures.folds,
  ...changes.folds,
  ...steering.folds,
  ...refused.folds,
};

const sheets: Sheets = {
  ...seats.sheets,
  ...support.sheets,
  ...teaching.sheets,
  ...reaction.sheets,
  ...tests.sheets,
  ...followUp.sheets,
  ...coaching.sheets,
};

const follows: Follows = {
  ...handing.follows,
  ...invitation.follows,
  ...seats.follows,
  ...waitingList.follows,
  ...away.follows,
  ...support.follows,
  ...teaching.follows,
  ...coaching.follows,
  ...changes.follows,
  ...steering.follows,
  ...refused.follows,
  RoundStarted: (state, { round }, context) => open(state, state.rounds[round]!, context),
  RoundConcluded: (state, body, context) => [
    ...rounds.follows.RoundConcluded(state, body),
    ...teaching.follows.RoundConcluded(state, body, context),
  ],
};

/** What each stage does when time, or a round, has brought something about. */
const DUE: Readonly<Record<OfferingStage, (state: OfferingState, context: Context) => readonly OfferingEvent[]>> = {
  planned: plannedDue,
  invitation: invitationDue,
  teaching: teachingDue,
  feedback: feedbackDue,
  'follow-up': followUpDue,
  closed: () => [],
};

/** The delivery of one dated run of a course: from the invitation to what people do otherwise afterwards. */
export const offeringProcess: Process<OfferingState, OfferingCommand, OfferingEvent> = {
  type: 'offering',
  stateVersion: 4,
  initial: emptyOffering,
  evolve: evolveBy(folds),
  decide,
  due: (state, context) =>
    state.phase === 'running'
      ? firstOf(
          () => trainerAwayDue(state, context),
          () => DUE[state.stage](state, context),
        )
      : [],
  consequences: followBy(follows),
  watches: (state) => openRounds(state).map((r) => r.id),
  status: statusOf,
  freeze: (state) => structuredClone(state),
  thaw: (frozen) => frozen as OfferingState,
  copy: copyOf,
};

function decide(state: OfferingState, command: OfferingCommand, context: Context): Decision<OfferingEvent> {
  const refusal = refusalOfPhase(state, command.type, WORDS);
  return refusal ?? (commands[command.type] as Handlers[OfferingCommand['type']])(state, command as never, context);
}

/** While it is paused it takes all: only its rounds, and time, stand still. */
const WORDS: PhaseWords = {
  name: 'offering',
  code: 'offering-closed',
  closed: 'The course is over; its results stand.',
  cancelled: 'The course was cancelled.',
};

function open(state: OfferingState, round: CalledRound, context: Context): Consequence[] {
  const purpose: OfferingPurpose = round.purpose;
  const { form, forms, minutes, tasks } = sheets[purpose](state, round, context);
  const spec = {
    owner: state.stream,
    purpose: `offering-${purpose}`,
    title: titleOf(termsOf(state).course.title, purpose),
    form,
    ...(forms ? { forms } : {}),
    policy: policyOf(purpose),
    due: round.due,
    ...askedBy(runners(state), termsOf(state)),
    minutes,
  };
  return [order(round.id, 'open', { spec, tasks }, 'undo')];
}

function statusOf(state: OfferingState, context: Context): Status {
  const running = state.phase === 'running';
  return {
    stage: state.stage,
    closed: state.phase === 'closed' || state.phase === 'cancelled',
    rounds: openRounds(state).map((r) => r.id),
    work: [],
    wake: running ? wakeOf(state, context) : null,
    news: state.news,
  };
}

/** The stages that time ends; in the others their rounds wake the offering. */
const BY_TIME: readonly OfferingStage[] = ['planned', 'invitation', 'teaching'];

function wakeOf(state: OfferingState, context: Context): Instant | null {
  return soonest(context.now, [
    BY_TIME.includes(state.stage) ? state.until : null,
    state.stage === 'invitation' && !state.counted ? minimumAt(datedOf(state), context) : null,
    state.stage === 'follow-up' ? nextFollowUp(state, context) : null,
    silenceWake(state, context),
  ]);
}

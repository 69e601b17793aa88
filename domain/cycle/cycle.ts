import type { CycleEvent } from '../../contracts/cycle/events.ts';
import type { CyclePurpose, CycleStage } from '../../contracts/cycle/terms.ts';
import type { Instant, StreamId } from '../../contracts/ids.ts';
import { copyOf } from '../procedure/copy.ts';
import { evolveBy, followBy } from '../procedure/part.ts';
import { type PhaseWords, refusalOfPhase } from '../procedure/phase.ts';
import { refusals } from '../procedure/refused-orders.ts';
import { askedBy } from '../procedure/rounds.ts';
import { silenceWake } from '../procedure/silence.ts';
import { soonest } from '../procedure/timetable.ts';
import type { Consequence, Context, Decision, Process, Status, Work } from '../process.ts';
import { approval, approvalDue } from './approval.ts';
import { carry, carryDue } from './carry.ts';
import { changes, changesDue } from './changes.ts';
import { commitments, commitmentsDue } from './commitments.ts';
import { compiling, compilingDue, planKey, planWanted } from './compiling.ts';
import { effect, effectDue } from './effect.ts';
import { execution, executionDue, executionWatches, openOfferings } from './execution.ts';
import { feedback, feedbackDue } from './feedback.ts';
import { limits } from './limits.ts';
import { mobilisation, mobilisationDue } from './mobilisation.ts';
import { needs } from './needs.ts';
import { opening } from './opening.ts';
import { type CycleCommand, type Folds, type Follows, firstOf, type Handlers, order, type Sheets } from './part.ts';
import { questions, questionsDue } from './questions.ts';
import { gapsKey, gapsWanted, ratings, ratingsDue } from './ratings.ts';
import { resources } from './resources.ts';
import { needsDue, returns } from './returns.ts';
import { openRounds, policyOf, rounds } from './rounds.ts';
import { sourcing, sourcingDue, sourcingWatches } from './sourcing.ts';
import { type CalledRound, type CycleState, emptyCycle, runners, termsOf } from './state.ts';
import { steering } from './steering.ts';
import { summary, summaryDue } from './summary.ts';
import { talks, talksDue } from './talks.ts';
import { toolkit } from './toolkit.ts';
import { transition } from './transition.ts';
import { seatsDue, waitingLists } from './waiting-lists.ts';

const refused = refusals<CycleState>(runners);

const commands: Handlers = {
  ...opening.commands,
  ...toolkit.commands,
  ...ratings.commands,
  ...needs.commands,
  ...summary.commands,
  ...resources.commands,
  ...sourcing.commands,
  ...limits.commands,
  ...compiling.commands,
  ...commitments.commands,
  ...changes.commands,
  ...feedback.commands,
  ...steering.commands,
  ...refused.commands,
};

const folds: Folds = {
  ...opening.folds,
  ...transition.folds,
  ...rounds.folds,
  ...carry.folds,
  ...mobilisation.folds,
  ...toolkit.folds,
  ...ratings.folds,
  ...talks.folds,
  ...needs.folds,
  ...questions.folds,
  ...returns.folds,
  ...summary.folds,
  ...resources.folds,
  ...sourcing.folds,
  ...limits.folds,
  ...compiling.folds,
  ...commitments.folds,
  ...approval.folds,
  ...execution.folds,
  ...waitingLists.folds,
  ...changes.folds,
  ...effect.folds,
  ...feedback.folds,
  ...steering.folds,
  ...refused.folds,
};

const sheets: Sheets = {
  ...mobilisation.sheets,
  ...ratings.sheets,
  ...talks.sheets,
  ...returns.sheets,
  ...questions.sheets,
  ...commitments.sheets,
  ...approval.sheets,
  ...changes.sheets,
};

const follows: Follows = {
  RoundStarted: (state, { round }, context) => open(state, state.rounds[round]!, context),
  ...opening.follows,
  ...rounds.follows,
  ...carry.follows,
  ...mobilisation.follows,
  ...toolkit.follows,
  ...ratings.follows,
  ...talks.follows,
  ...needs.follows,
  ...questions.follows,
  ...returns.follows,
  ...sourcing.follows,
  ...limits.follows,
  ...compiling.follows,
  ...commitments.follows,
  ...approval.follows,
  ...execution.follows,
  ...waitingLists.follows,
  ...changes.follows,
  ...feedback.follows,
  ...steering.follows,
  ...refused.follows,
};

/** What each stage does when time, or a round, has brought something about. */
const DUE: Readonly<Record<CycleStage, (state: CycleState, context: Context) => readonly CycleEvent[]>> = {
  mobilisation: (s, c) =>
    firstOf(
      () => carryDue(s, c),
      () => mobilisationDue(s, c),
    ),
  ratings: ratingsDue,
  talks: talksDue,
  needs: (s, c) =>
    firstOf(
      () => questionsDue(s, c),
      () => needsDue(s, c),
    ),
  summary: (s, c) =>
    firstOf(
      () => questionsDue(s, c),
      () => summaryDue(s, c),
    ),
  sourcing: sourcingDue,
  compiling: compilingDue,
  commitments: commitmentsDue,
  approval: approvalDue,
  execution: (s, c) =>
    firstOf(
      () => changesDue(s, c),
      () => seatsDue(s, c),
      () => executionDue(s, c),
    ),
  effect: (s, c) =>
    firstOf(
      () => changesDue(s, c),
      () => seatsDue(s, c),
      () => effectDue(s, c),
    ),
  feedback: (s, c) =>
    firstOf(
      () => seatsDue(s, c),
      () => feedbackDue(s, c),
    ),
  closed: () => [],
};

/** The training-plan cycle: from the mobilisation of the departments to what the next cycle takes up. */
export const cycleProcess: Process<CycleState, CycleCommand, CycleEvent> = {
  type: 'cycle',
  stateVersion: 1,
  initial: emptyCycle,
  evolve: evolveBy(folds),
  decide,
  due: (state, context) => (state.phase === 'running' ? DUE[state.stage](state, context) : []),
  consequences: followBy(follows),
  watches: (state) => [
    ...openRounds(state).map((r) => r.id),
    ...openOfferings(state),
    ...executionWatches(state),
    ...sourcingWatches(state),
    ...previousOf(state),
  ],
  status: statusOf,
  freeze: (state) => structuredClone(state),
  thaw: (frozen) => frozen as CycleState,
  copy: copyOf,
};

/** The cycle before, until what it has left was taken over. */
function previousOf(state: CycleState): StreamId[] {
  const previous = state.terms?.previous;
  return previous && !state.carried ? [previous] : [];
}

function decide(state: CycleState, command: CycleCommand, context: Context): Decision<CycleEvent> {
  const refusal = refusalOfPhase(state, command.type, WORDS);
  return refusal ?? commands[command.type](state, command as never, context);
}

/** Slow work that was under way hands in its result; operations resume, cancel, or hear that it is paused already. */
const WHILE_PAUSED = new Set<CycleCommand['type']>(['pause', 'resume', 'cancel', 'recordGaps', 'recordPlan']);

const WORDS: PhaseWords = {
  name: 'cycle',
  code: 'cycle-closed',
  closed: 'The cycle is closed; open the next one.',
  cancelled: 'The cycle was cancelled.',
  paused: { takes: WHILE_PAUSED, otherwise: 'The cycle is paused; try again when it goes on.' },
};

function open(state: CycleState, round: CalledRound, context: Context): Consequence[] {
  const purpose: CyclePurpose = round.purpose;
  const { title, form, forms, minutes, tasks } = sheets[purpose](state, round, context);
  const spec = {
    owner: state.stream,
    purpose: `cycle-${purpose}`,
    title,
    form,
    ...(forms ? { forms } : {}),
    policy: policyOf(state, purpose),
    due: round.due,
    ...askedBy(runners(state), termsOf(state)),
    minutes,
  };
  return [order(round.id, 'open', { spec, tasks }, 'undo')];
}

function statusOf(state: CycleState, context: Context): Status {
  const running = state.phase === 'running';
  return {
    stage: state.stage,
    closed: state.phase === 'closed' || state.phase === 'cancelled',
    rounds: [...openRounds(state).map((r) => r.id), ...openOfferings(state)],
    work: running ? workOf(state, context) : [],
    wake: running ? wakeOf(state, context) : null,
    news: 0,
  };
}

function workOf(state: CycleState, context: Context): Work[] {
  const work: Work[] = [];
  if (gapsWanted(state, context)) work.push({ kind: 'analyseGaps', key: gapsKey(state) });
  if (planWanted(state)) work.push({ kind: 'compilePlan', key: planKey(state) });
  return work;
}

function wakeOf(state: CycleState, context: Context): Instant | null {
  return soonest(context.now, [state.until, silenceWake(state, context)]);
}

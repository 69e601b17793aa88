import type { Instant } from '../../contracts/ids.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import type { Purpose, Stage } from '../../contracts/selection/terms.ts';
import { copyOf } from '../procedure/copy.ts';
import { evolveBy, followBy } from '../procedure/part.ts';
import { type PhaseWords, refusalOfPhase } from '../procedure/phase.ts';
import { refusals } from '../procedure/refused-orders.ts';
import { askedBy } from '../procedure/rounds.ts';
import { silenceWake } from '../procedure/silence.ts';
import { soonest } from '../procedure/timetable.ts';
import type { Consequence, Context, Decision, Process, Status, Work } from '../process.ts';
import { agreements } from './agreements.ts';
import { arisen, arisenDue } from './arisen.ts';
import { barredIn } from './bars.ts';
import { call, callDue } from './call.ts';
import { criteria } from './criteria.ts';
import { decision, decisionDue } from './decision.ts';
import { disagreementsKey, disagreementsWanted, discussion } from './discussion.ts';
import { judgesLeft, judgesLeftDue } from './judges-left.ts';
import { leaversDue } from './leavers.ts';
import { matchKey, matchWanted } from './match-result.ts';
import { measures, measuresDue } from './measures.ts';
import { nominations } from './nominations.ts';
import { noticeDue } from './notice.ts';
import { objections, openObjections } from './objections.ts';
import { officials } from './officials.ts';
import { opening } from './opening.ts';
import { type Folds, type Follows, firstOf, type Handlers, order, type SelectionCommand, type Sheets } from './part.ts';
import { publicity, publicityDue } from './publicity.ts';
import { nextRanking, ranking, rankingDue, rankingWanted } from './ranking.ts';
import { reach, warningAt } from './reach.ts';
import { certificatesDue, certificatesKey, results, resultsDue } from './results.ts';
import { keptApart, review, reviewDue } from './review.ts';
import { reviewers, reviewersDue } from './reviewers.ts';
import { openRounds, policyOf, rounds, wordOf } from './rounds.ts';
import { screening, screeningDue } from './screening.ts';
import { screeningObjections } from './screening-objections.ts';
import { type CalledRound, emptySelection, type SelectionState, termsOf } from './state.ts';
import { steering } from './steering.ts';
import { transition } from './transition.ts';

const refused = refusals<SelectionState>(({ owner }) => (owner ? [owner] : []));

const commands: Handlers = {
  ...opening.commands,
  ...measures.commands,
  ...reach.commands,
  ...nominations.commands,
  ...call.commands,
  ...criteria.commands,
  ...screening.commands,
  ...screeningObjections.commands,
  ...officials.commands,
  ...reviewers.commands,
  ...discussion.commands,
  ...ranking.commands,
  ...objections.commands,
  ...results.commands,
  ...steering.commands,
  ...refused.commands,
};

const folds: Folds = {
  ...opening.folds,
  ...transition.folds,
  ...rounds.folds,
  ...measures.folds,
  ...publicity.folds,
  ...reach.folds,
  ...nominations.folds,
  ...call.folds,
  ...agreements.folds,
  ...criteria.folds,
  ...screening.folds,
  ...screeningObjections.folds,
  ...officials.folds,
  ...reviewers.folds,
  ...arisen.folds,
  ...judgesLeft.folds,
  ...review.folds,
  ...discussion.folds,
  ...ranking.folds,
  ...decision.folds,
  ...objections.folds,
  ...results.folds,
  ...steering.folds,
  ...refused.folds,
};

const sheets: Sheets = {
  ...measures.sheets,
  ...publicity.sheets,
  ...nominations.sheets,
  ...agreements.sheets,
  ...screening.sheets,
  ...screeningObjections.sheets,
  ...reviewers.sheets,
  ...review.sheets,
  ...discussion.sheets,
  ...decision.sheets,
  ...objections.sheets,
  ...results.sheets,
};

const follows: Follows = {
  RoundStarted: (state, { round }, context) => [
    ...open(state, state.rounds[round as CalledRound['id']]!, context),
    ...keptApart(state, round),
  ],
  ...opening.follows,
  ...rounds.follows,
  ...measures.follows,
  ...publicity.follows,
  ...reach.follows,
  ...nominations.follows,
  ...call.follows,
  ...agreements.follows,
  ...criteria.follows,
  ...screening.follows,
  ...screeningObjections.follows,
  ...reviewers.follows,
  ...arisen.follows,
  ...judgesLeft.follows,
  ...review.follows,
  ...decision.follows,
  ...objections.follows,
  ...results.follows,
  ...steering.follows,
  ...refused.follows,
};

/** What each stage does when time, or a round, has brought something about. */
const DUE: Readonly<Record<Stage, (state: SelectionState, context: Context) => readonly SelectionEvent[]>> = {
  measures: measuresDue,
  publicity: publicityDue,
  call: callDue,
  screening: screeningDue,
  reviewers: reviewersDue,
  review: reviewDue,
  ranking: rankingDue,
  decision: decisionDue,
  notice: noticeDue,
  results: resultsDue,
  closed: () => [],
};

/** The selection of internal trainers: from published measures to appointments. */
export const selectionProcess: Process<SelectionState, SelectionCommand, SelectionEvent> = {
  type: 'selection',
  stateVersion: 3,
  initial: emptySelection,
  evolve: evolveBy(folds),
  decide,
  due: (state, context) =>
    state.phase === 'running'
      ? firstOf(
          () => leaversDue(state, context),
          () => judgesLeftDue(state, context),
          () => arisenDue(state, context),
          () => DUE[state.stage](state, context),
        )
      : [],
  consequences: followBy(follows),
  watches: (state) => openRounds(state).map((r) => r.id),
  status: statusOf,
  freeze: (state) => structuredClone(state),
  thaw: (frozen) => frozen as SelectionState,
  copy: (state) => ({ ...copyOf(state), told: copyOf(state.told) }),
};

function decide(state: SelectionState, command: SelectionCommand, context: Context): Decision<SelectionEvent> {
  const refusal = refusalOfPhase(state, command.type, WORDS);
  return refusal ?? commands[command.type](state, command as never, context);
}

/** Slow work that was under way hands in its result; operations resume, cancel, or hear that it is paused already. */
const WHILE_PAUSED = new Set<SelectionCommand['type']>([
  'pause',
  'resume',
  'cancel',
  'recordReach',
  'recordMatch',
  'recordDisagreements',
  'recordRanking',
  'recordCertificates',
]);

const WORDS: PhaseWords = {
  name: 'selection',
  code: 'selection-closed',
  closed: 'The selection is closed; its results stand.',
  cancelled: 'The selection was cancelled.',
  paused: { takes: WHILE_PAUSED, otherwise: 'The selection is paused; try again when it goes on.' },
};

function open(state: SelectionState, round: CalledRound, context: Context): Consequence[] {
  const purpose: Purpose = round.purpose;
  const { title, form, minutes, tasks } = sheets[purpose](state, round, context);
  const spec = {
    owner: state.stream,
    purpose: wordOf(purpose),
    title,
    form,
    policy: { ...policyOf(state, purpose), ...barredIn(state, purpose, tasks) },
    due: round.due,
    ...askedBy(state.owner ? [state.owner] : [], termsOf(state)),
    minutes,
  };
  return [order(round.id, 'open', { spec, tasks }, 'undo')];
}

function statusOf(state: SelectionState, context: Context): Status {
  const running = state.phase === 'running';
  return {
    stage: state.stage,
    closed: state.phase === 'closed' || state.phase === 'cancelled',
    rounds: openRounds(state).map((r) => r.id),
    work: running ? workOf(state) : [],
    wake: running ? wakeOf(state, context) : null,
    news: 0,
  };
}

function workOf(state: SelectionState): Work[] {
  const work: Work[] = [];
  if (matchWanted(state)) work.push({ kind: 'matchReviewers', key: matchKey(state) });
  if (disagreementsWanted(state)) work.push({ kind: 'findDisagreements', key: disagreementsKey(state) });
  if (rankingWanted(state)) work.push({ kind: 'rank', key: `ranking.${nextRanking(state)}` });
  if (certificatesDue(state)) work.push({ kind: 'makeCertificates', key: certificatesKey(state) });
  return work;
}

/** The stages that end, or go on, at an instant of their own; in the others their rounds wake the selection. */
const BY_TIME = new Set<Stage>(['publicity', 'call', 'screening', 'notice']);

function wakeOf(state: SelectionState, context: Context): Instant | null {
  const stands = state.stage === 'notice' && openObjections(state).length > 0;
  return soonest(context.now, [
    BY_TIME.has(state.stage) && !stands ? state.until : null,
    warningAt(state, context),
    silenceWake(state, context),
  ]);
}

import type { StreamId } from '../../contracts/ids.ts';
import { defineProcedure } from '../procedure/define.ts';
import type { Context, Work } from '../process.ts';
import { refuse } from '../refuse.ts';
import { again } from './again.ts';
import { approval, approvalDue } from './approval/approval.ts';
import { commitments, commitmentsDue } from './commitments/commitments.ts';
import { compiling, compilingDue, planKey, planWanted } from './compiling/compiling.ts';
import { limits } from './compiling/limits.ts';
import { resources } from './compiling/resources.ts';
import { resourcesView } from './compiling/resources-view.ts';
import { effect, effectDue } from './effect/effect.ts';
import { changes, changesDue } from './execution/changes.ts';
import { execution, executionDue, executionWatches, openOfferings } from './execution/execution.ts';
import { seatsDue, waitingLists } from './execution/waiting-lists.ts';
import { feedback, feedbackDue } from './feedback/feedback.ts';
import { type CycleShape, kit } from './kit.ts';
import { leavers, leaversDue } from './leavers.ts';
import { carry, carryDue } from './mobilisation/carried.ts';
import { mobilisation, mobilisationDue } from './mobilisation/mobilisation.ts';
import { needs } from './needs/needs.ts';
import { questions, questionsDue } from './needs/questions.ts';
import { needsDue, returns } from './needs/returns.ts';
import { toolkit } from './needs/toolkit.ts';
import { opened } from './opening.ts';
import { gapsKey, gapsWanted, ratings, ratingsDue } from './ratings/ratings.ts';
import { sourcing, sourcingDue, sourcingWatches } from './sourcing/sourcing.ts';
import { type CycleState, emptyCycle } from './state.ts';
import { handing, steered } from './steering.ts';
import { summary, summaryDue } from './summary/summary.ts';
import { suppositions } from './suppose.ts';
import { talks, talksDue } from './talks/talks.ts';

/** The training-plan cycle: from the mobilisation of the departments to what the next cycle takes up. */
export const cycleProcess = defineProcedure<CycleShape>(kit, {
  stateVersion: 2,
  initial: emptyCycle,
  parts: [
    ...[opened, again, carry, mobilisation, toolkit, ratings, talks, needs, questions, returns, summary, resources],
    ...[sourcing, limits, compiling, commitments, approval, execution, waitingLists, changes, effect, feedback],
    ...[leavers, steered, handing],
  ],
  stages: {
    mobilisation: [carryDue, mobilisationDue],
    ratings: [ratingsDue],
    talks: [leaversDue, talksDue],
    needs: [leaversDue, questionsDue, needsDue],
    summary: [leaversDue, questionsDue, summaryDue],
    sourcing: [sourcingDue],
    compiling: [compilingDue],
    commitments: [leaversDue, commitmentsDue],
    approval: [leaversDue, approvalDue],
    execution: [leaversDue, changesDue, seatsDue, executionDue],
    effect: [leaversDue, changesDue, seatsDue, effectDue],
    feedback: [seatsDue, feedbackDue],
    closed: [],
  },
  over: {
    closed: refuse('procedure-closed/cycle-closed', {}),
    cancelled: refuse('procedure-closed/cycle-cancelled', {}),
  },
  // Slow work that was under way hands in its result.
  whilePaused: ['recordGaps', 'recordPlan'],
  children: openOfferings,
  sees: (state) => [...executionWatches(state), ...sourcingWatches(state), ...previousOf(state)],
  work: workOf,
  money: (state) => resourcesView(state).lines.map(({ line, limit, planned }) => ({ line, limit, planned })),
  suppose: suppositions,
});

/** The cycle before, until what it has left was taken over. */
function previousOf(state: CycleState): StreamId[] {
  const previous = state.terms?.previous;
  return previous && !state.carried ? [previous] : [];
}

function workOf(state: CycleState, context: Context): Work[] {
  const work: Work[] = [];
  if (gapsWanted(state, context)) work.push({ kind: 'analyseGaps', key: gapsKey(state) });
  if (planWanted(state)) work.push({ kind: 'compilePlan', key: planKey(state) });
  return work;
}

import { copyOf } from '../procedure/copy.ts';
import { defineProcedure } from '../procedure/define.ts';
import type { Work } from '../process.ts';
import { refuse } from '../refuse.ts';
import { again } from './again.ts';
import { agreements } from './agreements.ts';
import { arisen, arisenDue } from './arisen.ts';
import { barredIn } from './bars.ts';
import { call, callDue } from './call.ts';
import { criteria } from './criteria.ts';
import { decision, decisionDue } from './decision.ts';
import { disagreementsKey, disagreementsWanted, discussion } from './discussion.ts';
import { judgesLeft, judgesLeftDue } from './judges-left.ts';
import { kit, type SelectionShape } from './kit.ts';
import { leaversDue } from './leavers.ts';
import { matchKey, matchWanted } from './match-result.ts';
import { measures, measuresDue } from './measures.ts';
import { nominations } from './nominations.ts';
import { noticeDue } from './notice.ts';
import { objections, openObjections } from './objections.ts';
import { officials } from './officials.ts';
import { opened } from './opening.ts';
import { pairing } from './pairs.ts';
import { publicity, publicityDue } from './publicity.ts';
import { nextRanking, ranking, rankingDue, rankingWanted } from './ranking.ts';
import { reach, warningAt } from './reach.ts';
import { certificatesDue, certificatesKey, results, resultsDue } from './results.ts';
import { review, reviewDue } from './review.ts';
import { reviewers, reviewersDue } from './reviewers.ts';
import { screening, screeningDue } from './screening.ts';
import { screeningObjections } from './screening-objections.ts';
import { emptySelection, type SelectionState } from './state.ts';
import { steered } from './steering.ts';
import { suppositions } from './suppose.ts';

/** The stages that end, or go on, at an instant of their own; in the others their rounds wake the selection. */
const BY_TIME: readonly SelectionState['stage'][] = ['publicity', 'call', 'screening', 'notice'];

/** The selection of internal trainers: from published measures to appointments. */
export const selectionProcess = defineProcedure<SelectionShape>(kit, {
  stateVersion: 4,
  initial: emptySelection,
  parts: [
    ...[opened, again, measures, publicity, reach, nominations, call, agreements, criteria],
    ...[screening, screeningObjections, officials, reviewers, arisen, judgesLeft, pairing, review, discussion],
    ...[ranking, decision, objections, results, steered],
  ],
  first: [leaversDue, judgesLeftDue, arisenDue],
  stages: {
    measures: [measuresDue],
    publicity: [publicityDue],
    call: [callDue],
    screening: [screeningDue],
    reviewers: [reviewersDue],
    review: [reviewDue],
    ranking: [rankingDue],
    decision: [decisionDue],
    notice: [noticeDue],
    results: [resultsDue],
    closed: [],
  },
  over: {
    closed: refuse('procedure-closed/selection-closed', {}),
    cancelled: refuse('procedure-closed/selection-cancelled', {}),
  },
  // Slow work that was under way hands in its result.
  whilePaused: ['recordReach', 'recordMatch', 'recordDisagreements', 'recordRanking', 'recordCertificates'],
  bars: barredIn,
  work: workOf,
  suppose: suppositions,
  endsByTime: (state) =>
    BY_TIME.includes(state.stage) && !(state.stage === 'notice' && openObjections(state).length > 0),
  wakes: (state, context) => [warningAt(state, context)],
  copy: (state) => ({ ...copyOf(state), told: copyOf(state.told) }),
});

function workOf(state: SelectionState): Work[] {
  const work: Work[] = [];
  if (matchWanted(state)) work.push({ kind: 'matchReviewers', key: matchKey(state) });
  if (disagreementsWanted(state)) work.push({ kind: 'findDisagreements', key: disagreementsKey(state) });
  if (rankingWanted(state)) work.push({ kind: 'rank', key: `ranking.${nextRanking(state)}` });
  if (certificatesDue(state)) work.push({ kind: 'makeCertificates', key: certificatesKey(state) });
  return work;
}

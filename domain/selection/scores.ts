import type { StreamId } from '../../contracts/ids.ts';
import type { Score } from '../../contracts/ranking.ts';
import type { Attributes } from '../ranking/seats.ts';
import type { RoundState } from '../round/state.ts';
import { reviewed } from './forms.ts';
import { eligible, type SelectionState, termsOf } from './state.ts';

/** The "reviewer" of scores that come from the performance records. */
export const RECORDS = 'records';

/** The rounds whose answers count: of the reviews, and of the discussions that may have revised them. */
export function reviewRoundsOf(state: SelectionState): StreamId[] {
  const ids = state.pairs.flatMap((p) => [p.round, p.discussion]);
  return [...new Set(ids)].filter((id) => id !== null);
}

/**
 * Every score that counts, one for each reviewer, application and criterion: the review, or its revision after a
 * discussion; and for each application its performance record by the stated rule. What is missing has no row.
 */
export function scoresOf(
  state: SelectionState,
  rounds: ReadonlyMap<StreamId, RoundState>,
  { records = true }: { readonly records?: boolean } = {},
): Score[] {
  const criteria = reviewed(termsOf(state)).map((c) => c.id);
  const going = new Map(eligible(state).map((a) => [a.code, a]));
  const scores: Score[] = [];
  for (const pair of state.pairs) {
    const application = going.get(pair.application);
    if (!application || pair.round === null) continue;
    const first = rounds.get(pair.round)?.tasks.get(pair.task);
    if (first?.state !== 'submitted' || first.assignee === application.person) continue;
    const revised = pair.discussion && rounds.get(pair.discussion)?.tasks.get(`${pair.application}.${pair.reviewer}`);
    const answer = revised && revised.state === 'submitted' ? revised.answer : first.answer;
    for (const criterion of criteria) {
      const score = answer?.[criterion];
      if (typeof score !== 'number') continue;
      scores.push({ reviewer: first.assignee, application: pair.application, criterion, score });
    }
  }
  return records ? [...scores, ...recordScores(state)] : scores;
}

function recordScores(state: SelectionState): Score[] {
  const criterion = termsOf(state).performance?.criterion;
  if (!criterion) return [];
  return eligible(state).flatMap((a) =>
    a.performance === null ? [] : [{ reviewer: RECORDS, application: a.code, criterion, score: a.performance }],
  );
}

/** Properties of the applications for quotas: `department`, and `topic`, the first one named. */
export function attributesOf(state: SelectionState): Attributes {
  return Object.fromEntries(
    eligible(state).map((a) => {
      const topic = a.topics[0];
      return [a.code, topic === undefined ? { department: a.department } : { department: a.department, topic }];
    }),
  );
}

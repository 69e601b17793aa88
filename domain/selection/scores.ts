import type { StreamId } from '../../contracts/ids.ts';
import type { Score } from '../../contracts/ranking.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Attributes } from '../ranking/seats.ts';
import type { PlainAnswer, RoundState, Task } from '../round/state.ts';
import { reviewed } from './forms.ts';
import { eligible, type SelectionState } from './state.ts';

/** The "reviewer" of scores that come from the performance records. */
export const RECORDS = 'records';

/** The rounds whose answers count: of the reviews, and of the discussions that may have revised them. */
export function reviewRoundsOf(state: SelectionState): StreamId[] {
  const ids = state.pairs.flatMap((p) => [p.round, p.discussion]);
  return [...new Set(ids)].filter((id) => id !== null);
}

/** A review that was given, with the revision that its author may have made of it. */
interface Given {
  readonly application: string;
  readonly first: Task;
  readonly answer: PlainAnswer | null;
}

/** The reviews of applications that go forward; of two by one person about one application, the one given first. */
function reviewsGiven(state: SelectionState, rounds: ReadonlyMap<StreamId, RoundState>) {
  const going = new Map(eligible(state).map((a) => [a.code, a]));
  const given = new Map<string, Given>();
  const doubles: Given[] = [];
  for (const pair of state.pairs) {
    const { application } = pair;
    const about = going.get(application);
    if (!about || pair.round === null) continue;
    const first = rounds.get(pair.round)?.tasks.get(pair.task);
    if (first?.state !== 'submitted' || first.assignee === about.person) continue;
    const revised = pair.discussion && rounds.get(pair.discussion)?.tasks.get(`${application}.${pair.reviewer}`);
    const counts = revised && revised.state === 'submitted' && revised.assignee === first.assignee;
    const review = { application, first, answer: counts ? revised.answer : first.answer };
    const key = `${application} ${first.assignee}`;
    const other = given.get(key);
    if (other) doubles.push(isBefore(other.first, first) ? review : other);
    if (!other || isBefore(first, other.first)) given.set(key, review);
  }
  return { given: [...given.values()], doubles };
}

function isBefore(a: Task, b: Task): boolean {
  return a.settledAt! - b.settledAt! < 0 || (a.settledAt === b.settledAt && a.id < b.id);
}

/** What a ranking has to say of reviews that it does not count since their author had reviewed the application before. */
export function doubleReviews(state: SelectionState, rounds: ReadonlyMap<StreamId, RoundState>): string[] {
  return reviewsGiven(state, rounds).doubles.map(
    ({ application, first }) =>
      `${first.assignee} has reviewed ${application} twice; the first review counts, and ${first.id} does not.`,
  );
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
  const scores: Score[] = [];
  for (const { application, first, answer } of reviewsGiven(state, rounds).given) {
    for (const criterion of criteria) {
      const score = answer?.[criterion];
      if (typeof score !== 'number') continue;
      scores.push({ reviewer: first.assignee, application, criterion, score });
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

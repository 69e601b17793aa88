import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { taskIn } from '../procedure/rounds.ts';
import type { Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { event } from './kit.ts';
import { lacking } from './matching.ts';
import { reviewTask } from './pairs.ts';
import { isConflicted, reviewersOf } from './people.ts';
import { isScreened } from './screening.ts';
import { type AssignedReview, eligible, type SelectionState } from './state.ts';

/** Everyone reviews every application from which no conflict keeps them. */
export function fullPanel(state: SelectionState, context: Context): SelectionEvent {
  const has = new Set(state.pairs.map((p) => `${p.application} ${p.reviewer}`));
  const added = eligible(state).flatMap((a) =>
    reviewersOf(state, context.organisation)
      .filter((r) => !isConflicted(state, context.organisation, r.person, a) && !has.has(`${a.code} ${r.person}`))
      .map((r) => unopened({ application: a.code, reviewer: r.person })),
  );
  return event('ReviewersMatched', { added, removed: [], tasks: [] });
}

function unopened(pair: { application: string; reviewer: string }) {
  return { ...pair, round: null, task: reviewTask(pair) };
}

/** True when the result of a matching is waited for. */
export function matchWanted(state: SelectionState): boolean {
  if (state.reviews === 'everyone' || state.shortages.length) return false;
  if (state.stage === 'review') return lacking(state).length > 0;
  return state.stage === 'reviewers' && state.conflictsGathered && isScreened(state) && lacking(state).length > 0;
}

export function matchKey(state: SelectionState): string {
  return `match.${state.basis}`;
}

type Pairs = readonly { application: string; reviewer: string }[];

/** Why a matching cannot be taken over; null when it can. */
export function faultOfMatch(state: SelectionState, pairs: Pairs, { organisation }: Context): Rejection | null {
  const codes = new Map(eligible(state).map((a) => [a.code, a]));
  const pool = new Set(reviewersOf(state, organisation).map((r) => r.person));
  const has = new Set(state.pairs.map((p) => `${p.application} ${p.reviewer}`));
  for (const { application, reviewer } of pairs) {
    const about = codes.get(application);
    if (!about) return refuse('not-found/matched-not-eligible', { application });
    if (has.has(`${application} ${reviewer}`)) continue;
    if (!pool.has(reviewer)) return refuse('unknown-person/matched-no-reviewer', { reviewer });
    if (isConflicted(state, organisation, reviewer, about)) {
      return refuse('not-allowed/matched-conflict', { application, reviewer });
    }
  }
  return null;
}

/** Takes a matching over. A review that has been given is never taken away, and stays beside the new ones. */
export function matched(state: SelectionState, pairs: Pairs, context: Context): SelectionEvent {
  const wanted = new Set(pairs.map((p) => `${p.application} ${p.reviewer}`));
  const touched = new Set(pairs.map((p) => p.application));
  const has = new Set(state.pairs.map((p) => `${p.application} ${p.reviewer}`));
  const removed = state.pairs.filter(
    (p) => touched.has(p.application) && !wanted.has(`${p.application} ${p.reviewer}`) && isOpen(p, context),
  );
  const tasks = removed.flatMap((p) => (p.round ? [{ round: p.round, tasks: [p.task] }] : []));
  return event('ReviewersMatched', {
    added: pairs.filter((p) => !has.has(`${p.application} ${p.reviewer}`)).map(unopened),
    removed: removed.map(({ application, reviewer }) => ({ application, reviewer })),
    tasks,
  });
}

function isOpen({ round, task: id }: AssignedReview, context: Context): boolean {
  if (round === null) return true;
  const given = taskIn(context, round, id);
  return given?.state === 'open' || given?.state === 'drafted';
}

import type { MatchProblem } from '../../contracts/matching.ts';
import type { MatchShortage } from '../../contracts/selection/commands.ts';
import type { Reviewer } from '../../contracts/selection/terms.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { isConflicted, isEmployed, reviewersOf } from './people.ts';
import { type Application, applicationOf, eligible, type SelectionState } from './state.ts';

/** Eligible applications that lack reviews. */
export function lacking(state: SelectionState): Application[] {
  if (state.reviews === 'everyone') return [];
  const counts = new Map<string, number>();
  for (const { application } of state.pairs) counts.set(application, (counts.get(application) ?? 0) + 1);
  const wanted = state.reviews;
  return eligible(state).filter((a) => (counts.get(a.code) ?? 0) + (state.waived[a.code] ?? 0) < wanted);
}

/**
 * The matching that is wanted: every eligible application gets its number of reviews, from reviewers without conflict
 * and within their limits, by topics in common; what is assigned already is kept as far as can be. Applications with
 * a review that nobody could give are left as they are, unless they lack another one.
 */
export function matchingProblem(state: SelectionState, organisation: OrganisationState): MatchProblem {
  const short = new Set(lacking(state).map((a) => a.code));
  const applications = eligible(state).filter((a) => short.has(a.code) || !state.waived[a.code]);
  const inside = new Set(applications.map((a) => a.code));
  const reviewers = reviewersAndOthers(state, organisation);
  const known = new Set(reviewers.map((r) => r.person));
  const has = new Set(state.pairs.map((p) => `${p.application} ${p.reviewer}`));
  const keeps = (person: string, code: string) => has.has(`${code} ${person}`) || isEmployed(organisation, person);
  const elsewhere = (person: string) =>
    state.pairs.filter((p) => p.reviewer === person && !inside.has(p.application) && state.applications[p.application])
      .length;
  return {
    applications: applications.map((a) => a.code),
    reviewers: reviewers.map((r) => ({ reviewer: r.person, maxLoad: Math.max(0, r.limit - elsewhere(r.person)) })),
    affinity: reviewers.flatMap((r) =>
      applications.flatMap((a) => {
        const affinity = inCommon(r.topics, a.topics);
        return affinity ? [{ application: a.code, reviewer: r.person, affinity }] : [];
      }),
    ),
    conflicts: reviewers.flatMap((r) =>
      applications
        .filter((a) => isConflicted(state, organisation, r.person, a) || !keeps(r.person, a.code))
        .map((a) => ({ application: a.code, reviewer: r.person })),
    ),
    perApplication: state.reviews === 'everyone' ? Math.max(1, reviewers.length) : state.reviews,
    keep: state.pairs
      .filter((p) => inside.has(p.application) && known.has(p.reviewer))
      .map(({ application, reviewer }) => ({ application, reviewer })),
  };
}

/**
 * The reviewers of the pool, and whoever else holds reviews, as they were given them by hand or have left since they gave
 * them: they keep them, and get no others.
 */
function reviewersAndOthers(state: SelectionState, organisation: OrganisationState): Reviewer[] {
  const asked = reviewersOf(state, organisation);
  const pool = new Set(asked.map((r) => r.person));
  const others = new Map<string, number>();
  for (const { reviewer } of state.pairs) {
    if (!pool.has(reviewer) && !applicationOf(state, reviewer)) others.set(reviewer, (others.get(reviewer) ?? 0) + 1);
  }
  const given = [...others].map(([person, limit]) => ({ person, topics: [], limit }));
  return [...asked, ...given];
}

export function inCommon(a: readonly string[], b: readonly string[]): number {
  return a.filter((t) => b.includes(t)).length;
}

/** What can be seen to be missing without solving anything; said before a matching is tried. */
export function plainShortage(state: SelectionState, organisation: OrganisationState): MatchShortage | null {
  const applications = eligible(state);
  const pool = reviewersAndOthers(state, organisation);
  const reviewers = pool.map((r) => r.person);
  if (state.reviews === 'everyone') {
    const over = reviewersOf(state, organisation).find(
      (r) => applications.filter((a) => !isConflicted(state, organisation, r.person, a)).length > r.limit,
    );
    if (!over) return null;
    const needed = applications.length;
    return {
      kind: 'reviewers',
      applications: [],
      reviewers: [over.person],
      needed,
      possible: over.limit,
      short: needed - over.limit,
      sentence: `Everyone is to review all ${needed} applications, but ${over.person} takes at most ${over.limit}; raise that limit or ask for a number of reviews instead.`,
    };
  }
  const needed = applications.length * state.reviews;
  const possible = pool.reduce((sum, r) => sum + Math.min(r.limit, applications.length), 0);
  if (possible >= needed) return null;
  return {
    kind: 'reviewers',
    applications: [],
    reviewers,
    needed,
    possible,
    short: needed - possible,
    sentence: `${applications.length} applications with ${state.reviews} reviews each need ${needed} reviews, but the ${pool.length} reviewers take at most ${possible} together: ${needed - possible} ${needed - possible === 1 ? 'is' : 'are'} missing. Add reviewers or lower the number of reviews.`,
  };
}

import { MOST_TASKS } from '../../contracts/round.ts';
import type { ReviewPair } from '../../contracts/selection/commands.ts';
import type { Part } from './kit.ts';
import type { AssignedReview, SelectionState } from './state.ts';

/** Reviews that have been assigned and are asked for in no round yet. */
export function unopened({ pairs }: SelectionState): AssignedReview[] {
  return pairs.filter((p) => p.round === null);
}

/** Reviews that are far from another one and have not been put to discussion yet. */
export function toDiscuss({ pairs, disagreements }: SelectionState): AssignedReview[] {
  const apart = new Set(disagreements?.flatMap((d) => d.reviewers.map((r) => `${d.application} ${r}`)));
  return pairs.filter((p) => p.discussion === null && apart.has(`${p.application} ${p.reviewer}`));
}

/** A round asks for as many reviews as it can hold; the rest comes in the next one. */
function asks(state: SelectionState, reviews: readonly AssignedReview[], where: Partial<AssignedReview>): void {
  const held = new Set(reviews.slice(0, MOST_TASKS));
  state.pairs = state.pairs.map((p) => (held.has(p) ? { ...p, ...where } : p));
}

/** The reviews that a round asks for, and when all of those that were to be discussed have been. */
export const pairing = {
  folds: {
    RoundStarted(state, { round, purpose }) {
      if (purpose === 'review') asks(state, unopened(state), { round });
      if (purpose === 'discussion') asks(state, toDiscuss(state), { discussion: round });
    },
    RoundConcluded(state, { round, byHand = [] }) {
      for (const { application, person } of byHand) {
        if (!state.applications[application]) continue;
        state.judgedByHand[application] = [...new Set([...(state.judgedByHand[application] ?? []), person])];
      }
      if (state.rounds[round]?.purpose === 'discussion') state.discussed = toDiscuss(state).length === 0;
    },
  },
} satisfies Part;

/** The id of the task in which a reviewer reviews an application. */
export function reviewTask({ application, reviewer }: ReviewPair): string {
  return `${application}.${reviewer}`;
}

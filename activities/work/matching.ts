import { isInfeasible, match } from '../../domain/assignment/match.ts';
import { matchingProblem } from '../../domain/selection/matching.ts';
import type { SlowWork } from './slow.ts';

/** Matches reviewers to applications at the exact optimum, keeping what is assigned already as far as can be. */
export const matchReviewers: SlowWork = async ({ state, organisation }, key) => {
  const result = await match(matchingProblem(state, organisation));
  const body = isInfeasible(result)
    ? { key, pairs: [], shortages: result.shortages }
    : { key, pairs: result.assignments.map(({ application, reviewer }) => ({ application, reviewer })), shortages: [] };
  return { type: 'recordMatch', body };
};

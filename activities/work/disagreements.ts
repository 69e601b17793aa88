import { termsOf } from '../../domain/procedure/standing.ts';
import { wideDisagreements } from '../../domain/ranking/disagreement.ts';
import { methodOf } from '../../domain/selection/criteria.ts';
import { scoresOf } from '../../domain/selection/scores.ts';
import type { SlowWork } from './slow.ts';

/** Finds the reviewers who are too far apart on one application, by the method that will rank. */
export const findDisagreements: SlowWork = async ({ state, rounds }, key) => {
  const limit = termsOf(state).disagreementLimit ?? Number.POSITIVE_INFINITY;
  const scores = scoresOf(state, rounds, { records: false });
  const found = scores.length ? wideDisagreements(scores, methodOf(state), limit) : [];
  const disagreements = found.map(({ application, reviewers, difference }) => ({ application, reviewers, difference }));
  return { type: 'recordDisagreements', body: { key, disagreements } };
};

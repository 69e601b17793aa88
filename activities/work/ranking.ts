import { createHash } from 'node:crypto';
import { rankingBytes } from '../../domain/ranking/bytes.ts';
import { rank } from '../../domain/ranking/rank.ts';
import { methodOf } from '../../domain/selection/criteria.ts';
import { nextRanking } from '../../domain/selection/ranking.ts';
import { attributesOf, doubleReviews, scoresOf } from '../../domain/selection/scores.ts';
import { eligible } from '../../domain/selection/state.ts';
import type { Reading } from './reading.ts';
import type { SlowWork } from './slow.ts';

/** The ranking's bytes: a pure function of what the ledger says and of the method that was frozen with the call. */
export function rankingOf({ state, rounds }: Pick<Reading, 'state' | 'rounds'>): string {
  const applications = eligible(state)
    .map((a) => a.code)
    .sort();
  const options = { applications, attributes: attributesOf(state), warnings: doubleReviews(state, rounds) };
  return rankingBytes(rank(scoresOf(state, rounds), methodOf(state), options));
}

export const rankApplications: SlowWork = async (reading) => {
  const bytes = rankingOf(reading);
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { type: 'recordRanking', body: { number: nextRanking(reading.state), bytes, digest } };
};

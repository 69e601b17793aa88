import type { Ranking } from '../../contracts/ranking.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import type { Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { event, goOn, type Part } from './kit.ts';
import { eligible, type SelectionState } from './state.ts';

/** Stage 7. The scores become an order, by the method frozen with the call. Rankings are numbered; the latest counts. */
export const ranking = {
  commands: {
    recordRanking(state, { actor, body }) {
      if (actor !== 'system') return refuse('not-allowed/only-ranking', {});
      if (!rankingWanted(state) || body.number !== nextRanking(state)) {
        return refuse('outdated/ranking-outdated', { number: body.number });
      }
      const fault = faultOfBytes(state, body.bytes);
      return fault ?? [event('RankingRecorded', body)];
    },
  },
  folds: {
    RankingRecorded(state, { number, bytes, digest }, { at }) {
      state.ranking = JSON.parse(bytes) as Ranking;
      state.rankings = [...state.rankings, { number, digest, at }];
    },
  },
} satisfies Part;

function faultOfBytes(state: SelectionState, bytes: string): Rejection | null {
  try {
    const { ranking: rows } = JSON.parse(bytes) as Partial<Ranking>;
    if (!Array.isArray(rows)) return refuse('answer-invalid/ranking-no-rows', {});
    const known = new Set(eligible(state).map((a) => a.code));
    const odd = rows.find((r) => !known.has(r.application));
    return odd ? refuse('answer-invalid/ranking-stranger', { application: odd.application }) : null;
  } catch {
    return refuse('answer-invalid/ranking-no-json', {});
  }
}

export function rankingDue(state: SelectionState, context: Context): readonly SelectionEvent[] {
  if (eligible(state).length === 0) return goOn(state, 'results', context, 'nobody');
  return state.ranking ? goOn(state, 'decision', context) : [];
}

export function rankingWanted(state: SelectionState): boolean {
  return state.stage === 'ranking' && state.ranking === null && eligible(state).length > 0;
}

export function nextRanking(state: SelectionState): number {
  return state.rankings.length + 1;
}

import type { StreamId } from '../../contracts/ids.ts';
import type { ExplanationView } from '../../contracts/views/selection.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { explain } from '../../domain/ranking/explain.ts';
import { SaidNo } from '../../domain/refuse.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { methodOf } from '../../domain/selection/criteria.ts';
import { attributesOf, scoresOf } from '../../domain/selection/scores.ts';
import { eligible, type SelectionState } from '../../domain/selection/state.ts';
import { refused, refusing } from '../refused.ts';

export interface Question {
  readonly application: string;
  readonly against?: string | undefined;
  readonly locale: 'en' | 'zh-CN';
}

/**
 * Why an application stands where it stands, reckoned anew from the scores in the ledger by the frozen method.
 * @throws Refused `not-found` with the reason when an application is not in the ranking
 */
export function explanationOf(
  state: SelectionState,
  rounds: ReadonlyMap<StreamId, RoundState>,
  { application, against, locale }: Question,
): ExplanationView {
  const options = { applications: eligible(state).map((a) => a.code), attributes: attributesOf(state) };
  for (const code of [application, against]) {
    if (code !== undefined && !options.applications.includes(code)) {
      throw refusing('not-found/not-ranked', { application: code });
    }
  }
  if (application === against) throw refusing('not-found/compared-with-itself', { application });
  const scores = scoresOf(state, rounds);
  const scored = new Set(scores.map((score) => score.application));
  for (const code of [application, against]) {
    if (code !== undefined && !scored.has(code)) throw refusing('not-found/no-score-yet', { application: code });
  }
  const { sentences, ...facts } = explainOrSay(scores, state, application, against, options);
  return {
    application,
    against: facts.comparison?.against ?? null,
    rank: facts.rank,
    of: facts.of,
    score: facts.score,
    sentences: [...sentences[locale]],
    facts,
  };
}

function explainOrSay(
  scores: Parameters<typeof explain>[0],
  state: SelectionState,
  application: string,
  against: string | undefined,
  options: Parameters<typeof explain>[4],
) {
  try {
    const called = Object.fromEntries(termsOf(state).criteria.map(({ id, label }) => [id, label]));
    return explain(scores, methodOf(state), application, against, options, called);
  } catch (error) {
    if (error instanceof SaidNo) throw refused(error.rejection);
    throw error;
  }
}

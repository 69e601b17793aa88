import { personal } from '../../contracts/private.ts';
import type { RankingMethod } from '../../contracts/ranking.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import type { Criterion } from '../../contracts/selection/terms.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { rankingMethod } from '../ranking/method.ts';
import { refuse } from '../refuse.ts';
import { reviewed } from './forms.ts';
import { event, goBack, notice, type Part, place } from './kit.ts';
import { faultOfRubric } from './opening.ts';
import { eligible, type SelectionState, standing } from './state.ts';

/** The criteria are frozen when the call opens; a correction afterwards reopens what it touches, with notice. */
export const criteria = {
  commands: {
    correctCriteria(state, { actor, body }, context) {
      if (place(state.stage) >= place('results')) {
        return refuse('too-late/results-out-criteria', {});
      }
      const terms = termsOf(state);
      const method = body.method ?? terms.method;
      const corrected = { ...terms, criteria: body.criteria, method };
      const fault = faultOfRubric(corrected);
      if (fault) return fault;
      const version = Math.max(state.criteriaVersion, 1) + (state.frozen ? 1 : 0);
      const reason = personal(actor, body.reason);
      return [
        event('CriteriaCorrected', { version, criteria: body.criteria, method, reason }),
        ...reopened(state, reviewed(terms), reviewed(corrected), context),
      ];
    },
  },
  folds: {
    CriteriaFrozen(state, { version }) {
      state.frozen = true;
      state.criteriaVersion = version;
    },
    CriteriaCorrected(state, { version, criteria: corrected, method }) {
      state.terms = { ...termsOf(state), criteria: corrected, method };
      if (state.frozen) state.criteriaVersion = version;
    },
  },
  follows: {
    CriteriaFrozen: () => [],
    CriteriaCorrected: (state, { version }, context) =>
      standing(state).map((a) =>
        notice(state, a.person, 'selection.criteriaCorrected', {
          version,
          closesAt: state.stage === 'call' ? (state.until ?? context.now) : context.now,
        }),
      ),
  },
} satisfies Part;

/** Applications are taken again before the review; later, what was scored or ranked by the old criteria is done again. */
function reopened(
  state: SelectionState,
  before: readonly Criterion[],
  corrected: readonly Criterion[],
  context: Context,
): SelectionEvent[] {
  if (place(state.stage) <= place('call')) return [];
  if (place(state.stage) <= place('reviewers')) return goBack(state, 'call', context, 'corrected');
  if (rubric(before) === rubric(corrected)) {
    return place(state.stage) > place('review') ? goBack(state, 'ranking', context, 'corrected') : [];
  }
  const codes = new Set(eligible(state).map((a) => a.code));
  const again = state.pairs.filter((p) => codes.has(p.application));
  const pairs = again.map(({ application, reviewer }) => ({ application, reviewer }));
  return goBack(state, 'review', context, 'corrected', { reviews: pairs });
}

/** What a reviewer sees of the criteria; weights and minimums are not part of it. */
function rubric(list: readonly Criterion[]): string {
  return JSON.stringify(list.map(({ weight: _w, minimum: _m, ...seen }) => seen));
}

/** The complete method of the ranking: the terms' method with their criteria, minimums and seats. */
export function methodOf(state: SelectionState): RankingMethod {
  const { method, criteria: list, seats } = termsOf(state);
  return rankingMethod({
    ...method,
    seats,
    criteria: list.map(({ id, weight, minimum }) => ({
      criterion: id,
      weight,
      ...(minimum === undefined ? {} : { minimum }),
    })),
  });
}

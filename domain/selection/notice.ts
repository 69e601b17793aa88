import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { firstOf } from '../procedure/part.ts';
import type { Context } from '../process.ts';
import { goBack, goOn, place } from './kit.ts';
import { openObjections, passOn, resolve } from './objections.ts';
import { tell } from './publicity.ts';
import { reviewsAgain } from './review.ts';
import { eligible, type SelectionState } from './state.ts';

/** Stage 9. The candidates are posted for the objection period; what is upheld sends the selection back. */
export function noticeDue(state: SelectionState, context: Context): readonly SelectionEvent[] {
  return firstOf(
    () => tell(state, context, 'notice'),
    () => resolve(state, context),
    () => passOn(state, context),
    () => runAgain(state, context),
    () =>
      openObjections(state).length === 0 && context.now >= (state.until ?? 0) ? goOn(state, 'results', context) : [],
  );
}

/** Once every objection is answered: back to the earliest stage that an upheld one touches. */
function runAgain(state: SelectionState, context: Context): SelectionEvent[] {
  if (openObjections(state).length) return [];
  const upheld = Object.values(state.objections).filter((o) => o.state === 'upheld' && o.notice === state.runs.notice);
  const [first] = upheld.map((o) => o.stage!).sort((a, b) => place(a) - place(b));
  if (!first) return [];
  const touching = upheld.filter((o) => o.stage === first);
  const general = touching.some((o) => o.about === null);
  const about = general ? [] : [...new Set(touching.map((o) => o.about!))];
  const codes = general ? eligible(state).map((a) => a.code) : about;
  const reviews = first === 'review' ? reviewsAgain(state, codes, context, !general) : [];
  return goBack(state, first, context, 'objection', { applications: about, reviews });
}

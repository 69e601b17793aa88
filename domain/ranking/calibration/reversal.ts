import type { Behaviour } from './behaviour.ts';
import { likelihoodOf } from './fit.ts';
import type { Panel } from './panel.ts';
import { ENOUGH } from './robust.ts';

/** Before any score is seen, one reviewer in so many is expected to have turned the scale round. */
const EXPECTED = 100;

/** Reviewers whose slope speaks for them by more than this (log odds) are not looked at closely: it would change nothing. */
const BEYOND_DOUBT = -3;

/**
 * By reviewer: how probable it is that they have turned the scale round (their scores fall where quality rises), after
 * seeing the scores. The Bayes factor is the whole panel's restricted likelihood with the reviewer turned, over that with
 * the reviewer as usual, each at its best variances (both sides have as many parameters, so that Schwarz's correction
 * cancels; Kass and Raftery 1995). In panels too large for a likelihood, the odds of a slope of -1 against
 * one of 1 stand for it: there every reviewer of note has many reviews.
 */
export function reversals(panel: Panel, seen: readonly Behaviour[]): Float64Array {
  return Float64Array.from(seen, (behaviour, r) => {
    if (behaviour.constant || behaviour.slope === null || behaviour.compared < ENOUGH) return 0;
    const rough = (-2 * behaviour.slope) / behaviour.slopeError ** 2;
    if (rough < BEYOND_DOUBT) return 0;
    const exact = likelihoodOf(panelWith(panel, r, -1));
    const odds = exact === null ? rough : exact - likelihoodOf(panelWith(panel, r, 1))!;
    return 1 / (1 + (EXPECTED - 1) * Math.exp(-odds));
  });
}

/** The panel with one reviewer counting fully and pulling applications apart as told. */
function panelWith(panel: Panel, reviewer: number, loading: number): Panel {
  return {
    ...panel,
    loading: panel.loading.with(reviewer, loading),
    precision: panel.precision.with(reviewer, 1),
  };
}

import type { Behaviour } from './behaviour.ts';
import type { Fit } from './fit.ts';
import type { Panel } from './panel.ts';
import type { Verdict } from './robust.ts';

/** A panel with the model fitted to it and the reviewers judged. */
export interface Calibrated {
  readonly panel: Panel;
  readonly model: Fit;
  readonly verdict: Verdict;
  readonly behaviours: readonly Behaviour[];
}

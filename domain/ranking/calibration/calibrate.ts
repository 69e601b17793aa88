import type { RankingMethod } from '../../../contracts/ranking.ts';
import { fixed } from '../bytes.ts';
import { type Estimate, t90 } from '../estimate.ts';
import type { ScoreTable } from '../scores.ts';
import { behaviours } from './behaviour.ts';
import type { Calibrated } from './calibrated.ts';
import { fitPanel, fitVariants } from './fit.ts';
import { describeJudged, warningsOf } from './judged.ts';
import { type Panel, panelOf } from './panel.ts';
import { reversals } from './reversal.ts';
import { judge, type Verdict } from './robust.ts';
import { variantsOf } from './variants.ts';

/** How often the reviewers are judged anew by a model that takes the last judgement into account. */
const ROUNDS = 4;

/** Fits the model and judges the reviewers by turns until the judgement stands; then fits it with full care. */
export function calibratePanel(table: ScoreTable): Calibrated {
  let panel = panelOf(table);
  for (let round = 1; ; round++) {
    const rough = fitPanel(panel);
    const seen = behaviours(panel, rough, rough.solution);
    const verdict = judge(seen, reversals(panel, seen));
    const stands = differ(panel, verdict) < 0.02;
    panel = { ...panel, loading: verdict.loading, precision: verdict.precision };
    if (stands || round === ROUNDS)
      return { panel, model: fitVariants(variantsOf(panel, verdict)), verdict, behaviours: seen };
  }
}

function differ(panel: Panel, verdict: Verdict): number {
  const gaps = panel.loading.map((x, r) =>
    Math.max(Math.abs(x - verdict.loading[r]!), Math.abs(panel.precision[r]! - verdict.precision[r]!)),
  );
  return gaps.reduce((most, gap) => Math.max(most, gap), 0);
}

/**
 * `calibrated`: every application's quality and every reviewer's severity estimated together by a mixed model with both
 * as random effects, so that little evidence pulls an estimate towards the usual instead of to an extreme.
 */
export function calibrated(table: ScoreTable, method: RankingMethod, draws: number): Estimate {
  const { panel, model, verdict, behaviours: seen } = calibratePanel(table);
  if (panel.application.length < 2) return nothing(table);
  const total = model.estimate(0);
  const criteria = table.criteria.map((_, c) => model.estimate(c + 1).map((x) => x + panel.centre[c + 1]!));
  const drawn = draws > 0 ? model.draws(draws, method.seed) : [];
  const variances = draws > 0 ? model.variances(drawn) : null;
  const complete = completeness(table);
  const reach = t90(Math.max(panel.application.length - panel.reviewers, 5));
  const centre = panel.centre[0]!;
  return {
    scores: [...total].map((x, a) => (complete[a] ? fixed(steady(x + centre)) : null)),
    criteria: table.applications.map((_, a) =>
      table.criteria.map((_c, c) => (complete[a] ? steady(criteria[c]![a]!) : null)),
    ),
    intervals: [...total].map((x, a) => {
      if (!complete[a] || variances === null) return null;
      const half = reach * Math.sqrt(variances[a]!);
      return [x + centre - half, x + centre + half];
    }),
    draws: drawn.map((d) => d.map((x) => x + centre)),
    reviewers: describeJudged(table, { panel, model, verdict, behaviours: seen }),
    warnings: warningsOf(table, panel, verdict),
  };
}

/** Without the last digits, which depend on the order of reckoning: what is equal by the model stays equal. */
function steady(estimate: number): number {
  return Number(estimate.toFixed(9));
}

function nothing(table: ScoreTable): Estimate {
  const none = table.applications.map(() => null);
  return {
    scores: none,
    criteria: none.map(() => table.criteria.map(() => null)),
    intervals: none,
    draws: [],
    reviewers: [],
    warnings: ['There are too few reviews to calibrate.'],
  };
}

/** Whether every criterion that counts has a score of the application. */
function completeness(table: ScoreTable): boolean[] {
  const seen = table.applications.map(() => new Set<number>());
  for (const cell of table.cells) seen[cell.application]!.add(cell.criterion);
  const needed = table.criteria.flatMap((c, i) => (c.weight.isZero() ? [] : [i]));
  return seen.map((set) => needed.every((c) => set.has(c)));
}

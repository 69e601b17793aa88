import type { RankedReviewer, RankingMethod } from '../../../contracts/ranking.ts';
import { fixed } from '../bytes.ts';
import { type Estimate, t90 } from '../estimate.ts';
import type { ScoreTable } from '../scores.ts';
import { type Behaviour, behaviours } from './behaviour.ts';
import { type Fit, fitPanel } from './fit.ts';
import { groups } from './links.ts';
import { type Panel, panelOf } from './panel.ts';
import { judge, type Verdict } from './robust.ts';

/** How often the reviewers are judged anew by a model that takes the last judgement into account. */
const ROUNDS = 4;

/** A panel with the model fitted to it and the reviewers judged. */
export interface Calibrated {
  readonly panel: Panel;
  readonly model: Fit;
  readonly verdict: Verdict;
  readonly behaviours: readonly Behaviour[];
}

/** Fits the model and judges the reviewers by turns until the judgement stands; then fits it with full care. */
export function calibratePanel(table: ScoreTable): Calibrated {
  let panel = panelOf(table);
  for (let round = 1; ; round++) {
    const rough = fitPanel(panel, true);
    const seen = behaviours(panel, rough, rough.solution);
    const verdict = judge(seen);
    const stands = differ(panel, verdict) < 0.02;
    panel = { ...panel, loading: verdict.loading, precision: verdict.precision };
    if (stands || round === ROUNDS) return { panel, model: fitPanel(panel), verdict, behaviours: seen };
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
    scores: [...total].map((x, a) => (complete[a] ? fixed(x + centre) : null)),
    criteria: table.applications.map((_, a) => table.criteria.map((_c, c) => (complete[a] ? criteria[c]![a]! : null))),
    intervals: [...total].map((x, a) => {
      if (!complete[a] || variances === null) return null;
      const half = reach * Math.sqrt(variances[a]!);
      return [x + centre - half, x + centre + half];
    }),
    draws: drawn.map((d) => d.map((x) => x + centre)),
    reviewers: describe(table, panel, model, verdict, seen),
    warnings: warningsOf(table, panel, verdict),
  };
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

function describe(
  table: ScoreTable,
  panel: Panel,
  model: Fit,
  verdict: Verdict,
  seen: readonly Behaviour[],
): RankedReviewer[] {
  const offsets = model.offsets();
  const applications = table.reviewers.map(() => new Set<number>());
  for (const [i, r] of panel.reviewer.entries()) applications[r]!.add(panel.application[i]!);
  return table.reviewers.map((reviewer, r) => {
    const behaviour = seen[r]!;
    const reviews = applications[r]!.size;
    const lone =
      reviews === 0
        ? ['no-review']
        : reviews === 1
          ? ['single-review']
          : behaviour.compared === 0
            ? ['not-comparable']
            : [];
    const flags = [
      ...verdict.flags[r]!,
      ...lone,
      ...(verdict.precision[r]! > 0 && verdict.precision[r]! < 0.5 ? ['erratic'] : []),
    ];
    const left = verdict.precision[r] === 0 || lone.length > 0;
    return {
      reviewer,
      reviews,
      severity: left ? null : -offsets[r]!,
      spread:
        behaviour.constant && reviews > 1
          ? 0
          : behaviour.compared < 4
            ? null
            : verdict.precision[r] === 0
              ? behaviour.slope
              : verdict.loading[r]!,
      consistency: behaviour.consistency,
      flags,
    };
  });
}

function warningsOf(table: ScoreTable, panel: Panel, verdict: Verdict): string[] {
  const left = table.reviewers.filter((_, r) => verdict.precision[r] === 0);
  const counted = new Set([...panel.application].filter((_, i) => verdict.precision[panel.reviewer[i]!]! > 0));
  const bare = [...new Set(panel.application)].filter((a) => !counted.has(a)).map((a) => table.applications[a]!);
  const apart = groups(panel);
  return [
    ...left.map(
      (r) =>
        `The scores of ${r} are left out of the calibration: ${verdict.flags[table.reviewers.indexOf(r)]!.includes('constant') ? 'all are the same' : 'they run against those of the others'}. Ask ${r} before deciding.`,
    ),
    ...bare.map(
      (a) => `${a} has only scores that are left out; its score is the average of all and says nothing about it.`,
    ),
    ...(apart > 1
      ? [
          `The panel falls into ${apart} groups that share no reviewer and no application; comparing across them assumes that the groups are alike.`,
        ]
      : []),
  ];
}

import type { RankedReviewer } from '../../../contracts/ranking.ts';
import type { ScoreTable } from '../scores.ts';
import type { Behaviour } from './behaviour.ts';
import type { Calibrated } from './calibrated.ts';
import { groups } from './links.ts';
import type { Panel } from './panel.ts';
import type { Verdict } from './robust.ts';

/** From this probability on, a reviewer who may have turned the scale round is spoken of. */
const WORTH_SAYING = 0.1;

/** What the model says of every reviewer, in the table's order. */
export function describeJudged(table: ScoreTable, { panel, model, verdict, behaviours }: Calibrated): RankedReviewer[] {
  const offsets = model.offsets();
  const applications = table.reviewers.map(() => new Set<number>());
  for (const [i, r] of panel.reviewer.entries()) applications[r]!.add(panel.application[i]!);
  return table.reviewers.map((reviewer, r) => {
    const behaviour = behaviours[r]!;
    const reviews = applications[r]!.size;
    const lone = loneliness(reviews, behaviour);
    const known = verdict.precision[r]! > 0 && lone.length === 0;
    return {
      reviewer,
      reviews,
      severity: known ? -offsets[r]! : null,
      spread: spreadOf(verdict, behaviour, r, reviews),
      consistency: behaviour.consistency,
      flags: [...verdict.flags[r]!, ...lone, ...oddities(verdict, r)],
    };
  });
}

function loneliness(reviews: number, behaviour: Behaviour): string[] {
  if (reviews === 0) return ['no-review'];
  if (reviews === 1) return ['single-review'];
  return behaviour.compared === 0 ? ['not-comparable'] : [];
}

function spreadOf(verdict: Verdict, behaviour: Behaviour, r: number, reviews: number): number | null {
  if (behaviour.constant && reviews > 1) return 0;
  if (behaviour.compared < 4) return null;
  return verdict.precision[r] === 0 ? behaviour.slope : verdict.loading[r]!;
}

function oddities(verdict: Verdict, r: number): string[] {
  const counts = verdict.precision[r]! > 0;
  return [
    ...(counts && verdict.reversed[r]! >= WORTH_SAYING ? ['perhaps-reversed'] : []),
    ...(counts && verdict.precision[r]! < 0.5 ? ['erratic'] : []),
  ];
}

/** Whom the panel should ask before it decides, what rests on nothing, and what cannot be compared. */
export function warningsOf(table: ScoreTable, panel: Panel, verdict: Verdict): string[] {
  const counted = new Set([...panel.application].filter((_, i) => verdict.precision[panel.reviewer[i]!]! > 0));
  const bare = [...new Set(panel.application)].filter((a) => !counted.has(a)).map((a) => table.applications[a]!);
  const apart = groups(panel);
  return [
    ...table.reviewers.flatMap((reviewer, r) => warningAbout(reviewer, verdict, r)),
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

function warningAbout(reviewer: string, verdict: Verdict, r: number): string[] {
  const odds = verdict.reversed[r]!;
  const percent = Math.round(100 * odds);
  if (verdict.flags[r]!.includes('constant'))
    return [
      `The scores of ${reviewer} are left out of the calibration: all are the same. Ask ${reviewer} before deciding.`,
    ];
  if (verdict.precision[r] === 0)
    return [
      `The scores of ${reviewer} are left out of the calibration: they run against those of the others (a turned scale is ${percent === 100 ? 'all but certain' : `${percent} % likely`}). Ask ${reviewer} before deciding.`,
    ];
  if (odds < WORTH_SAYING) return [];
  return [
    `${reviewer} may have turned the scale round (${percent} % likely): the estimate allows for both, and the intervals are wider for it. Ask ${reviewer} before deciding.`,
  ];
}

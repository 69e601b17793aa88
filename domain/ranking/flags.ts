import type { RankedReviewer } from '../../contracts/ranking.ts';
import { reviewsOf, type ScoreTable } from './scores.ts';

/** How many reviews a reviewer must have given before a habit is seen in them. */
const ENOUGH = 4;

/** A severity so many robust standard deviations from the middle is out of the ordinary (Iglewicz and Hoaglin 1993). */
const FAR = 3.5;

/**
 * Adds what a panel should look at before it decides: `straight-line` (the same score on every criterion, review after
 * review), `constant` (the same total for everybody), `severe` and `mild` (far from all others), `opposed` (runs against
 * the others). Flags ask a question; they do not change a score.
 */
export function withFlags(table: ScoreTable, reviewers: readonly RankedReviewer[]): RankedReviewer[] {
  const straight = straightLiners(table);
  const constant = constants(table);
  const severity = outliers(reviewers);
  return reviewers.map((reviewer, r) => {
    const opposed = reviewer.consistency !== null && reviewer.consistency < -0.5 && reviewer.reviews >= ENOUGH;
    const found = [
      ...reviewer.flags,
      ...(constant.has(r) ? ['constant'] : []),
      ...(straight.has(r) ? ['straight-line'] : []),
      ...(severity.get(r) ?? []),
      ...(opposed && !reviewer.flags.includes('reversed') ? ['opposed'] : []),
    ];
    return { ...reviewer, flags: [...new Set(found)] };
  });
}

/** Reviewers whose reviews are nearly all the same on every criterion, in a panel where that is not the custom. */
function straightLiners(table: ScoreTable): Set<number> {
  const flat = table.reviewers.map(() => 0);
  const all = table.reviewers.map(() => 0);
  for (let from = 0; from < table.cells.length; ) {
    const first = table.cells[from]!;
    let to = from;
    while (table.cells[to]?.application === first.application && table.cells[to]?.reviewer === first.reviewer) to++;
    const own = table.cells.slice(from, to);
    if (own.length >= 3) {
      all[first.reviewer]! += 1;
      if (own.every((cell) => cell.value === first.value)) flat[first.reviewer]! += 1;
    }
    from = to;
  }
  const sum = (list: readonly number[]) => list.reduce((s, x) => s + x, 0);
  const others = (r: number) => (sum(flat) - flat[r]!) / Math.max(sum(all) - all[r]!, 1);
  const found = table.reviewers.flatMap((_, r) =>
    all[r]! >= ENOUGH && flat[r]! >= 0.8 * all[r]! && others(r) < 0.4 ? [r] : [],
  );
  return new Set(found);
}

function constants(table: ScoreTable): Set<number> {
  const totals: number[][] = table.reviewers.map(() => []);
  for (const review of reviewsOf(table)) totals[review.reviewer]!.push(review.total);
  return new Set(
    totals.flatMap((own, r) => (own.length >= ENOUGH && own.every((t) => Math.abs(t - own[0]!) < 1e-9) ? [r] : [])),
  );
}

function outliers(reviewers: readonly RankedReviewer[]): Map<number, string[]> {
  const known = reviewers.flatMap((r) => (r.severity === null || r.reviews < ENOUGH ? [] : [r.severity]));
  if (known.length < 5) return new Map();
  const middle = median(known);
  const spread = 1.4826 * median(known.map((s) => Math.abs(s - middle)));
  if (spread < 1e-9) return new Map();
  return new Map(
    reviewers.flatMap(({ severity, reviews }, r): [number, string[]][] => {
      if (severity === null || reviews < ENOUGH || Math.abs(severity - middle) < FAR * spread) return [];
      return [[r, [severity > middle ? 'severe' : 'mild']]];
    }),
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

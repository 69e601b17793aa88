import type { RankingMethod, Score } from '../../contracts/ranking.ts';
import { refuse, SaidNo } from '../refuse.ts';
import { byName, type WeightedCriterion, weightedCriteria } from './method.ts';

/** A given score; reviewer, application and criterion are positions in the table's lists. */
export interface Cell {
  readonly application: number;
  readonly reviewer: number;
  readonly criterion: number;
  readonly text: string;
  readonly value: number;
}

/** Scores in an order of their own, so that nothing depends on the order of the rows they came in. */
export interface ScoreTable {
  readonly applications: readonly string[];
  readonly reviewers: readonly string[];
  readonly criteria: readonly WeightedCriterion[];
  /** By application, then reviewer, then criterion; missing scores are absent. */
  readonly cells: readonly Cell[];
}

/**
 * Sorts scores into a table. Throws, with one sentence, on a second score of one reviewer for the same application and
 * criterion, on a criterion the method does not know, and on a score that is not a number.
 */
export function tabulate(scores: readonly Score[], method: RankingMethod): ScoreTable {
  const applications = positions(scores.map((s) => s.application));
  const reviewers = positions(scores.map((s) => s.reviewer));
  const criteria = weightedCriteria(method, [...positions(scores.map((s) => s.criterion)).keys()]);
  const criterionAt = new Map(criteria.map((c, i) => [c.criterion, i]));
  const cells = scores.flatMap((s): Cell[] => {
    const criterion = criterionAt.get(s.criterion);
    if (criterion === undefined)
      throw new SaidNo(
        refuse('outdated/criterion-not-in-method', { criterion: s.criterion, application: s.application }),
      );
    if (s.score === null || s.score === '') return [];
    const value = Number(s.score);
    if (!Number.isFinite(value)) {
      const { score, reviewer, application } = s;
      throw new SaidNo(refuse('answer-invalid/score-no-number', { score, reviewer, application }));
    }
    const at = { application: applications.get(s.application)!, reviewer: reviewers.get(s.reviewer)!, criterion };
    return [{ ...at, text: String(s.score), value }];
  });
  cells.sort((a, b) => a.application - b.application || a.reviewer - b.reviewer || a.criterion - b.criterion);
  const table = { applications: [...applications.keys()], reviewers: [...reviewers.keys()], criteria, cells };
  refuseDoubles(table);
  return table;
}

function positions(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].sort(byName).map((name, i) => [name, i]));
}

function refuseDoubles({ cells, applications, reviewers, criteria }: ScoreTable): void {
  cells.forEach((cell, i) => {
    const before = cells[i - 1];
    if (
      before?.application === cell.application &&
      before.reviewer === cell.reviewer &&
      before.criterion === cell.criterion
    )
      throw new SaidNo(
        refuse('duplicate/scored-twice', {
          reviewer: reviewers[cell.reviewer]!,
          application: applications[cell.application]!,
          criterion: criteria[cell.criterion]!.criterion,
        }),
      );
  });
}

/** One reviewer's view of one application: the weighted total over the criteria they scored. */
export interface Review {
  readonly application: number;
  readonly reviewer: number;
  /** In units of the final score; a criterion left out is filled by what it differs from the others on average. */
  readonly total: number;
  readonly complete: boolean;
}

/** Tables do not change, and their reviews are asked for by many. */
const reviewsByTable = new WeakMap<ScoreTable, readonly Review[]>();

/** Reviews by application, then reviewer. A review is dropped when all its criteria weigh nothing. */
export function reviewsOf(table: ScoreTable): readonly Review[] {
  const known = reviewsByTable.get(table);
  if (known) return known;
  const reviews = gathered(table);
  reviewsByTable.set(table, reviews);
  return reviews;
}

function gathered(table: ScoreTable): Review[] {
  const weights = table.criteria.map((c) => c.weight.toNumber());
  const means = criterionMeans(table);
  const all = weights.reduce((sum, w) => sum + w, 0);
  const centre = weights.reduce((sum, w, c) => sum + w * (means[c] ?? 0), 0);
  const needed = weights.filter((w) => w > 0).length;
  const reviews: Review[] = [];
  for (let from = 0; from < table.cells.length; ) {
    const first = table.cells[from]!;
    let [weight, deviation, plain, scored, to] = [0, 0, 0, 0, from];
    for (; table.cells[to]?.application === first.application && table.cells[to]?.reviewer === first.reviewer; to++) {
      const cell = table.cells[to]!;
      const w = weights[cell.criterion]!;
      weight += w;
      plain += w * cell.value;
      deviation += w * (cell.value - means[cell.criterion]!);
      if (w > 0) scored++;
    }
    from = to;
    if (weight <= 0) continue;
    const complete = scored === needed;
    const total = complete ? plain : centre + (deviation / weight) * all;
    reviews.push({ application: first.application, reviewer: first.reviewer, total, complete });
  }
  return reviews;
}

/** Mean of all scores on each criterion; 0 where there is none. */
export function criterionMeans(table: ScoreTable): number[] {
  const sums = table.criteria.map(() => 0);
  const counts = table.criteria.map(() => 0);
  for (const cell of table.cells) {
    sums[cell.criterion]! += cell.value;
    counts[cell.criterion]! += 1;
  }
  return sums.map((sum, c) => (counts[c] ? sum / counts[c]! : 0));
}

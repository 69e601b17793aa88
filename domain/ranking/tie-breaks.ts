import type { RankingMethod } from '../../contracts/ranking.ts';
import { compareFractions, type Fraction, fraction, minus, over, plus, sumOf, times } from './fraction.ts';
import type { Cell, ScoreTable } from './scores.ts';

const HALF: Fraction = { over: 1n, under: 2n };

/** Values of an application's tie-breaks in their order, from its criteria and its reviewers' totals; null: there is none. */
export function tieBreakValues(
  method: RankingMethod,
  criterion: (name: string) => Fraction | null,
  totals: readonly Fraction[],
): (Fraction | null)[] {
  const sorted = [...totals].sort(compareFractions);
  return method.tieBreaks.map((name) => {
    if (name === 'highest-minimum') return sorted[0] ?? null;
    return name === 'median' ? median(sorted) : criterion(name);
  });
}

function median(sorted: readonly Fraction[]): Fraction | null {
  if (sorted.length === 0) return null;
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : times(plus(sorted[half - 1]!, sorted[half]!), HALF);
}

/** Each application's totals by reviewer, as `reviewsOf` has them, without any rounding. */
export function exactTotals(table: ScoreTable): Fraction[][] {
  const weights = table.criteria.map((c) => fraction(c.weight));
  const all = sumOf(weights);
  const means = lazily(() => criterionMeans(table));
  const needed = table.criteria.filter((c) => !c.weight.isZero()).length;
  const totals: Fraction[][] = table.applications.map(() => []);
  for (const cells of byReview(table.cells)) {
    const counted = cells.filter((c) => !table.criteria[c.criterion]!.weight.isZero());
    if (!counted.length) continue;
    const weighed = (value: (c: Cell) => Fraction) => sumOf(counted.map((c) => times(weights[c.criterion]!, value(c))));
    const plain = weighed((c) => fraction(c.text));
    totals[counted[0]!.application]!.push(counted.length === needed ? plain : filled(counted));

    function filled(given: readonly Cell[]): Fraction {
      const centre = sumOf(weights.map((w, c) => times(w, means()[c]!)));
      const weight = sumOf(given.map((c) => weights[c.criterion]!));
      const deviation = minus(
        plain,
        weighed((c) => means()[c.criterion]!),
      );
      return plus(centre, times(over(deviation, weight), all));
    }
  }
  return totals;
}

/** The cells of one reviewer about one application stand together in a table. */
function byReview(cells: readonly Cell[]): Cell[][] {
  const reviews: Cell[][] = [];
  for (const cell of cells) {
    const last = reviews.at(-1)?.[0];
    const same = last?.application === cell.application && last.reviewer === cell.reviewer;
    if (same) reviews.at(-1)!.push(cell);
    else reviews.push([cell]);
  }
  return reviews;
}

function criterionMeans({ criteria, cells }: ScoreTable): Fraction[] {
  return criteria.map((_, c) => {
    const own = cells.filter((cell) => cell.criterion === c);
    return own.length ? over(sumOf(own.map((cell) => fraction(cell.text))), fraction(own.length)) : fraction(0);
  });
}

/** Works something out once, when it is first asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

import { compareFractions, type Fraction } from './fraction.ts';
import { byName } from './method.ts';

/** What an application is compared by. */
export interface Standing {
  readonly application: string;
  readonly score: number;
  /** The score without any rounding. */
  readonly exact: () => Fraction;
  /** Values of the tie-breaks in their order; higher is better, null (there is none) the lowest. */
  readonly tieBreaks: () => readonly (Fraction | null)[];
}

export interface Place {
  readonly application: string;
  readonly rank: number;
}

/**
 * Ranks by score, then by the tie-breaks in their order. What stays equal shares a rank, and the next rank is skipped.
 * The order in which equals are listed is that of their names and means nothing.
 */
export function order(standings: readonly Standing[]): { readonly places: Place[]; readonly ties: string[][] } {
  const sorted = [...standings].sort((a, b) => better(a, b) || byName(a.application, b.application));
  const places: Place[] = [];
  const ties: string[][] = [];
  sorted.forEach((standing, i) => {
    const before = sorted[i - 1];
    const equal = before !== undefined && better(before, standing) === 0;
    places.push({ application: standing.application, rank: equal ? places[i - 1]!.rank : i + 1 });
    if (!equal) return;
    const first = places[i]!.rank === places[i - 2]?.rank;
    if (first) ties.at(-1)!.push(standing.application);
    else ties.push([before.application, standing.application]);
  });
  return { places, ties };
}

/** Negative when `a` stands before `b`, 0 when nothing tells them apart. */
export function better(a: Standing, b: Standing): number {
  const scores = compareScores(b, a);
  if (scores !== 0) return scores;
  const others = b.tieBreaks();
  for (const [i, value] of a.tieBreaks().entries()) {
    const found = compareTieBreaks(others[i] ?? null, value);
    if (found !== 0) return found;
  }
  return 0;
}

/** Numbers tell scores apart that are further apart than this, in themselves and in proportion; else fractions do. */
const NEARLY = { absolute: 1e-11, relative: 1e-9 };

/** Negative when the score of `a` is the lower one, 0 when the two are equal to the last digit, however many there are. */
export function compareScores(a: Standing, b: Standing): number {
  const apart = a.score - b.score;
  const near = Math.max(NEARLY.absolute, NEARLY.relative * Math.max(Math.abs(a.score), Math.abs(b.score)));
  return Math.abs(apart) > near ? apart : compareFractions(a.exact(), b.exact());
}

/** The same of two values of a tie-break. */
export function compareTieBreaks(a: Fraction | null, b: Fraction | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareFractions(a, b);
}

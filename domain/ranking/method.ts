import { Decimal } from 'decimal.js';
import { RankingMethod } from '../../contracts/ranking.ts';
import { refuse, SaidNo } from '../refuse.ts';

/** Decimals for scores: enough digits that sums and averages of published scores are exact or rounded once. */
export const Exact = Decimal.clone({ precision: 50, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Exact = Decimal;

/** Names in the order of their code units: the same on every machine and in every locale. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Completes a method by its defaults and checks it; throws SaidNo when it contradicts itself. */
export function rankingMethod(parts: Partial<Record<keyof RankingMethod, unknown>> = {}): RankingMethod {
  const method = RankingMethod.parse(parts);
  const names = method.criteria.map((c) => c.criterion);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new SaidNo(refuse('terms-invalid/criterion-twice', { criterion: twice }));
  const negative = method.criteria.find((c) => new Exact(c.weight).isNegative() && !new Exact(c.weight).isZero());
  if (negative) {
    const { criterion, weight } = negative;
    throw new SaidNo(refuse('terms-invalid/criterion-weight', { criterion, weight: String(weight) }));
  }
  if (method.criteria.length > 0 && method.criteria.every((c) => new Exact(c.weight).isZero()))
    throw new SaidNo(refuse('terms-invalid/all-weights-zero', {}));
  for (const name of method.tieBreaks)
    if (name !== 'median' && name !== 'highest-minimum' && names.length > 0 && !names.includes(name))
      throw new SaidNo(refuse('terms-invalid/tie-break', { name }));
  return method;
}

/** A criterion with its exact weight. */
export interface WeightedCriterion {
  readonly criterion: string;
  readonly weight: Exact;
  readonly minimum: Exact | null;
}

/** The method's criteria in its order; without any, those of the scores, each weighing 1 / their number. */
export function weightedCriteria(method: RankingMethod, found: readonly string[]): WeightedCriterion[] {
  if (method.criteria.length === 0)
    return found.map((criterion) => ({ criterion, weight: new Exact(1).div(found.length), minimum: null }));
  return method.criteria.map((c) => ({
    criterion: c.criterion,
    weight: new Exact(c.weight),
    minimum: c.minimum === undefined ? null : new Exact(c.minimum),
  }));
}

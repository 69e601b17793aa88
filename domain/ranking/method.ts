import { Decimal } from 'decimal.js';
import { RankingMethod } from '../../contracts/ranking.ts';

/** Decimals for scores: enough digits that sums and averages of published scores are exact or rounded once. */
export const Exact = Decimal.clone({ precision: 50, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Exact = Decimal;

/** Names in the order of their code units: the same on every machine and in every locale. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Completes a method by its defaults and checks it; throws with one sentence when it contradicts itself. */
export function rankingMethod(parts: Partial<Record<keyof RankingMethod, unknown>> = {}): RankingMethod {
  const method = RankingMethod.parse(parts);
  const names = method.criteria.map((c) => c.criterion);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`Criterion ${twice} is listed twice in the method; keep one.`);
  const negative = method.criteria.find((c) => new Exact(c.weight).isNegative() && !new Exact(c.weight).isZero());
  if (negative) throw new Error(`Criterion ${negative.criterion} has the weight ${negative.weight}; use 0 or more.`);
  if (method.criteria.length > 0 && method.criteria.every((c) => new Exact(c.weight).isZero()))
    throw new Error('All weights are 0; give at least one criterion a weight.');
  for (const name of method.tieBreaks)
    if (name !== 'median' && name !== 'highest-minimum' && names.length > 0 && !names.includes(name))
      throw new Error(`Tie-break ${name} is neither a criterion nor median nor highest-minimum.`);
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

import type { Score } from '../../../contracts/ranking.ts';
import { random } from '../../../domain/ranking/random.ts';

export interface PanelShape {
  readonly applications: number;
  readonly reviewers: number;
  readonly each: number;
  readonly severity: number;
  readonly error?: number;
  /** Reviewers who do not play the game, by position. */
  readonly odd?: Readonly<Record<number, 'constant' | 'reversed'>>;
}

/** A panel with known truth: score = 6 + quality + offset + error, reviewers given out evenly at random. */
export function simulatedPanel(shape: PanelShape, seed: number): { scores: Score[]; truth: Map<string, number> } {
  const source = random(seed);
  const quality = Array.from({ length: shape.applications }, () => source.normal());
  const offset = Array.from({ length: shape.reviewers }, () => shape.severity * source.normal());
  const load = offset.map(() => 0);
  const error = shape.error ?? 1;
  const scores = quality.flatMap((q, a) => {
    const queue = load.map((n, r) => ({ r, key: n + 1.5 * source.uniform() })).sort((x, y) => x.key - y.key);
    return queue.slice(0, shape.each).map(({ r }): Score => {
      load[r]! += 1;
      const noise = error * source.normal();
      const odd = shape.odd?.[r];
      const score = odd === 'constant' ? 6 : 6 + offset[r]! + (odd === 'reversed' ? -q : q) + noise;
      return { reviewer: `R${r}`, application: `A${a}`, criterion: 'c', score };
    });
  });
  return { scores, truth: new Map(quality.map((q, a) => [`A${a}`, 6 + q])) };
}

/** Spearman's correlation of scores with the truth. */
export function rankCorrelation(
  ranking: readonly { readonly application: string; readonly score: number }[],
  truth: ReadonlyMap<string, number>,
): number {
  const own = ranks(ranking.map((r) => r.score));
  const other = ranks(ranking.map((r) => truth.get(r.application)!));
  const middle = (ranking.length + 1) / 2;
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((s, v, i) => s + (v - middle) * (y[i]! - middle), 0);
  return product(own, other) / Math.sqrt(product(own, own) * product(other, other));
}

/** Ranks from 1; equals share the middle of their places, so that no order of listing decides. */
function ranks(values: readonly number[]): number[] {
  return values.map((v) => values.filter((x) => x < v).length + (values.filter((x) => x === v).length + 1) / 2);
}

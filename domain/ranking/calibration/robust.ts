import type { Behaviour } from './behaviour.ts';

/** Differences count when they exceed what chance brings by so many standard errors; below, all are taken as alike. */
const CLEAR = 1.8;

/** More probable than this to have turned the scale round: left out. */
const LEFT_OUT = 0.5;

/** What the reviewers' behaviour means for the model. */
export interface Verdict {
  readonly loading: Float64Array;
  readonly precision: Float64Array;
  /** By reviewer: how probable it is that their scale is turned round. */
  readonly reversed: Float64Array;
  readonly flags: readonly (readonly string[])[];
}

/** At least so many shared applications before a reviewer is judged on how they follow the others. */
export const ENOUGH = 4;

/**
 * Whose reviews count, how much, and with what spread. A reviewer who gives all the same or reverses the scale is left
 * out and reported. Spread and noise differ between reviewers only as far as the data bear it: both are shrunk to the
 * usual (empirical Bayes), by as much as chance alone explains the differences seen.
 */
export function judge(behaviours: readonly Behaviour[], reversed: Float64Array): Verdict {
  const flags = behaviours.map((b, r) => flagsOf(b, reversed[r]!));
  const sound = behaviours.flatMap((b, r) =>
    flags[r]!.length === 0 && b.slope !== null && b.compared >= ENOUGH ? [b] : [],
  );
  const between = slopeVariance(sound);
  const prior = noisePrior(sound);
  const loading = Float64Array.from(behaviours, (b, r) => {
    if (flags[r]!.length > 0 || b.slope === null || b.compared < ENOUGH) return 1;
    return Math.max(0.2, 1 + ((b.slope - 1) * between) / (between + b.slopeError ** 2));
  });
  const mean = loading.reduce((s, x) => s + x, 0) / Math.max(loading.length, 1);
  const precision = Float64Array.from(behaviours, (b, r) => {
    if (flags[r]!.length > 0) return 0;
    if (prior === null || b.noise === null || b.compared < ENOUGH) return 1;
    return Math.min(3, (prior + b.compared - 1) / (prior + (b.compared - 1) * b.noise));
  });
  return { loading: loading.map((x) => x / mean), precision, reversed, flags };
}

function flagsOf(b: Behaviour, reversed: number): string[] {
  if (b.constant && b.compared >= ENOUGH) return ['constant'];
  return reversed > LEFT_OUT ? ['reversed'] : [];
}

/** Variance of true slopes about 1, by moments: what is seen beyond the standard errors (DerSimonian and Laird 1986). */
function slopeVariance(sound: readonly Behaviour[]): number {
  let [seen, weights] = [0, 0];
  for (const b of sound) {
    const w = 1 / b.slopeError ** 2;
    seen += w * (b.slope! - 1) ** 2;
    weights += w;
  }
  if (sound.length < 3) return 0;
  const excess = (seen - sound.length) / weights;
  const chance = Math.sqrt(2 * sound.length) / weights;
  return excess > CLEAR * chance ? excess : 0;
}

/** Degrees of freedom of the prior on reviewers' noise; null: their noise does not differ beyond chance. */
function noisePrior(sound: readonly Behaviour[]): number | null {
  if (sound.length < 3) return null;
  let [excess, chance] = [0, 0];
  for (const b of sound) {
    const expected = 2 / (b.compared - 1);
    excess += (b.noise! - 1) ** 2 - expected;
    chance += expected ** 2 * 4;
  }
  if (excess <= CLEAR * Math.sqrt(chance)) return null;
  return Math.max(4, 4 + (2 * sound.length) / excess);
}

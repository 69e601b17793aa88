import { Exact } from './method.ts';

/** An exact fraction: means and weighted sums of decimals, for which no number of digits is enough. */
export interface Fraction {
  readonly over: bigint;
  /** Above 0. */
  readonly under: bigint;
}

/** A decimal divided by a whole number above 0. */
export function fraction(decimal: Exact | number | string, by = 1): Fraction {
  const [whole, part = ''] = new Exact(decimal).toFixed().split('.');
  return { over: BigInt(`${whole}${part}`), under: 10n ** BigInt(part.length) * BigInt(by) };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  // Decimals of all lengths add up without their denominators growing.
  if (a.under % b.under === 0n) return { over: a.over + b.over * (a.under / b.under), under: a.under };
  if (b.under % a.under === 0n) return { over: b.over + a.over * (b.under / a.under), under: b.under };
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { over: -b.over, under: b.under });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under };
}

/** `b` is not 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  const sign = b.over < 0n ? -1n : 1n;
  return { over: a.over * b.under * sign, under: a.under * b.over * sign };
}

/** Negative when `a` is the smaller one, 0 when they are equal, positive else. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const [left, right] = [a.over * b.under, b.over * a.under];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function sumOf(all: readonly Fraction[]): Fraction {
  return all.reduce(plus, { over: 0n, under: 1n });
}

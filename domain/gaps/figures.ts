/**
 * Figures are reckoned as whole numbers of hundredths (levels, importance, gaps) or of ten-thousandths (weighted gaps),
 * so that no sum depends on binary fractions; the largest sums stay far below 2^53. A figure is handed out as the number
 * nearest to the exact decimal, which prints as that decimal again.
 */
export const WEIGHTED = 10_000;

/**
 * A decimal of at most two places in hundredths: `'4.78'` is 478, `3.5` is 350.
 * Throws one sentence when it is not one, or not from 0 to 9999.
 */
export function hundredths(figure: string | number): number {
  if (typeof figure === 'number') {
    const whole = Math.round(figure * 100);
    if (whole >= 0 && whole < 1_000_000 && whole / 100 === figure) return whole;
  } else {
    const found = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(figure.trim());
    if (found) return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  }
  throw new Error(`${figure} is not a figure of 0 or more with at most two decimals.`);
}

/** Back from a figure that was handed out to its hundredths. */
export const inHundredths = (figure: number): number => Math.round(figure * 100);

/** Back from a weighted figure that was handed out to its ten-thousandths. */
export const inWeighted = (figure: number): number => Math.round(figure * WEIGHTED);

/** Whole numbers `sum / count` with six decimals, halves rounded up; 0 or more, and `sum` below 9e9. */
export function sixDecimals(sum: number, count: number): number {
  const scaled = sum * 1_000_000;
  const rest = scaled % count;
  return ((scaled - rest) / count + (2 * rest >= count ? 1 : 0)) / 1_000_000;
}

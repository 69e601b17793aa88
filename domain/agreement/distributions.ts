/** Logarithm of the gamma function for x > 0 (Lanczos 1964, g = 7, 9 terms: 15 digits). */
export function logGamma(x: number): number {
  const [first, ...rest] = LANCZOS;
  const sum = rest.reduce((s, c, i) => s + c / (x + i), first!);
  const t = x + 6.5;
  return 0.9189385332046727 + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Regularised incomplete beta function I_x(a, b) by Lentz's continued fraction (Press et al. 2007, 6.4). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  const away = (v: number) => (Math.abs(v) < 1e-300 ? 1e-300 : v);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 300; m++) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      result *= d * c;
    }
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

/** Quantile of the F distribution: P(F <= f) = p with df1 and df2 degrees of freedom; by bisection. */
export function quantileF(p: number, df1: number, df2: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 200; step++) {
    const x = (low + high) / 2;
    if (incompleteBeta(x, df1 / 2, df2 / 2) < p) low = x;
    else high = x;
  }
  const x = (low + high) / 2;
  return (x * df2) / (df1 * (1 - x));
}

import { quantileF } from './distributions.ts';
import { given, isComplete, type Ratings } from './ratings.ts';

export const ICC_FORMS = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const;
export type IccForm = (typeof ICC_FORMS)[number];

export interface Icc {
  readonly value: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/**
 * Intraclass correlations of Shrout and Fleiss (1979) with their 95 % intervals. (1,1) and (1,k) bear missing ratings (k
 * is then the average number of ratings, corrected as in Searle 1971); the two-way forms need every cell and are null
 * without.
 */
export function icc(ratings: Ratings): Record<IccForm, Icc | null> {
  const none = Object.fromEntries(ICC_FORMS.map((form) => [form, null])) as Record<IccForm, Icc | null>;
  const one = oneWay(ratings);
  const two = isComplete(ratings) ? twoWay(ratings) : {};
  return { ...none, ...one, ...two };
}

function oneWay(ratings: Ratings): Partial<Record<IccForm, Icc>> {
  const units = ratings.map(given).filter((values) => values.length > 0);
  const n = units.length;
  const total = units.reduce((s, values) => s + values.length, 0);
  if (n < 2 || total <= n) return {};
  const grand = mean(units.flat());
  const between = units.reduce((s, values) => s + values.length * (mean(values) - grand) ** 2, 0) / (n - 1);
  const within = units.reduce((s, values) => s + squares(values), 0) / (total - n);
  if (between + within === 0) return {};
  const k = (total - units.reduce((s, values) => s + values.length ** 2, 0) / total) / (n - 1);
  const f = between / within;
  const [low, high] = [f / quantileF(0.975, n - 1, total - n), f * quantileF(0.975, total - n, n - 1)];
  const single = (ratio: number) => (Number.isFinite(ratio) ? (ratio - 1) / (ratio + k - 1) : 1);
  const averaged = (ratio: number) => 1 - 1 / ratio;
  return {
    '1,1': { value: single(f), low: single(low), high: single(high) },
    '1,k': { value: averaged(f), low: averaged(low), high: averaged(high) },
  };
}

function twoWay(rows: readonly (readonly number[])[]): Partial<Record<IccForm, Icc>> {
  const [n, k] = [rows.length, rows[0]?.length ?? 0];
  if (n < 2 || k < 2) return {};
  const grand = mean(rows.flat());
  const units = (k * rows.reduce((s, row) => s + (mean(row) - grand) ** 2, 0)) / (n - 1);
  const columns = rows[0]!.map((_, j) => mean(rows.map((row) => row[j]!)));
  const raters = (n * columns.reduce((s, m) => s + (m - grand) ** 2, 0)) / (k - 1);
  const residual = rows.reduce(
    (s, row) => s + row.reduce((t, x, j) => t + (x - mean(row) - columns[j]! + grand) ** 2, 0),
    0,
  );
  const error = residual / ((n - 1) * (k - 1));
  if (units + raters + error === 0) return {};
  return { ...randomRaters(n, k, units, raters, error), ...fixedRaters(n, k, units, error) };
}

/** Raters stand for many: their differences count as disagreement. The interval is McGraw and Wong's (1996, table 7). */
function randomRaters(
  n: number,
  k: number,
  units: number,
  raters: number,
  error: number,
): Partial<Record<IccForm, Icc>> {
  const value = (units - error) / (units + (k - 1) * error + (k * (raters - error)) / n);
  const average = (units - error) / (units + (raters - error) / n);
  if (error === 0 || !Number.isFinite(value)) return { '2,1': exactly(value), '2,k': exactly(average) };
  const f = raters / error;
  const top = (k - 1) * (n - 1) * (k * value * f + n * (1 + (k - 1) * value) - k * value) ** 2;
  const freedom = top / ((n - 1) * k * k * value * value * f * f + (n * (1 + (k - 1) * value) - k * value) ** 2);
  const [upper, lower] = [quantileF(0.975, n - 1, freedom), quantileF(0.975, freedom, n - 1)];
  const low = (n * (units - upper * error)) / (upper * (k * raters + (k * n - k - n) * error) + n * units);
  const high = (n * (lower * units - error)) / (k * raters + (k * n - k - n) * error + n * lower * units);
  const stepped = (r: number) => (k * r) / (1 + (k - 1) * r);
  return { '2,1': { value, low, high }, '2,k': { value: average, low: stepped(low), high: stepped(high) } };
}

/** These raters and no others: their differences in level are left out of account. */
function fixedRaters(n: number, k: number, units: number, error: number): Partial<Record<IccForm, Icc>> {
  const f = units / error;
  if (!Number.isFinite(f)) return { '3,1': exactly(1), '3,k': exactly(1) };
  const freedom = (n - 1) * (k - 1);
  const [low, high] = [f / quantileF(0.975, n - 1, freedom), f * quantileF(0.975, freedom, n - 1)];
  const single = (ratio: number) => (ratio - 1) / (ratio + k - 1);
  return {
    '3,1': { value: single(f), low: single(low), high: single(high) },
    '3,k': { value: 1 - 1 / f, low: 1 - 1 / low, high: 1 - 1 / high },
  };
}

function exactly(value: number): Icc {
  return { value, low: value, high: value };
}

function mean(values: readonly number[]): number {
  return values.reduce((s, x) => s + x, 0) / values.length;
}

function squares(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((s, x) => s + (x - middle) ** 2, 0);
}

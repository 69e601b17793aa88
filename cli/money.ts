import { unitsOf } from '../domain/money.ts';

/** Money in the smallest unit as people read it: `12,000.50`. */
export function money(amount: number | null, currency: string): string {
  if (amount === null) return '-';
  const units = unitsOf(currency);
  const places = Math.round(Math.log10(units));
  return (amount / units).toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** A figure with at most two decimals; `-` when it is not known. */
export function figure(value: number | null): string {
  return value === null ? '-' : String(Math.round(value * 100) / 100);
}

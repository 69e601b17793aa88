import type { Reader } from './date.ts';

/** Money as people speak of it: in whole units, without the currency. @param amount in the smallest unit */
export function moneyOf({ language }: Pick<Reader, 'language'>, amount: number, currency: string): string {
  const places =
    new Intl.NumberFormat(language, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(amount / 10 ** places);
}

/** What a currency is called beside a figure: "CNY", "元". */
export function currencyName({ language }: Pick<Reader, 'language'>, currency: string): string {
  if (language === 'en') return currency;
  if (currency === 'CNY') return '元';
  return new Intl.DisplayNames(language, { type: 'currency' }).of(currency) ?? currency;
}

/** Points, hours and the like, with at most one figure behind the point. */
export function figureOf({ language }: Pick<Reader, 'language'>, figure: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(figure);
}

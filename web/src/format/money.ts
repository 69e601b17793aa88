import type { Reader } from './date.ts';

/** Money as people speak of it: in whole units, without the currency. @param amount in the smallest unit */
export function moneyOf(reader: Pick<Reader, 'language'>, amount: number, currency: string): string {
  const whole = new Intl.NumberFormat(reader.language, { maximumFractionDigits: 0 });
  return whole.format(amount / 10 ** placesOf(reader, currency));
}

/** A sum as it was written down, with its currency: "2,720 CNY", "0.50 元". @param amount in the smallest unit */
export function sumOf(reader: Pick<Reader, 'language'>, amount: number, currency: string): string {
  const places = placesOf(reader, currency);
  const decimals = amount % 10 ** places === 0 ? 0 : places;
  const figure = new Intl.NumberFormat(reader.language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount / 10 ** places);
  return `${figure} ${currencyName(reader, currency)}`;
}

function placesOf({ language }: Pick<Reader, 'language'>, currency: string): number {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
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

import { currencyName } from '../contracts/currency.ts';
import type { Label } from '../contracts/form.ts';

/** Currencies whose smallest unit is not a hundredth (ISO 4217). */
const UNITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'UGX', 'VND', 'XAF', 'XOF', 'XPF'].map((c) => [c, 1])),
  ...Object.fromEntries(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((c) => [c, 1000])),
};

/** How many of the smallest unit make one of a currency: 100 fen a yuan. */
export function unitsOf(currency: string): number {
  return UNITS[currency] ?? 100;
}

/**
 * Money in the smallest unit, as it stands in a sentence: `2,720 CNY` and `2,720 元`, with decimals only where it is no whole
 * sum, `2,719.60 CNY`: a sentence may tell of a difference that is smaller than one.
 */
export function moneyWords(amount: number, currency: string): Label {
  const units = unitsOf(currency);
  const sum = Math.abs(Math.round(amount));
  const whole = String(Math.floor(sum / units)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = sum % units ? `.${String(sum % units).padStart(String(units).length - 1, '0')}` : '';
  const figure = `${amount < 0 ? '−' : ''}${whole}${rest}`;
  const called = currencyName(currency);
  return { en: `${figure} ${called.en}`, 'zh-CN': `${figure} ${called['zh-CN']}` };
}

/** The same for a sentence that is worded later; where nobody has said the currency, the figure as it is. */
export function moneyFact(amount: number, currency: string | undefined): number | Label {
  return currency === undefined ? amount : moneyWords(amount, currency);
}

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

/** Money in the smallest unit, as it stands in a sentence: in whole units, `2,720 CNY` and `2,720 元`. */
export function moneyWords(amount: number, currency: string): Label {
  const whole = String(Math.round(Math.abs(amount) / unitsOf(currency))).replace(/\B(?=(\d{3})+$)/g, ',');
  const figure = `${amount < 0 ? '−' : ''}${whole}`;
  const called = currency === 'CNY' ? '元' : (CURRENCIES.of(currency) ?? currency);
  return { en: `${figure} ${currency}`, 'zh-CN': `${figure} ${called}` };
}

const CURRENCIES = new Intl.DisplayNames('zh-CN', { type: 'currency' });

/** The same for a sentence that is worded later; where nobody has said the currency, the figure as it is. */
export function moneyFact(amount: number, currency: string | undefined): number | Label {
  return currency === undefined ? amount : moneyWords(amount, currency);
}

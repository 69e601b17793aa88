/** Currencies whose smallest unit is not a hundredth (ISO 4217). */
const UNITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'UGX', 'VND', 'XAF', 'XOF', 'XPF'].map((c) => [c, 1])),
  ...Object.fromEntries(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((c) => [c, 1000])),
};

/** How many of the smallest unit make one of a currency: 100 fen a yuan. */
export function unitsOf(currency: string): number {
  return UNITS[currency] ?? 100;
}

import type { TFunction } from 'i18next';

/** A count as one says it in a sentence: in words up to twelve. */
export function spelled(t: TFunction, count: number): string {
  return count <= 12 ? t(`format.number.${count}`) : String(count);
}

/** The same at the beginning of a sentence. */
export function atTheBeginning(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "20 min", or from an hour and a half on in half hours: "4½ hours". */
export function durationOf(t: TFunction, minutes: number): string {
  if (minutes < 90) return t('format.minutes', { count: Math.max(1, Math.round(minutes)) });
  const halves = Math.round(minutes / 30);
  const whole = Math.floor(halves / 2);
  const amount = `${whole}${halves % 2 ? t('format.half') : ''}`;
  // Whatever is not one hour is several: "1½ hours".
  return t('format.hours', { amount, count: halves === 2 ? 1 : 2 });
}

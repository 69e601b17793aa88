import { dayOn, daysInWords, hoursInWords, type Reader } from '../../../format/date.ts';

interface Held {
  readonly days: readonly string[];
  readonly daily: { readonly from: number; readonly to: number; readonly timeZone: string };
}

/** "14–15 Jun, 21 Jun, 09:00–17:00": its days and hours; with the year where it is not this one. */
export function heldInWords(reader: Reader, { days, daily }: Held, now: number): string {
  const [first] = days;
  if (first === undefined) return '–';
  const stretch = daysInWords(reader, days, dayOn(reader, now));
  return [stretch, hoursInWords(reader, daily, first)].join(reader.language === 'zh-CN' ? '，' : ', ');
}

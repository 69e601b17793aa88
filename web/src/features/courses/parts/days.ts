import { dayInWords, hoursInWords, type Reader } from '../../../format/date.ts';

interface Held {
  readonly days: readonly string[];
  readonly daily: { readonly from: number; readonly to: number; readonly timeZone: string };
}

/** "14 June, 09:00–17:00", or the first and the last of several days; with the year where it is not this one. */
export function heldInWords(reader: Reader, { days, daily }: Held, now: number): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '–';
  const stretch = [...new Set([first, last])].map((day) => dayInWords(reader, day, now)).join('\u00a0–\u00a0');
  return [stretch, hoursInWords(reader, daily, first)].join(reader.language === 'zh-CN' ? '，' : ', ');
}

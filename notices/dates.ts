import type { Instant } from '../contracts/ids.ts';
import type { Reader } from './reader.ts';

const WHOLE_DAY = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const ZONE = { timeZoneName: 'short' } as const;

/**
 * An instant as the reader says it, with weekday and zone: `Friday 5 March 2027 at 17:00 GMT+8`,
 * `2027年3月5日星期五 17:00（GMT+8）`.
 */
export function showInstant(at: Instant, reader: Pick<Reader, 'locale' | 'timeZone'>): string {
  const { locale, timeZone } = reader;
  if (locale === 'en') return new Intl.DateTimeFormat('en-GB', { ...WHOLE_DAY, ...TIME, ...ZONE, timeZone }).format(at);
  const day = new Intl.DateTimeFormat('zh-CN', { ...WHOLE_DAY, timeZone }).format(at);
  const time = new Intl.DateTimeFormat('zh-CN', { ...TIME, timeZone }).format(at);
  // Left to itself, Chinese formatting puts the zone between the day and the time.
  const zone = new Intl.DateTimeFormat('zh-CN', { ...ZONE, timeZone }).formatToParts(at);
  return `${day} ${time}（${zone.find((part) => part.type === 'timeZoneName')?.value ?? timeZone}）`;
}

/** The same instant where room is short, as in a subject: `Fri, 5 Mar, 17:00`. */
export function showBriefly(at: Instant, reader: Pick<Reader, 'locale' | 'timeZone'>): string {
  return new Intl.DateTimeFormat(reader.locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: reader.timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    ...TIME,
  }).format(at);
}

/** A civil day (YYYY-MM-DD), the same in every zone: `Monday, 1 March 2027`. */
export function showDay(day: string, locale: Reader['locale']): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    ...WHOLE_DAY,
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));
}

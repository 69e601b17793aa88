/** How somebody reads dates: their language, and the zone in which their days begin. */
export interface Reader {
  readonly language: 'en' | 'zh-CN';
  readonly timeZone: string;
}

/** English dates are written as "Mon 14 Jun", whatever the machine's own habit. */
const LOCALES = { en: 'en-GB', 'zh-CN': 'zh-CN' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What is written of an instant; a date is not broken at the end of a line. */
function format({ language, timeZone }: Reader, options: Intl.DateTimeFormatOptions): { format(at: number): string } {
  const key = JSON.stringify([language, timeZone, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { timeZone, ...options });
  formats.set(key, known);
  return { format: (at) => known.format(at).replaceAll(' ', NO_BREAK) };
}

const NO_BREAK = '\u00a0';
/** Between two figures that stay together. */
const TO = '–\u2060';

/** "10:42", by 24 hours in both languages. */
export function clockOf(reader: Reader, at: number): string {
  return format(reader, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** "14 Jun" / "6月14日"; with the year where it is not that of `now`. */
export function dayOf(reader: Reader, at: number, now: number): string {
  return format(reader, { day: 'numeric', month: 'short', ...yearIfOther(reader, at, now) }).format(at);
}

/** "Mon 14 Jun" / "6月14日 周一"; with the year where it is not that of `now`. */
export function weekdayOf(reader: Reader, at: number, now: number): string {
  const weekday = format(reader, { weekday: 'short' }).format(at);
  const day = dayOf(reader, at, now);
  return (reader.language === 'en' ? [weekday, day] : [day, weekday]).join(NO_BREAK);
}

function yearIfOther(reader: Reader, at: number, now: number): Intl.DateTimeFormatOptions {
  const year = { year: 'numeric' } as const;
  return format(reader, year).format(at) === format(reader, year).format(now) ? {} : year;
}

/** How many midnights of the reader's zone lie between: 0 today, 1 tomorrow, -1 yesterday. */
export function daysBetween(reader: Reader, from: number, to: number): number {
  return Math.round((dateIn(reader, to) - dateIn(reader, from)) / 86_400_000);
}

function dateIn({ timeZone }: Reader, at: number): number {
  // The one locale that writes dates as ISO does.
  return Date.parse(
    format({ language: 'en', timeZone }, { dateStyle: 'short' }).format(at).split('/').reverse().join('-'),
  );
}

/** Which day of the calendar an instant falls on for the reader, YYYY-MM-DD. */
export function dayOn(reader: Reader, at: number): string {
  return new Date(dateIn(reader, at)).toISOString().slice(0, 10);
}

/** What part of the day it is for the reader: what one greets with. */
export function partOfDay(reader: Reader, at: number): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(clockOf(reader, at).slice(0, 2));
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}

/**
 * "14 June" / "6月14日": a day of the calendar, which is the same in every zone; with the year where it is not that of `now`.
 * @param day YYYY-MM-DD
 * @param now left out: the year is always told, as in what is kept for years
 */
export function dayInWords(reader: Reader, day: string, now?: number): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(at)) return day;
  const utc = { language: reader.language, timeZone: 'UTC' };
  const isThisYear = now !== undefined && dayOn(reader, now).slice(0, 4) === day.slice(0, 4);
  return format(utc, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) }).format(at);
}

/** "09:00–17:00", and of which place where its clock is another one than the reader's. @param hours of the day, by that clock */
export function hoursInWords(
  reader: Reader,
  { from, to, timeZone }: { readonly from: number; readonly to: number; readonly timeZone: string },
  day: string,
): string {
  const hours = [from, to].map((hour) => `${String(hour).padStart(2, '0')}:00`).join(TO);
  const at = Date.parse(`${day}T12:00:00Z`);
  const clock = (zone: string) => clockOf({ ...reader, timeZone: zone }, at);
  if (clock(timeZone) === clock(reader.timeZone)) return hours;
  const zone = new Intl.DateTimeFormat(LOCALES[reader.language], { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  return [hours, zone?.value].filter(Boolean).join(' ');
}

/** "Monday" / "星期一". @param day 1 is Monday, 7 Sunday */
export function weekdayName({ language }: Pick<Reader, 'language'>, day: number): string {
  // The first of January 2024 was a Monday.
  return format({ language, timeZone: 'UTC' }, { weekday: 'long' }).format(Date.UTC(2024, 0, day));
}

const DAY_MS = 86_400_000;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

/**
 * "5–6 Jan, 12 Jan 2027" / "2027年1月5–6日、1月12日": days of the calendar, those that follow each other as one stretch, each year said
 * once; "–" where there are none.
 * @param days YYYY-MM-DD, in order
 * @param now a day of the year that need not be said; left out: every year is
 */
export function daysInWords({ language }: Pick<Reader, 'language'>, days: readonly string[], now?: string): string {
  if (!days.length) return '–';
  const stretches: [string, string][] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last && noon(day) - noon(last[1]) <= DAY_MS) last[1] = day;
    else stretches.push([day, day]);
  }
  const words = stretches.map(([from, to], i) => {
    const [before, next] = [stretches[i - 1]?.[1], stretches[i + 1]?.[0]];
    // A year is not said twice, nor one that goes without saying.
    const known = now && days.every((day) => yearOf(day) === yearOf(now)) ? now : undefined;
    return language === 'en' ? stretchInEnglish(from, to, next ?? known) : stretchInChinese(from, to, before ?? known);
  });
  return words.join(language === 'en' ? ', ' : '、');
}

const yearOf = (day: string) => day.slice(0, 4);
const numberOf = (day: string) => String(Number(day.slice(8)));
const short = (language: Reader['language'], day: string) =>
  format({ language, timeZone: 'UTC' }, { day: 'numeric', month: 'short' }).format(noon(day));

/** The year stands behind the last of its days. */
function stretchInEnglish(from: string, to: string, next: string | undefined): string {
  const end = next && yearOf(next) === yearOf(to) ? short('en', to) : `${short('en', to)}\u00a0${yearOf(to)}`;
  if (from === to) return end;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${numberOf(from)}${TO}${end}`;
  return `${short('en', from)}${yearOf(from) === yearOf(to) ? '' : `\u00a0${yearOf(from)}`}\u00a0– ${end}`;
}

/** The year stands before the first of its days. */
function stretchInChinese(from: string, to: string, before: string | undefined): string {
  const start = `${before && yearOf(before) === yearOf(from) ? '' : `${yearOf(from)}年`}${short('zh-CN', from)}`;
  if (from === to) return start;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${start.replace(/日$/, '')}${TO}${numberOf(to)}日`;
  return `${start}\u00a0– ${yearOf(from) === yearOf(to) ? '' : `${yearOf(to)}年`}${short('zh-CN', to)}`;
}

/** "January 2027" / "2027年1月". @param month YYYY-MM */
export function monthInWords({ language }: Pick<Reader, 'language'>, month: string): string {
  return format({ language, timeZone: 'UTC' }, { month: 'long', year: 'numeric' }).format(noon(`${month}-15`));
}

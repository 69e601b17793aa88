import chineseDays from 'chinese-days';
import Holidays from 'date-holidays';
import type { Cells } from '../files/table.ts';

const YEARS = [2026, 2027, 2028];
/** The last year for which China's State Council has announced its holidays. */
const ANNOUNCED = 2026;
/** Qingming by the solar terms; the other movable days follow the lunar calendar. */
const QINGMING: Readonly<Record<number, string>> = { 2027: '2027-04-05', 2028: '2028-04-04' };

/** True where chinese-days can be trusted: west of Greenwich it reads its own tables a day early. */
export function calendarsCanBeMade(): boolean {
  return YEARS.every((year) => new Date(year, 0, 1).getTimezoneOffset() <= 0);
}

/** The days of each calendar that differ from the weekly rhythm, by file name. Throws where they would be wrong. */
export function calendars(): Record<string, Cells[]> {
  if (!calendarsCanBeMade()) throw new Error('Chinese calendars come out wrong in this time zone; run with TZ=UTC.');
  return {
    'cn.csv': YEARS.flatMap((year) => (year <= ANNOUNCED ? announcedDays(year) : statutoryDays(year))),
    'de-be.csv': lawfulDays('DE-BE', 'de', new Holidays('DE', 'BE'), false),
    'us-federal.csv': lawfulDays('US', 'en', new Holidays('US'), true),
  };
}

function* daysOf(year: number): Generator<Date> {
  // Noon local time: both packages read local dates, and noon is the same date for them on every machine.
  for (const day = new Date(year, 0, 1, 12); day.getFullYear() === year; day.setDate(day.getDate() + 1)) {
    yield new Date(day);
  }
}

function announcedDays(year: number): Cells[] {
  return [...daysOf(year)].flatMap((date) => {
    const { date: day, work, name } = chineseDays.getDayDetail(date);
    const [english, chinese] = name.split(',');
    // A day that follows the weekly rhythm is named by its weekday, without a Chinese name.
    if (english === undefined || chinese === undefined) return [];
    return [chineseDay(day, work ? 'makeup_workday' : 'holiday', chinese, english, 'announced')];
  });
}

/** The days that the regulation of 2025 grants by itself; the yearly notice will add rest days and make-up workdays. */
function statutoryDays(year: number): Cells[] {
  const days = new Map<string, readonly [chinese: string, english: string]>();
  const fixed = (text: string, chinese: string, english: string) => days.set(`${year}-${text}`, [chinese, english]);
  fixed('01-01', '元旦', "New Year's Day");
  for (const [name, before, after, chinese, english] of [
    ['春节', 1, 2, '春节', 'Spring Festival'],
    ['端午节', 0, 0, '端午', 'Dragon Boat Festival'],
    ['中秋节', 0, 0, '中秋', 'Mid-autumn Festival'],
  ] as const) {
    for (let offset = -before; offset <= after; offset++) days.set(lunarDay(year, name, offset), [chinese, english]);
  }
  days.set(QINGMING[year]!, ['清明', 'Tomb-sweeping Day']);
  for (const day of ['05-01', '05-02']) fixed(day, '劳动节', 'Labour Day');
  for (const day of ['10-01', '10-02', '10-03']) fixed(day, '国庆节', 'National Day');
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, [chinese, english]]) => chineseDay(day, 'holiday', chinese, english, 'statutory_not_announced'));
}

function lunarDay(year: number, festival: string, offset: number): string {
  const found = chineseDays.getLunarFestivals(new Date(year, 0, 1, 12), new Date(year, 11, 31, 12));
  const { date } = found.find(({ name }) => name.includes(festival))!;
  return dayAfter(date, offset);
}

function chineseDay(date: string, kind: string, name: string, english: string, status: string): Cells {
  return { date, country: 'CN', kind, name, name_en: english, status };
}

/** Public holidays as the law names them, and in the United States the weekday on which a weekend one is observed. */
function lawfulDays(country: string, language: string, holidays: Holidays, observed: boolean): Cells[] {
  const publicDays = (tongue: string) =>
    YEARS.flatMap((year) => holidays.getHolidays(year, tongue)).filter(
      (day) => day.type === 'public' && !day.substitute,
    );
  const english = new Map(publicDays('en').map(({ date, name }) => [date, name]));
  const rows = publicDays(language).flatMap(({ date, name }) => {
    const day = date.slice(0, 10);
    const row = { date: day, country, kind: 'holiday', name, name_en: english.get(date) ?? name, status: 'enacted' };
    const shift = observed ? ({ 6: -1, 0: 1 }[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 0) : 0;
    return shift === 0 ? [row] : [row, { ...row, date: dayAfter(day, shift), name: `${name} (observed)` }];
  });
  return rows.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

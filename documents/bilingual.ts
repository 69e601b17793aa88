import { z } from 'zod';
import { Label } from '../contracts/form.ts';

export type Locale = 'en' | 'zh-CN';

/** A text in both languages, or one for both. */
export const Bilingual = z.union([z.string().min(1).max(400), Label]);
export type Bilingual = z.infer<typeof Bilingual>;

export function inLocale(text: Bilingual, locale: Locale): string {
  return typeof text === 'string' ? text : text[locale];
}

/** A civil day, YYYY-MM-DD. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2027-03-01');

/** `1 April 2027`, `2027年4月1日`. */
export function showDay(day: string, locale: Locale): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (locale === 'zh-CN') return `${year}年${month}月${date}日`;
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

// Written out here because Intl's wording changes with Node's version, and a document's bytes must not.
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

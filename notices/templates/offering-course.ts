import { z } from 'zod';
import type { CalendarEntry } from '../calendar.ts';
import { At, Count, Day, Link, type Speech, Title } from './template.ts';

/** What every letter about a course holds: which one, when, where, by whom. */
export const Course = z.object({
  courseTitle: Title,
  days: z.array(Day).min(1),
  /** Hours of each day, by the clock of the place. */
  from: Count,
  to: Count,
  timeZone: z.string(),
  place: z.string(),
  /** Who teaches it, by name; null: not known yet. */
  trainer: z.string().nullable().default(null),
  /** null: nothing in the reader's calendar changes. */
  calendar: z
    .object({ method: z.enum(['request', 'cancel']), uid: z.string(), sequence: Count, stamp: At })
    .nullable()
    .default(null),
  link: Link.default('/courses'),
});
export type Course = z.infer<typeof Course>;

/** Which run of a course, for a subject: `Valves (Thursday, 8 April 2027)`. */
export function runEn({ courseTitle, days }: Course, say: Speech): string {
  return `${say.title(courseTitle)} (${say.day(days[0]!)})`;
}

export function runZh({ courseTitle, days }: Course, say: Speech): string {
  return `${say.title(courseTitle)}（${say.day(days[0]!)}）`;
}

/** The entry for the reader's calendar, in the reader's language. */
export function entryOf(f: Course, say: Speech): CalendarEntry | null {
  if (!f.calendar) return null;
  const { days, from, to, timeZone, place } = f;
  return { ...f.calendar, title: say.title(f.courseTitle), description: '', place, timeZone, days, from, to };
}

const hour = (h: number) => `${String(h).padStart(2, '0')}:00`;

/** Days, hours, place and trainer of a course, as a list. */
export const detailsEn = (f: Course, say: Speech) => ({
  list: [
    `${f.days.length === 1 ? 'Day' : 'Days'}: ${f.days.map(say.day).join('; ')}, each from ${hour(f.from)} to ${hour(f.to)} (${f.timeZone})`,
    ...(f.place ? [`Place: ${f.place}`] : []),
    ...(f.trainer ? [`Trainer: ${f.trainer}`] : []),
  ],
});

export const detailsZh = (f: Course, say: Speech) => ({
  list: [
    `时间：${f.days.map(say.day).join('、')}，每日 ${hour(f.from)} 至 ${hour(f.to)}（${f.timeZone}）`,
    ...(f.place ? [`地点：${f.place}`] : []),
    ...(f.trainer ? [`讲师：${f.trainer}`] : []),
  ],
});

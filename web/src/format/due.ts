import type { TFunction } from 'i18next';
import { clockOf, dayOf, daysBetween, type Reader, weekdayOf } from './date.ts';

/** Within so many days a date also says how far away it is. */
const SOON_DAYS = 7;

export interface Due {
  readonly words: string;
  /** Late counts against whoever owes it; soon asks to be seen; later is only said. */
  readonly tone: 'late' | 'soon' | 'later';
}

/** When something is due, as one says it: "Mon 14 Jun, in 3 days", "Late since yesterday". */
export function dueOf(
  t: TFunction,
  reader: Reader,
  { due, now, late }: { due: number; now: number; late: boolean },
): Due {
  const days = daysBetween(reader, now, due);
  const time = clockOf(reader, due);
  if (late) {
    if (days === 0) return { words: t('format.due.lateToday', { time }), tone: 'late' };
    if (days === -1) return { words: t('format.due.lateYesterday'), tone: 'late' };
    return { words: t('format.due.lateSince', { day: dayOf(reader, due, now) }), tone: 'late' };
  }
  const day = weekdayOf(reader, due, now);
  if (days <= 0) return { words: t('format.due.today', { time }), tone: 'soon' };
  if (days === 1) return { words: t('format.due.tomorrow', { time }), tone: 'soon' };
  if (days <= SOON_DAYS)
    return { words: t('format.due.soon', { day, count: days }), tone: days <= 3 ? 'soon' : 'later' };
  return { words: t('format.due.on', { day }), tone: 'later' };
}

/** "today 10:12", "yesterday", "14 Jun": when something was. */
export function whenOf(t: TFunction, reader: Reader, at: number, now: number): string {
  const days = daysBetween(reader, now, at);
  if (days === 0) return `${t('format.today')} ${clockOf(reader, at)}`;
  return days === -1 ? t('format.yesterday') : dayOf(reader, at, now);
}

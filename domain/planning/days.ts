import type { DayWindow } from '../../contracts/planning.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dayNumber, dayText } from '../calendar/day.ts';
import { isWorkdayNumber } from '../calendar/workday.ts';

/** The days of a plan as places 0 to length - 1, so that a diary is an array. */
export interface Span {
  readonly from: number;
  readonly length: number;
}

export function spanOf(horizon: DayWindow, longer = 0): Span {
  const from = dayNumber(horizon.from);
  return { from, length: Math.max(0, dayNumber(horizon.to) - from + 1 + longer) };
}

/** The place of a day; it may lie outside the span. */
export function placeOf(span: Span, day: string): number {
  return dayNumber(day) - span.from;
}

export function dayAt(span: Span, place: number): string {
  return dayText(span.from + place);
}

/** Marks every day of the windows in a diary with 1. */
export function mark(diary: Uint8Array, span: Span, windows: readonly DayWindow[]): Uint8Array {
  for (const { from, to } of windows) {
    const first = Math.max(0, placeOf(span, from));
    const last = Math.min(span.length - 1, placeOf(span, to));
    for (let place = first; place <= last; place++) diary[place] = 1;
  }
  return diary;
}

export function workdaysOf(span: Span, calendar: Calendar | null): number[] {
  const all = Array.from({ length: span.length }, (_, place) => place);
  return calendar === null ? all : all.filter((place) => isWorkdayNumber(span.from + place, calendar));
}

/** Every stretch of so many workdays one after the other, as `3,4,7`. */
export function stretches(workdays: readonly number[], days: number): string[] {
  const found: string[] = [];
  for (let i = 0; i + days <= workdays.length; i++) found.push(workdays.slice(i, i + days).join(','));
  return found;
}

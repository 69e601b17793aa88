/** A local calendar day as a count of days since 1970-01-01, so that stepping through days is plain addition. */
export type DayNumber = number;

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for an existing day of the Gregorian calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return SHAPE.test(text) && dayText(Date.parse(`${text}T00:00:00Z`) / DAY_MS) === text;
}

/** Throws an Error of one sentence when the text is not a day written YYYY-MM-DD. */
export function dayNumber(text: string): DayNumber {
  if (!isDay(text)) throw new Error(`"${text}" is not a day: write it as YYYY-MM-DD.`);
  return Date.parse(`${text}T00:00:00Z`) / DAY_MS;
}

/** YYYY-MM-DD; empty for what is not a day at all. */
export function dayText(day: DayNumber): string {
  return Number.isNaN(day) ? '' : new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export function weekdayOf(day: DayNumber): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

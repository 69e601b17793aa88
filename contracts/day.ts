/** The first and the last day of the calendars here. */
export const DAYS = { first: '1900-01-01', last: '2100-12-31' } as const;

/** Whether a text is a day that exists, written YYYY-MM-DD, of the calendars here. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < DAYS.first || text > DAYS.last) return false;
  // A day that does not exist is read as one of the next month, or as none.
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

/** Formats of numbers that every workbook has and that show a day or a time, by their number: of all countries, East Asia, Thailand. */
const BUILT_IN = [
  [14, 22],
  [45, 47],
  [27, 36],
  [50, 58],
  [71, 81],
] as const;

/** Longer ones no spreadsheet program takes. */
const LONGEST_PATTERN = 255;

/** What a pattern for days and times is made of. */
const PART = /^(s{1,2}|m{1,5}|h{1,2}|am|pm|a|p|d{1,4}|a{3,5}|y|yy|yyyy|e|ee|eeee)$/;

/**
 * Whether a number in this format is a day or a time, which a sheet holds as a number of days. `pattern`: how the workbook
 * says it is shown; undefined for formats that every workbook has.
 */
export function isDayFormat(id: number, pattern: string | undefined): boolean {
  if (pattern !== undefined && pattern.length > LONGEST_PATTERN) return false;
  if (pattern === undefined) return BUILT_IN.some(([first, last]) => id >= first && id <= last);
  return pattern.toLowerCase().replace(/;@$/, '').replace(/\\./g, ' ').split(';').some(isDayPattern);
}

function isDayPattern(pattern: string): boolean {
  const parts = pattern
    .replace(/"[^"]*"/g, ' ')
    .replace(/(\[?[smhd]{1,2}\]?)[.,]00?0?/g, '$1')
    .replace(/\[([smhd]{1,2})\]/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .split(/[^a-z0#?%]+/)
    .filter(Boolean);
  return parts.length > 0 && parts.every((part) => PART.test(part));
}

const DAY_MS = 86_400_000;
/** Days from where sheets begin to count until 1970; those of old Macintosh computers begin four years and a day later. */
const UNTIL_1970 = 25_569;
const MACINTOSH = 1_462;

/** The day of a number of days, YYYY-MM-DD; undefined when there is no such day. A day in a sheet has no time zone. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const day = new Date(Math.floor((serial + (from1904 ? MACINTOSH : 0) - UNTIL_1970) * DAY_MS));
  return Number.isNaN(day.getTime()) ? undefined : day.toISOString().slice(0, 10);
}

import type { Instant } from '../contracts/ids.ts';
import { zoneBlock } from './calendar-zone.ts';

/** An entry in somebody's calendar: one course, on some days, at the same hours of each. */
export interface CalendarEntry {
  /** `request` puts it in or replaces it, `cancel` takes it out; `publish` is a file to take up, for nobody by name. */
  readonly method: 'request' | 'cancel' | 'publish';
  /** The same for the life of the entry, whatever becomes of it. */
  readonly uid: string;
  /** A message with a higher number replaces those with lower ones. */
  readonly sequence: number;
  /** When it was said, procedure time. */
  readonly stamp: Instant;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly timeZone: string;
  /** YYYY-MM-DD, in order. */
  readonly days: readonly string[];
  /** Hours of the clock of the place, from 0 to 23. */
  readonly from: number;
  readonly to: number;
}

export interface Party {
  readonly name: string;
  readonly address: string;
}

/**
 * The entry as iCalendar text (RFC 5545) in a scheduling message (iTIP, RFC 5546). Several days are one event that
 * repeats daily without the days between them: one UID must name one event, and calendars that people use know repeating
 * ones, while lists of single days (RDATE) are left out by some.
 */
export function calendarText(entry: CalendarEntry, organizer?: Party, attendee?: Party): string {
  const { method, timeZone, days } = entry;
  return written([
    // Without an organizer it is no scheduling message (RFC 5546), and says no method.
    ...(organizer ? [`METHOD:${method.toUpperCase()}`] : []),
    ...zoneBlock(timeZone, days[0]!, days.at(-1)!),
    ...eventOf(entry, organizer, attendee),
  ]);
}

/** Several entries as one calendar, which is read again and again: nobody is invited by it. */
export function feedText(entries: readonly CalendarEntry[]): string {
  const zones = [...new Set(entries.map((e) => e.timeZone))].sort();
  return written([
    ...zones.flatMap((zone) => {
      const days = entries.filter((e) => e.timeZone === zone).flatMap((e) => e.days);
      const [first, last] = [days.reduce((a, b) => (b < a ? b : a)), days.reduce((a, b) => (b > a ? b : a))];
      return zoneBlock(zone, first, last);
    }),
    ...entries.flatMap((entry) => eventOf(entry)),
  ]);
}

function written(contents: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rostrum//Training//EN',
    'CALSCALE:GREGORIAN',
    ...contents,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventOf(entry: CalendarEntry, organizer?: Party, attendee?: Party): string[] {
  const { method, uid, sequence, stamp, title, description, place, timeZone, days, from, to } = entry;
  const first = days[0]!;
  const cancelled = method === 'cancel';
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART;TZID=${timeZone}:${wall(first, from)}`,
    `DTEND;TZID=${timeZone}:${wall(first, to)}`,
    ...repeating(days, from, timeZone),
    `SUMMARY:${escaped(title)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(organizer ? [`ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.address}`] : []),
    ...(attendee
      ? [`ATTENDEE;CN=${quoted(attendee.name)};ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:${attendee.address}`]
      : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${cancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

const DAY_MS = 86_400_000;

function repeating(days: readonly string[], from: number, timeZone: string): string[] {
  const first = Date.parse(days[0]!);
  const span = (Date.parse(days.at(-1)!) - first) / DAY_MS + 1;
  if (span === 1) return [];
  const all = Array.from({ length: span }, (_, i) => new Date(first + i * DAY_MS).toISOString().slice(0, 10));
  const between = all.filter((d) => !days.includes(d)).map((d) => wall(d, from));
  return [
    `RRULE:FREQ=DAILY;COUNT=${span}`,
    ...(between.length ? [`EXDATE;TZID=${timeZone}:${between.join(',')}`] : []),
  ];
}

function wall(day: string, hour: number): string {
  return `${day.replaceAll('-', '')}T${String(hour).padStart(2, '0')}0000`;
}

function utc(at: Instant): string {
  return new Date(at).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (c) => `\\${c}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** A parameter's value may hold neither quotes nor control characters, and there is no way to write them. */
function quoted(text: string): string {
  return `"${text.replace(/["\p{Cc}]/gu, ' ')}"`;
}

/** Lines have at most 75 octets; a longer one goes on after a line break and a space, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

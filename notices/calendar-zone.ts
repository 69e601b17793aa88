import { Temporal } from 'temporal-polyfill';

/** The VTIMEZONE of a zone as far as two days and those between them need it: the offset at first, and what changes. */
export function zoneBlock(timeZone: string, first: string, last: string): string[] {
  // A day on each side, so that no clock is read outside of what is written.
  const start = Temporal.PlainDate.from(first).subtract({ days: 1 }).toZonedDateTime({ timeZone });
  const end = Temporal.PlainDate.from(last).add({ days: 2 }).toZonedDateTime({ timeZone });
  const blocks = [observance('19700101T000000', start.offset, start.offset)];
  for (let at = start.getTimeZoneTransition('next'); at && at.epochMilliseconds < end.epochMilliseconds; ) {
    const before = at.subtract({ milliseconds: 1 }).offset;
    const local = at.toInstant().toZonedDateTimeISO(before).toPlainDateTime();
    blocks.push(observance(stamp(local), before, at.offset));
    at = at.getTimeZoneTransition('next');
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...blocks.flat(), 'END:VTIMEZONE'];
}

function observance(from: string, before: string, offset: string): string[] {
  return [
    'BEGIN:STANDARD',
    `DTSTART:${from}`,
    `TZOFFSETFROM:${before.replaceAll(':', '')}`,
    `TZOFFSETTO:${offset.replaceAll(':', '')}`,
    'END:STANDARD',
  ];
}

function stamp(at: Temporal.PlainDateTime): string {
  return at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

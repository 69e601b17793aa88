import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { civilInstant, type PersonTime, QUIET_FROM, QUIET_UNTIL } from '../../../domain/calendar/civil.ts';
import { isWorkday } from '../../../domain/calendar/workday.ts';
import { at, berlin, chicago, china, iso } from './calendars.ts';

const person = (timeZone: string, calendar: PersonTime['calendar'], rest: Partial<PersonTime> = {}): PersonTime => ({
  timeZone,
  calendar,
  quietFrom: QUIET_FROM,
  quietUntil: QUIET_UNTIL,
  absences: [],
  ...rest,
});
const civil = (instant: string, who: PersonTime): string => iso(civilInstant(at(instant), who));

describe('the first civil moment', () => {
  const li = person('Asia/Shanghai', china);

  test('is now in the middle of a workday, to the second', () => {
    expect(civil('2026-02-13T10:17:31+08:00', li)).toBe('2026-02-13T02:17:31.000Z');
  });

  test('is the next morning after eight in the evening, and eight is already quiet', () => {
    expect(civil('2026-03-03T19:59+08:00', li)).toBe('2026-03-03T11:59:00.000Z');
    expect(civil('2026-03-03T20:00+08:00', li)).toBe('2026-03-04T00:00:00.000Z');
    expect(civil('2026-03-04T02:00+08:00', li)).toBe('2026-03-04T00:00:00.000Z');
  });

  test('waits out Spring Festival, and uses the make-up Saturday before it', () => {
    expect(civil('2026-02-13T21:00+08:00', li)).toBe('2026-02-14T00:00:00.000Z');
    expect(civil('2026-02-14T21:00+08:00', li)).toBe('2026-02-24T00:00:00.000Z');
  });

  test('is the first workday after an absence that ends on a Friday', () => {
    const away = person('Europe/Berlin', berlin, {
      absences: [{ from: '2026-03-16', to: '2026-03-27', kind: 'leave' } as never],
    });
    expect(civil('2026-03-17T10:00+01:00', away)).toBe('2026-03-30T06:00:00.000Z');
    expect(civil('2026-03-13T20:30+01:00', away)).toBe('2026-03-30T06:00:00.000Z');
  });

  test('is by the person’s own clock', () => {
    expect(civil('2026-11-26T03:00Z', person('America/Chicago', chicago))).toBe('2026-11-27T14:00:00.000Z');
  });

  test('knows quiet hours inside a day, around the clock’s change, and none at all', () => {
    const siesta = person('Europe/Berlin', berlin, { quietFrom: '12:00', quietUntil: '14:00' });
    expect(civil('2026-03-04T12:30+01:00', siesta)).toBe('2026-03-04T13:00:00.000Z');
    expect(civil('2026-03-07T12:30+01:00', siesta)).toBe('2026-03-08T23:00:00.000Z');
    const everyDay = { ...berlin, weekend: [] };
    const early = person('Europe/Berlin', everyDay, { quietFrom: '20:00', quietUntil: '02:30' });
    expect(civil('2026-03-28T22:00+01:00', early)).toBe('2026-03-29T01:00:00.000Z');
    expect(civil('2026-10-25T02:10+01:00', early)).toBe('2026-10-25T01:30:00.000Z');
    const never = person('Europe/Berlin', berlin, { quietFrom: '00:00', quietUntil: '00:00' });
    expect(civil('2026-03-04T03:00+01:00', never)).toBe('2026-03-04T02:00:00.000Z');
  });

  test('a quiet hour that is no time of day is refused', () => {
    expect(() => civil('2026-03-04T03:00Z', person('UTC', berlin, { quietFrom: '8pm' }))).toThrow(
      '"8pm" is not a time of day',
    );
  });
});

/** The definition, read off Temporal a quarter of an hour at a time. */
function isCivil(instant: number, who: PersonTime): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(who.timeZone);
  const day = local.toPlainDate().toString();
  const clock = local.toPlainTime().toString().slice(0, 5);
  const quiet =
    who.quietFrom > who.quietUntil
      ? clock >= who.quietFrom || clock < who.quietUntil
      : clock >= who.quietFrom && clock < who.quietUntil;
  return isWorkday(day, who.calendar) && !quiet && !who.absences.some(({ from, to }) => from <= day && day <= to);
}

test('no earlier quarter of an hour is civil, and the answer is', () => {
  const QUARTER = 900_000;
  const place = fc.constantFrom(
    ['Asia/Shanghai', china] as const,
    ['Europe/Berlin', berlin] as const,
    ['Europe/Berlin', { ...berlin, weekend: [] }] as const,
    ['America/Chicago', chicago] as const,
  );
  const clock = fc.integer({ min: 0, max: 95 }).map((quarter) => {
    const hour = Math.floor(quarter / 4);
    return `${String(hour).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
  });
  const absences = fc.array(
    fc
      .record({ day: fc.integer({ min: 1, max: 25 }), month: fc.constantFrom('02', '03', '10') })
      .map(({ day, month }) => ({
        from: `2026-${month}-${String(day).padStart(2, '0')}`,
        to: `2026-${month}-${String(day + 3).padStart(2, '0')}`,
      })),
    { maxLength: 3 },
  );
  const start = fc
    .constantFrom('2026-02-12T00:00Z', '2026-03-27T00:00Z', '2026-10-23T00:00Z', '2026-11-25T00:00Z')
    .chain((day) => fc.integer({ min: 0, max: 400 }).map((quarters) => at(day) + quarters * QUARTER));
  fc.assert(
    fc.property(start, place, clock, clock, absences, (instant, [timeZone, calendar], quietFrom, quietUntil, away) => {
      const who = person(timeZone, calendar, { quietFrom, quietUntil, absences: away });
      let expected = instant;
      while (!isCivil(expected, who)) expected += QUARTER;
      expect(iso(civilInstant(instant, who))).toBe(iso(expected));
    }),
    { numRuns: 300 },
  );
});

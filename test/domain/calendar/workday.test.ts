import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dueAfter } from '../../../domain/calendar/due.ts';
import { parseDuration } from '../../../domain/calendar/duration.ts';
import { addDuration, isWorkday, type WorkPlace, workdaysBetween } from '../../../domain/calendar/workday.ts';
import { wallTimeOf } from '../../../domain/calendar/zone.ts';
import { at, berlin, chicago, china, iso } from './calendars.ts';

const shanghai: WorkPlace = { timeZone: 'Asia/Shanghai', calendar: china };
const inBerlin: WorkPlace = { timeZone: 'Europe/Berlin', calendar: berlin };
const inChicago: WorkPlace = { timeZone: 'America/Chicago', calendar: chicago };
const add = (instant: string, duration: string, place: WorkPlace): string =>
  iso(addDuration(at(instant), parseDuration(duration), place));

describe('workdays', () => {
  test('weekends and holidays are off; a make-up Saturday is worked', () => {
    expect(isWorkday('2026-02-13', china)).toBe(true);
    expect(isWorkday('2026-02-14', china)).toBe(true);
    expect(isWorkday('2026-02-16', china)).toBe(false);
    expect(isWorkday('2026-02-21', china)).toBe(false);
    expect(isWorkday('2026-02-28', china)).toBe(true);
    expect(isWorkday('2026-03-07', china)).toBe(false);
  });

  test('a year without data has its weekly rhythm', () => {
    expect(isWorkday('2031-01-01', china)).toBe(true);
    expect(isWorkday('2031-01-04', china)).toBe(false);
  });

  test('a text that is no day is refused', () => {
    expect(() => isWorkday('2026-02-30', china)).toThrow('"2026-02-30" is not a day');
  });
});

describe('addDuration', () => {
  test('business days step over Spring Festival and count its make-up days, both ways', () => {
    expect(add('2026-02-13T09:00+08:00', '1bd', shanghai)).toBe('2026-02-14T01:00:00.000Z');
    expect(add('2026-02-13T09:00+08:00', '2bd', shanghai)).toBe('2026-02-24T01:00:00.000Z');
    expect(add('2026-02-24T09:00+08:00', '5bd', shanghai)).toBe('2026-03-02T01:00:00.000Z');
    expect(add('2026-02-24T09:00+08:00', '-2bd', shanghai)).toBe('2026-02-13T01:00:00.000Z');
  });

  test('from a day off the first workday counts as one', () => {
    expect(add('2026-02-18T09:00+08:00', '1bd', shanghai)).toBe('2026-02-24T10:00:00.000Z');
    expect(add('2026-02-18T09:00+08:00', '-1bd', shanghai)).toBe('2026-02-13T16:00:00.000Z');
    expect(add('2026-02-18T09:00+08:00', '0bd', shanghai)).toBe('2026-02-18T01:00:00.000Z');
  });

  test('an evening and the day off behind it lead to the same end of a working day', () => {
    // Friday 22:00, Saturday 00:30.
    expect(add('2026-03-13T22:00+08:00', '1bd', shanghai)).toBe('2026-03-16T10:00:00.000Z');
    expect(add('2026-03-14T00:30+08:00', '1bd', shanghai)).toBe('2026-03-16T10:00:00.000Z');
    expect(add('2026-03-13T22:00+08:00', '1bd', { ...shanghai, dayEnds: '16:00' })).toBe('2026-03-16T08:00:00.000Z');
  });

  test('whoever begins later is never done earlier, in either direction', () => {
    // Where no clock skips an hour, which is read as the hour behind it.
    const instant = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2029-06-01') });
    const ahead = fc.integer({ min: 0, max: 10 * 24 * 60 }).map((minutes) => minutes * 60_000);
    const time = fc.oneof(
      fc.integer({ min: -30, max: 30 }).map((n) => `${n}bd`),
      fc.integer({ min: -30, max: 30 }).map((n) => `${n}d`),
    );
    const ends = fc.constantFrom('18:00', '16:00', '22:30');
    fc.assert(
      fc.property(instant, ahead, time, ends, (from, more, text, dayEnds) => {
        const duration = parseDuration(text);
        const place = { ...shanghai, dayEnds };
        const [early, late] = [from, from + more];
        expect(addDuration(late, duration, place)).toBeGreaterThanOrEqual(addDuration(early, duration, place));
        if (!text.startsWith('-'))
          expect(dueAfter(late, duration, place)).toBeGreaterThanOrEqual(dueAfter(early, duration, place));
      }),
    );
  });

  test('days keep the wall time when the clocks change', () => {
    expect(add('2026-03-28T17:00+01:00', '1d', inBerlin)).toBe('2026-03-29T15:00:00.000Z');
    expect(add('2026-10-23T17:00+02:00', '1bd', inBerlin)).toBe('2026-10-26T16:00:00.000Z');
    expect(add('2026-03-06T17:00-06:00', '1bd', inChicago)).toBe('2026-03-09T22:00:00.000Z');
  });

  test('a skipped hour is read an hour later, a repeated one the first time', () => {
    expect(add('2026-03-28T02:30+01:00', '1d', inBerlin)).toBe('2026-03-29T01:30:00.000Z');
    expect(add('2026-10-24T02:30+02:00', '1d', inBerlin)).toBe('2026-10-25T00:30:00.000Z');
  });

  test('Easter and Thanksgiving', () => {
    expect(add('2026-04-02T10:00+02:00', '1bd', inBerlin)).toBe('2026-04-07T08:00:00.000Z');
    expect(add('2026-11-25T10:00-06:00', '1bd', inChicago)).toBe('2026-11-27T16:00:00.000Z');
  });

  test('hours are elapsed time', () => {
    expect(add('2026-03-29T01:00+01:00', 'PT4H', inBerlin)).toBe('2026-03-29T04:00:00.000Z');
    expect(add('2026-03-29T01:00+01:00', '-PT30M', inBerlin)).toBe('2026-03-28T23:30:00.000Z');
  });

  test('a calendar that never works is named, not searched for ever', () => {
    const never = { timeZone: 'UTC', calendar: { id: 'NEVER', weekend: [1, 2, 3, 4, 5, 6, 7], days: {} } };
    expect(() => add('2026-03-29T01:00Z', '1bd', never)).toThrow('Calendar NEVER has no workday');
  });
});

const places = fc.constantFrom(shanghai, inBerlin, inChicago);
const minutes = fc
  .integer({ min: at('2025-12-01T00:00Z') / 60_000, max: at('2027-01-31T00:00Z') / 60_000 })
  .map((minute) => minute * 60_000);

test('what business days add, workdaysBetween counts', () => {
  fc.assert(
    fc.property(minutes, fc.integer({ min: -60, max: 60 }), places, (instant, days, place) => {
      const moved = addDuration(instant, { kind: 'business', days }, place);
      expect(workdaysBetween(instant, moved, place)).toBe(days);
    }),
  );
});

test('business days land on a workday, in the asked direction, at the same wall time while somebody works', () => {
  const step = fc.integer({ min: -40, max: 40 }).filter((days) => days !== 0);
  fc.assert(
    fc.property(minutes, step, places, (instant, days, place) => {
      const moved = addDuration(instant, { kind: 'business', days }, place);
      const { day, ms } = wallTimeOf(moved, place.timeZone);
      expect(isWorkday(new Date(day * 86_400_000).toISOString().slice(0, 10), place.calendar)).toBe(true);
      expect(Math.sign(moved - instant)).toBe(Math.sign(days));
      const began = wallTimeOf(instant, place.timeZone);
      const worked = isWorkday(new Date(began.day * 86_400_000).toISOString().slice(0, 10), place.calendar);
      const ends = 18 * 3_600_000;
      if (days < 0) expect(ms).toBe(worked ? began.ms : 0);
      else expect(ms).toBe(worked ? Math.min(began.ms, ends) : ends);
    }),
  );
});

test('calendar days there and back again is where one was, outside the changed hour', () => {
  const noon = minutes.map((instant) => Math.floor(instant / 86_400_000) * 86_400_000 + 12 * 3_600_000);
  fc.assert(
    fc.property(noon, fc.integer({ min: -400, max: 400 }), places, (instant, days, place) => {
      const there = addDuration(instant, { kind: 'calendar', days }, place);
      expect(addDuration(there, { kind: 'calendar', days: -days }, place)).toBe(instant);
    }),
  );
});

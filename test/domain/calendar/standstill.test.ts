import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { dayNumber } from '../../../domain/calendar/day.ts';
import { afterStandstill } from '../../../domain/calendar/standstill.ts';
import { isWorkdayNumber } from '../../../domain/calendar/workday.ts';
import { instantOf, wallTimeOf } from '../../../domain/calendar/zone.ts';
import { WEEKLY_RHYTHM } from '../../../domain/organisation/directory.ts';

const HOUR = 3_600_000;
const BERLIN = { timeZone: 'Europe/Berlin', calendar: WEEKLY_RHYTHM, dayEnds: '18:00' };
/** An instant by the clock in Berlin. */
const at = (day: string, time: string) => {
  const [hours, minutes] = time.split(':').map(Number);
  return instantOf({ day: dayNumber(day), ms: hours! * HOUR + minutes! * 60_000 }, BERLIN.timeZone);
};
const moved = (instant: number, stopped: number, now: number) => afterStandstill(instant, stopped, now, BERLIN);

test('a pause over the Friday that ends on Saturday gives back the Friday', () => {
  // Friday 18 December 2026 to Saturday; the call ends on Wednesday.
  const [stopped, now] = [at('2026-12-18', '04:11'), at('2026-12-19', '00:50')];
  expect(moved(at('2026-12-23', '17:11'), stopped, now)).toBe(at('2026-12-24', '17:11'));
});

test('a pause that begins and ends on one weekend moves nothing', () => {
  const end = at('2026-12-23', '17:11');
  expect(moved(end, at('2026-12-19', '10:00'), at('2026-12-20', '21:00'))).toBe(end);
});

test('a pause over workdays moves by these', () => {
  const end = at('2026-12-23', '17:00');
  expect(moved(end, at('2026-12-21', '09:00'), at('2026-12-22', '09:00'))).toBe(at('2026-12-24', '17:00'));
  expect(moved(end, at('2026-12-21', '09:00'), at('2026-12-21', '12:00'))).toBe(at('2026-12-24', '17:00'));
});

test('what was due at an hour of the night is due when a working day ends', () => {
  expect(moved(at('2026-12-23', '04:44'), at('2026-12-21', '09:00'), at('2026-12-22', '09:00'))).toBe(
    at('2026-12-24', '18:00'),
  );
});

test('what was past when it stood still is past when it goes on, also on a day off', () => {
  // Due on Friday at 18:00; it stands still from Saturday morning to the Sunday of the week after.
  const becomes = moved(at('2026-12-18', '18:00'), at('2026-12-19', '09:00'), at('2026-12-27', '10:44'));
  expect(becomes).toBe(at('2026-12-25', '18:00'));
  const hours = fc.integer({ min: 0, max: 60 * 24 });
  const start = at('2026-12-01', '00:00');
  fc.assert(
    fc.property(hours, hours, hours, (a, b, c) => {
      const [stopped, now] = [start + a * HOUR, start + (a + b) * HOUR];
      const end = stopped - c * HOUR;
      expect(moved(end, stopped, now)).toBeLessThanOrEqual(Math.max(now, end));
      expect(moved(end, stopped, now)).toBeGreaterThanOrEqual(end);
    }),
  );
});

test('nobody has less time after a pause than before, and what was ahead ends on a workday where it has moved', () => {
  const start = at('2026-12-01', '00:00');
  const hours = fc.integer({ min: 0, max: 60 * 24 });
  fc.assert(
    fc.property(hours, hours, hours, (a, b, c) => {
      const [stopped, length, ahead] = [start + a * HOUR, b * HOUR, c * HOUR + 1];
      const end = stopped + ahead;
      const becomes = moved(end, stopped, stopped + length);
      expect(becomes).toBeGreaterThanOrEqual(end);
      if (becomes !== end) {
        const { day, ms } = wallTimeOf(becomes, BERLIN.timeZone);
        expect(isWorkdayNumber(day, WEEKLY_RHYTHM)).toBe(true);
        expect(ms).toBeGreaterThanOrEqual(8 * HOUR);
        expect(ms).toBeLessThanOrEqual(20 * HOUR);
      }
    }),
  );
});

test('a pause that begins moments after the hour, and ends on a day off, takes no day more', () => {
  const place = { timeZone: 'Asia/Shanghai', calendar: { id: 'CN', weekend: [6, 7], days: {} }, dayEnds: '18:00' };
  const at = (text: string) => Date.parse(`${text}+08:00`);
  const after = (stopped: string, now: string) =>
    afterStandstill(at('2027-12-22T18:00:00'), at(stopped), at(now), place);
  // Twenty working days were left, from the Thursday on; as many are left from the Monday on.
  expect(after('2027-11-24T18:00:01', '2028-01-23T18:00:01')).toBe(at('2028-02-18T18:00:00'));
  expect(after('2027-11-24T18:00:01', '2028-01-24T18:00:02')).toBe(at('2028-02-21T18:00:00'));
  // A pause by mistake.
  expect(after('2027-12-20T10:00:00', '2027-12-20T10:01:00')).toBe(at('2027-12-22T18:00:00'));
});

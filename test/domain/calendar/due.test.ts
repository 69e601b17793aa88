import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { dayNumber } from '../../../domain/calendar/day.ts';
import { dueAfter, endOfDay, lastEndOfDay } from '../../../domain/calendar/due.ts';
import { parseDuration } from '../../../domain/calendar/duration.ts';
import { addDuration, isWorkdayNumber } from '../../../domain/calendar/workday.ts';
import { instantOf, wallTimeOf } from '../../../domain/calendar/zone.ts';
import { berlin, chicago, china } from './calendars.ts';

const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/Chicago', 'Australia/Lord_Howe', 'Pacific/Apia'];
const CALENDARS: readonly Calendar[] = [china, berlin, chicago, { id: 'none', weekend: [], days: {} }];
const place = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  calendar: fc.constantFrom(...CALENDARS),
  dayEnds: fc.constantFrom('18:00', '17:30', '16:00', '22:00'),
});
const instant = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2029-06-01') });
const days = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom('d', 'bd')).map(([n, kind]) => `${n}${kind}`);
const HOUR = 3_600_000;
const SHANGHAI = { timeZone: 'Asia/Shanghai', calendar: china, dayEnds: '18:00' };
const at = (text: string) => Date.parse(`${text}:00+08:00`);

test('an answer is due when a working day ends, at any hour at which it is asked for', () => {
  fc.assert(
    fc.property(instant, days, place, (now, time, where) => {
      const due = dueAfter(now, parseDuration(time), where);
      const { day, ms } = wallTimeOf(due, where.timeZone);
      expect(isWorkdayNumber(day, where.calendar)).toBe(true);
      expect(due).toBe(instantOf({ day, ms }, where.timeZone));
      const [hours, minutes] = where.dayEnds.split(':').map(Number);
      expect(ms).toBe((hours! * 60 + minutes!) * 60_000);
      // Never sooner than the time that there is, but for an hour, and by no working day that is not needed.
      const plain = addDuration(now, parseDuration(time), where);
      expect(due).toBeGreaterThanOrEqual(plain - HOUR);
      expect(lastEndOfDay(due - 1, where)).toBeLessThan(plain);
    }),
  );
});

test('the end of a working day is its own end, and the last one of those before', () => {
  fc.assert(
    fc.property(instant, days, place, (now, time, where) => {
      const due = dueAfter(now, parseDuration(time), where);
      expect(endOfDay(due, where)).toBe(due);
      expect(lastEndOfDay(due, where)).toBe(due);
    }),
  );
});

test('what is asked for at night, in the evening or on a day off is due when a working day ends', () => {
  const due = (now: string, time: string) => dueAfter(at(now), parseDuration(time), SHANGHAI);
  // Monday 1 March 2027.
  expect(due('2027-03-01T04:44', '2bd')).toBe(at('2027-03-03T18:00'));
  expect(due('2027-03-01T18:00', '2bd')).toBe(at('2027-03-03T18:00'));
  expect(due('2027-03-01T18:01', '2bd')).toBe(at('2027-03-03T18:00'));
  expect(due('2027-03-01T20:34', '2bd')).toBe(at('2027-03-03T18:00'));
  expect(due('2027-03-06T10:00', '1bd')).toBe(at('2027-03-08T18:00'));
  expect(due('2027-03-01T10:00', '5d')).toBe(at('2027-03-08T18:00'));
});

test('hours are what they say, and no time is none', () => {
  const now = at('2027-03-01T04:44');
  expect(dueAfter(now, parseDuration('PT4H'), SHANGHAI)).toBe(now + 4 * 3_600_000);
  expect(dueAfter(now, parseDuration('0bd'), SHANGHAI)).toBe(now);
});

test('the end of the working day is an hour of the place, whatever the machine thinks', () => {
  const place = { timeZone: 'America/Chicago', calendar: chicago, dayEnds: '17:30' };
  const { day, ms } = wallTimeOf(endOfDay(at('2027-03-01T04:44'), place), place.timeZone);
  // There it is Sunday afternoon.
  expect([day, ms]).toEqual([dayNumber('2027-03-01'), 17.5 * 3_600_000]);
});

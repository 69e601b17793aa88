import { expect, test } from '@jest/globals';
import { LATEST } from '../../../contracts/ids.ts';
import { civilInstant, letterHour, type PersonTime } from '../../../domain/calendar/civil.ts';
import { dayNumber, dayText } from '../../../domain/calendar/day.ts';
import { awayUntil, isAwayThrough } from '../../../domain/calendar/leave.ts';
import { addDuration, endlessRest } from '../../../domain/calendar/workday.ts';
import { at, china, iso } from './calendars.ts';

const person = (absences: PersonTime['absences']): PersonTime => ({
  timeZone: 'Asia/Shanghai',
  calendar: china,
  quietFrom: '20:00',
  quietUntil: '08:00',
  absences,
});
const until = (day: string, absences: PersonTime['absences']) => {
  const found = awayUntil(dayNumber(day), absences);
  return found === undefined ? undefined : dayText(found);
};

test('leave in pieces that follow one another or overlap is one leave', () => {
  const pieces = [
    { from: '2026-03-11', to: '2026-03-13' },
    { from: '2026-03-02', to: '2026-03-06' },
    { from: '2026-03-07', to: '2026-03-10' },
    { from: '2026-03-04', to: '2026-03-12' },
    { from: '2026-03-16', to: '2026-03-16' },
  ];
  expect(until('2026-03-02', pieces)).toBe('2026-03-13');
  expect(until('2026-03-01', pieces)).toBeUndefined();
  expect(until('2026-03-14', pieces)).toBeUndefined();
  expect(until('2026-03-16', pieces)).toBe('2026-03-16');
});

test('who is on leave before and after a weekend is away all the time', () => {
  const weeks = [
    { from: '2026-03-02', to: '2026-03-06' },
    { from: '2026-03-09', to: '2026-03-13' },
  ];
  const away = (first: string, last: string, absences = weeks) =>
    isAwayThrough(dayNumber(first), dayNumber(last), { calendar: china, absences });
  expect(away('2026-03-03', '2026-03-12')).toBe(true);
  expect(away('2026-03-03', '2026-03-16')).toBe(false);
  expect(away('2026-03-02', '2026-03-08')).toBe(true);
  // A weekend is no leave of anybody's.
  expect(away('2026-03-07', '2026-03-08', [])).toBe(false);
});

test('an absence of decades, or of a thousand pieces, costs no time and ends no later than time itself', () => {
  const began = performance.now();
  expect(civilInstant(at('2026-03-02T10:00+08:00'), person([{ from: '1900-01-01', to: '2100-12-31' }]))).toBe(LATEST);
  const day = (n: number) => dayText(dayNumber('2026-03-02') + n);
  const pieces = Array.from({ length: 1000 }, (_, n) => ({ from: day(2 * n), to: day(2 * n) }));
  expect(iso(civilInstant(at('2026-03-02T10:00+08:00'), person(pieces)))).toBe('2026-03-03T00:00:00.000Z');
  for (let n = 0; n < 10_000; n++) civilInstant(at('2026-03-02T10:00+08:00') + n, person(pieces));
  expect(performance.now() - began).toBeLessThan(5000);
});

test('a letter waits for the end of a leave, but not of one that has none', () => {
  const night = at('2026-03-02T22:00+08:00');
  const hour = (to: string) => iso(letterHour(night, person([{ from: '2026-03-01', to }]), null));
  expect(hour('2026-03-10')).toBe('2026-03-11T00:00:00.000Z');
  expect(hour('2100-12-31')).toBe('2026-03-03T00:00:00.000Z');
});

test('nothing is reckoned to lie outside time', () => {
  const place = person([]);
  expect(addDuration(LATEST - 1, { kind: 'business', days: 999 }, place)).toBe(LATEST);
  expect(addDuration(LATEST - 1, { kind: 'exact', minutes: 600_000 }, place)).toBe(LATEST);
  expect(addDuration(86_400_000, { kind: 'calendar', days: -999 }, place)).toBe(0);
});

test('a calendar that lists more than a year of holidays in a row never comes to a workday', () => {
  const rest = (weekend: number[], days: number, step = 1) => {
    const listed = Array.from({ length: days }, (_, n) => [dayText(dayNumber('2027-01-01') + n * step), 'holiday']);
    return endlessRest({ id: 'X', weekend, days: Object.fromEntries(listed) });
  };
  expect(rest([6, 7], 365)).toBeNull();
  expect(rest([6, 7], 500)).toMatchObject({ from: '2027-01-01' });
  // Fridays alone are worked, and sixty of them are holidays: the days between are off as well.
  expect(rest([1, 2, 3, 4, 6, 7], 60, 7)).not.toBeNull();
  expect(rest([1, 2, 3, 4, 6, 7], 10, 7)).toBeNull();
});

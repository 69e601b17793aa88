import { expect, test } from '@jest/globals';
import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { lacksOf } from '../../../domain/calendar/coverage.ts';

const calendar = (days: Calendar['days']): Calendar => ({ id: 'CN', weekend: [6, 7], days });
const china = calendar({ '2026-02-14': 'makeup_workday', '2026-02-17': 'holiday', '2027-01-01': 'holiday' });

test('years that a calendar knows whole lack nothing', () => {
  expect(lacksOf(china, 2026, 2026)).toEqual([]);
});

test('a year of which it knows no day is lacking, before and after', () => {
  expect(lacksOf(china, 2025, 2025)).toEqual([{ calendar: 'CN', of: 'days', years: [2025], last: 2027 }]);
  expect(lacksOf(china, 2029, 2031)).toEqual([{ calendar: 'CN', of: 'days', years: [2029, 2030, 2031], last: 2027 }]);
  expect(lacksOf(calendar({}), 2027, 2027)).toEqual([{ calendar: 'CN', of: 'days', years: [2027], last: null }]);
});

test('a year without make-up workdays is not announced whole where years before it have some', () => {
  expect(lacksOf(china, 2026, 2027)).toEqual([{ calendar: 'CN', of: 'makeup_workdays', years: [2027], last: 2026 }]);
  expect(lacksOf(calendar({ '2026-12-25': 'holiday', '2027-12-24': 'holiday' }), 2026, 2027)).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { dayFor, dayThere } from '../../../domain/organisation/day-for.ts';
import type { OrganisationState } from '../../../domain/organisation/state.ts';
import { company } from '../selection/company.ts';

/** 06:00 on 16 March in Shanghai, the evening of the 15th in Berlin. */
const AT = Date.parse('2027-03-16T06:00:00+08:00');
const SHANGHAI = 'Asia/Shanghai';

function withOneIn(timeZone: string): OrganisationState {
  const base = company();
  return { ...base, people: new Map(base.people).set('D2-2', { ...base.people.get('D2-2')!, timeZone }) };
}

test('a day is that of the reader, and the zone is named where the place that is spoken of has another one', () => {
  const organisation = withOneIn('Europe/Berlin');
  expect(dayFor(AT, 'D1-2', organisation, SHANGHAI)).toBe('2027-03-16');
  expect(dayFor(AT, 'D2-2', organisation, SHANGHAI)).toBe('2027-03-15 (Europe/Berlin)');
  expect(dayFor(AT, 'D2-2', organisation)).toBe('2027-03-15');
});

test('a day at a place stays a day there', () => {
  const organisation = withOneIn('Europe/Berlin');
  expect(dayThere(AT, 'D1-2', organisation, SHANGHAI)).toBe('2027-03-16');
  expect(dayThere(AT, 'D2-2', organisation, SHANGHAI)).toBe('2027-03-16 (Asia/Shanghai)');
});

test('whoever works nowhere reads the day of the place', () => {
  expect(dayFor(AT, 'system', company(), SHANGHAI)).toBe('2027-03-16');
  expect(dayFor(AT, '', company(), SHANGHAI)).toBe('2027-03-16');
});

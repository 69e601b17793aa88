import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from '../../../domain/calendar/day.ts';
import { instantOf, isTimeZone, wallTimeOf } from '../../../domain/calendar/zone.ts';
import { at } from './calendars.ts';

const zones = fc.constantFrom(
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/Chicago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
);
/** Quarters of an hour from 2024 to 2034, with more than their share around the change of Berlin's clocks. */
const instants = fc
  .oneof(
    fc.integer({ min: at('2024-01-01T00:00Z') / 900_000, max: at('2034-01-01T00:00Z') / 900_000 }),
    fc.integer({ min: at('2026-03-28T00:00Z') / 900_000, max: at('2026-03-30T00:00Z') / 900_000 }),
    fc.integer({ min: at('2026-10-24T00:00Z') / 900_000, max: at('2026-11-02T00:00Z') / 900_000 }),
  )
  .map((quarter) => quarter * 900_000);

test('wall times agree with Temporal', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const { day, ms } = wallTimeOf(instant, zone);
      const expected = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
      expect(new Date(day * DAY_MS + ms).toISOString().slice(0, 23)).toBe(
        expected.toString({ smallestUnit: 'millisecond' }),
      );
    }),
    { numRuns: 500 },
  );
});

test('instants of wall times agree with Temporal, in hours that are skipped or repeated too', () => {
  fc.assert(
    fc.property(instants, zones, (local, zone) => {
      const day = Math.floor(local / DAY_MS);
      const text = new Date(local).toISOString().slice(0, 19);
      const expected = Temporal.PlainDateTime.from(text).toZonedDateTime(zone, { disambiguation: 'compatible' });
      expect(instantOf({ day, ms: local - day * DAY_MS }, zone)).toBe(expected.epochMilliseconds);
    }),
    { numRuns: 500 },
  );
});

test('a time zone is known or not', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true);
  expect(isTimeZone('Europe/Atlantis')).toBe(false);
  expect(isTimeZone('')).toBe(false);
});

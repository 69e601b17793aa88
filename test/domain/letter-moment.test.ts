import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Rhythm } from '../../contracts/settings.ts';
import { letterMoment, nextDigest } from '../../domain/letter-moment.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 'Europe/Berlin';
const at = (text: string) => Date.parse(text);
const daily: Rhythm & { letters: 'daily' } = { letters: 'daily', hour: 8 };
const weekly: Rhythm & { letters: 'weekly' } = { letters: 'weekly', day: 1, hour: 9 };
/** A Wednesday. */
const NOW = at('2027-03-03T10:30:00+01:00');
const ready = { urgency: 'any-time', notBefore: NOW, due: null } as const;

test('a digest comes at its hour where the person is, on the day itself when that is still to come', () => {
  expect(nextDigest(daily, NOW, ZONE)).toBe(at('2027-03-04T08:00:00+01:00'));
  expect(nextDigest({ ...daily, hour: 11 }, NOW, ZONE)).toBe(at('2027-03-03T11:00:00+01:00'));
  expect(nextDigest(weekly, NOW, ZONE)).toBe(at('2027-03-08T09:00:00+01:00'));
  expect(nextDigest(weekly, at('2027-03-08T09:00:00+01:00'), ZONE)).toBe(at('2027-03-08T09:00:00+01:00'));
  expect(nextDigest(weekly, at('2027-03-08T09:00:00.001+01:00'), ZONE)).toBe(at('2027-03-15T09:00:00+01:00'));
});

test('it comes once on the days on which the clock is put forward or back', () => {
  // On 28 March 2027 there is no hour from 2 to 3; on 31 October it is there twice.
  const atTwo = { letters: 'daily', hour: 2 } as const;
  expect(nextDigest(atTwo, at('2027-03-28T00:00:00+01:00'), ZONE)).toBe(at('2027-03-28T03:00:00+02:00'));
  const first = at('2027-10-31T02:00:00+02:00');
  expect(nextDigest(atTwo, at('2027-10-31T00:00:00+02:00'), ZONE)).toBe(first);
  expect(nextDigest(atTwo, at('2027-10-31T12:00:00+01:00'), ZONE)).toBe(at('2027-11-01T02:00:00+01:00'));
});

describe('a letter', () => {
  test.each<[string, Parameters<typeof letterMoment>[0], Rhythm, 'now' | 'digest']>([
    ['that can wait, to whoever wants theirs at once', ready, { letters: 'at-once' }, 'now'],
    ['that can wait, to whoever wants theirs together', ready, daily, 'digest'],
    ['that is urgent', { ...ready, urgency: 'at-once' }, weekly, 'now'],
    ['that asks for something of which nobody knows when it is due', { ...ready, urgency: 'before-due' }, daily, 'now'],
    ['that asks for something overdue', { ...ready, urgency: 'before-due', due: NOW - 1 }, daily, 'now'],
    [
      'that asks for something due on the next day',
      { ...ready, urgency: 'before-due', due: NOW + DAY - 1 },
      daily,
      'now',
    ],
    ['that asks for something due in a week', { ...ready, urgency: 'before-due', due: NOW + 7 * DAY }, daily, 'digest'],
    ['of which the digest would come too late', { ...ready, urgency: 'before-due', due: NOW + 6 * DAY }, weekly, 'now'],
    ['due long after the weekly digest', { ...ready, urgency: 'before-due', due: NOW + 20 * DAY }, weekly, 'digest'],
  ])('%s', (_, letter, rhythm, when) => {
    const moment = letterMoment(letter, { rhythm, quiet: null }, ZONE);
    expect(moment === NOW ? 'now' : 'digest').toBe(when);
  });

  test('is never held back past a day before what it asks for is due, nor longer than its rhythm', () => {
    const rhythm = fc.oneof(
      fc.record({ letters: fc.constant('daily' as const), hour: fc.nat(23) }),
      fc.record({ letters: fc.constant('weekly' as const), day: fc.integer({ min: 1, max: 7 }), hour: fc.nat(23) }),
    );
    const zone = fc.constantFrom('Europe/Berlin', 'Asia/Shanghai', 'America/New_York', 'Pacific/Auckland', 'UTC');
    fc.assert(
      fc.property(rhythm, zone, fc.nat(400 * 24), fc.integer({ min: -100, max: 1000 }), (r, z, hours, ahead) => {
        const notBefore = NOW + hours * HOUR;
        const due = notBefore + ahead * HOUR;
        const moment = letterMoment({ urgency: 'before-due', notBefore, due }, { rhythm: r, quiet: null }, z);
        expect(moment).toBeGreaterThanOrEqual(notBefore);
        expect(moment - notBefore).toBeLessThanOrEqual((r.letters === 'daily' ? 1 : 7) * DAY + HOUR);
        if (moment > notBefore) expect(due - moment).toBeGreaterThanOrEqual(DAY);
      }),
    );
  });
});

describe('quiet hours', () => {
  const night = { from: 20, until: 7 };
  const late = at('2027-03-03T22:30:00+01:00');
  const letter = { urgency: 'before-due', notBefore: late, due: null } as const;
  const moment = (one: Partial<Parameters<typeof letterMoment>[0]>, rhythm: Rhythm = { letters: 'at-once' }) =>
    letterMoment({ ...letter, ...one }, { rhythm, quiet: night }, ZONE);

  test('hold back what can wait until they are over, over midnight as well', () => {
    const over = at('2027-03-04T07:00:00+01:00');
    expect([moment({}), moment({ urgency: 'any-time' }), moment({ due: over + HOUR })]).toEqual([over, over, over]);
    expect(moment({ notBefore: at('2027-03-04T06:59:00+01:00') })).toBe(over);
    expect(moment({ notBefore: over })).toBe(over);
  });

  test('let through what is urgent, and what is due before it could be read', () => {
    expect(moment({ urgency: 'at-once' })).toBe(late);
    expect(moment({ due: at('2027-03-04T07:30:00+01:00') })).toBe(late);
  });

  test('hold back a digest whose hour lies in them', () => {
    const digest = moment({ urgency: 'any-time' }, { letters: 'daily', hour: 6 });
    expect(digest).toBe(at('2027-03-04T07:00:00+01:00'));
  });
});

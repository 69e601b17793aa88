import { describe, expect, test } from '@jest/globals';
import { type Duration, parseDuration } from '../../../domain/calendar/duration.ts';

describe('durations say their kind', () => {
  test.each<[string, Duration]>([
    ['3bd', { kind: 'business', days: 3 }],
    ['-2bd', { kind: 'business', days: -2 }],
    ['14d', { kind: 'calendar', days: 14 }],
    ['PT4H', { kind: 'exact', minutes: 240 }],
    ['-PT30M', { kind: 'exact', minutes: -30 }],
    ['PT1H30M', { kind: 'exact', minutes: 90 }],
    ['-0d', { kind: 'calendar', days: 0 }],
  ])('%s', (text, meaning) => {
    expect(parseDuration(text)).toEqual(meaning);
  });

  test.each(['', '3', '3 d', 'P3D', 'PT', 'PTH', '--3d', '3.5d', '99999d', 'PT4S', '3BD'])(
    'refuses %j in one sentence',
    (text) => {
      expect(() => parseDuration(text)).toThrow(`"${text}" is not a duration: write 3bd for business days`);
    },
  );
});

import type { Instant } from '../contracts/ids.ts';
import type { Urgency } from '../contracts/notices/kind.ts';
import type { Gathering, Rhythm } from '../contracts/settings.ts';
import { DAY_MS, weekdayOf } from './calendar/day.ts';
import { firstReading, wallTimeOf } from './calendar/zone.ts';

const HOUR_MS = 3_600_000;

/** What is known of a letter when its hour has come. */
export interface Ready {
  readonly urgency: Urgency;
  /** When it may go out. */
  readonly notBefore: Instant;
  /** When the first of what it asks for is due; null: nothing is, or it is not known. */
  readonly due: Instant | null;
}

/**
 * When a letter goes out to somebody with that rhythm: at once, or with the next of their digests. One that asks for something
 * is held back only where that is known to be due a day after the digest or later, and a day, or a week for whoever wants
 * theirs weekly, after the letter may go out.
 */
export function letterMoment({ urgency, notBefore, due }: Ready, rhythm: Rhythm, timeZone: string): Instant {
  if (rhythm.letters === 'at-once' || urgency === 'at-once') return notBefore;
  const digest = nextDigest(rhythm, notBefore, timeZone);
  if (urgency === 'any-time') return digest;
  const interval = rhythm.letters === 'daily' ? DAY_MS : 7 * DAY_MS;
  const presses = due === null || due < Math.max(notBefore + interval, digest + DAY_MS);
  return presses ? notBefore : digest;
}

/** The first hour of digests at or after an instant, by the clock where the person is. */
export function nextDigest(rhythm: Gathering, from: Instant, timeZone: string): Instant {
  const first = wallTimeOf(from, timeZone).day;
  for (let day = first; ; day++) {
    if (rhythm.letters === 'weekly' && weekdayOf(day) !== rhythm.day) continue;
    const at = firstReading({ day, ms: rhythm.hour * HOUR_MS }, timeZone, from);
    if (at >= from) return at;
  }
}

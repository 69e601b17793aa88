import type { Instant } from '../contracts/ids.ts';
import type { Urgency } from '../contracts/notices/kind.ts';
import type { Gathering, QuietHours, Rhythm } from '../contracts/settings.ts';
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

/** When somebody wants letters that can wait. */
export interface Wanted {
  readonly rhythm: Rhythm;
  readonly quiet: QuietHours | null;
}

/**
 * When a letter goes out to somebody who wants theirs so: at once, or with the next of their digests, and not in their quiet hours
 * unless it cannot wait for the end of these. What is urgent never waits. One that asks for something is held back for a digest only
 * where that is known to be due a day after the digest or later, and a day, or a week for whoever wants theirs weekly, after the
 * letter may go out; for the end of quiet hours unless it is known to be due within an hour of that end.
 */
export function letterMoment(letter: Ready, { rhythm, quiet }: Wanted, timeZone: string): Instant {
  const { urgency, due } = letter;
  if (urgency === 'at-once') return letter.notBefore;
  const at = digestMoment(letter, rhythm, timeZone);
  const over = quiet === null ? at : quietUntil(quiet, at, timeZone);
  return urgency === 'before-due' && due !== null && due < over + HOUR_MS ? at : over;
}

function digestMoment({ urgency, notBefore, due }: Ready, rhythm: Rhythm, timeZone: string): Instant {
  if (rhythm.letters === 'at-once') return notBefore;
  const digest = nextDigest(rhythm, notBefore, timeZone);
  if (urgency === 'any-time') return digest;
  const interval = rhythm.letters === 'daily' ? DAY_MS : 7 * DAY_MS;
  const presses = due === null || due < Math.max(notBefore + interval, digest + DAY_MS);
  return presses ? notBefore : digest;
}

/** The end of the quiet hours that an instant lies in, by the clock where the person is; the instant itself where it lies in none. */
function quietUntil({ from, until }: QuietHours, at: Instant, timeZone: string): Instant {
  const { day, ms } = wallTimeOf(at, timeZone);
  const [begin, end] = [from * HOUR_MS, until * HOUR_MS];
  const isQuiet = begin < end ? ms >= begin && ms < end : ms >= begin || ms < end;
  if (!isQuiet) return at;
  return firstReading({ day: ms < end ? day : day + 1, ms: end }, timeZone, at);
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

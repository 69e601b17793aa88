import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../contracts/ids.ts';
import { DAY_MS, type DayNumber } from './day.ts';

/** A stretch of time with one offset from UTC, all in milliseconds; `until` is not included. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** A local wall time: the day, and the milliseconds since its midnight on the clock. */
export interface WallTime {
  readonly day: DayNumber;
  readonly ms: number;
}

/** Zone rules are asked once a stretch: agendas ask for the same few months of the same few zones all day. */
const known = new Map<string, Stretch[]>();

/** Zones that were found to exist; asking takes a millisecond, and a plan names one for each of its courses. */
const existing = new Set<string>();
/** A zone may be spelt in capitals or not, so there are more names than zones. */
const MOST_NAMES = 1000;

/** True for a time zone that the installation's zone data knows, such as Europe/Berlin; an offset alone is none. */
export function isTimeZone(name: string): boolean {
  if (existing.has(name)) return true;
  const exists = isKnownToRuntime(name);
  if (exists && existing.size < MOST_NAMES) existing.add(name);
  return exists;
}

function isKnownToRuntime(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    // What is written for people is written by the runtime's own data.
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function readStretch(instant: Instant, timeZone: string): Stretch {
  const moment = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(timeZone);
  // "previous" looks strictly before, so it is asked from the next millisecond: a moment on the edge opens its stretch.
  const start = moment.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const end = moment.getTimeZoneTransition('next');
  return {
    from: start?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: end?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: moment.offsetNanoseconds / 1_000_000,
  };
}

function stretchAt(instant: Instant, timeZone: string): Stretch {
  let stretches = known.get(timeZone);
  if (!stretches) {
    stretches = [];
    known.set(timeZone, stretches);
  }
  for (const stretch of stretches) if (instant >= stretch.from && instant < stretch.until) return stretch;
  const found = readStretch(instant, timeZone);
  stretches.push(found);
  return found;
}

export function wallTimeOf(instant: Instant, timeZone: string): WallTime {
  const local = instant + stretchAt(instant, timeZone).offset;
  const day = Math.floor(local / DAY_MS);
  return { day, ms: local - day * DAY_MS };
}

/**
 * The instants at which the clock shows a wall time: one, two in the hour that is repeated, none in the hour that is
 * skipped; and the offset that applied before.
 */
function readings(wall: WallTime, timeZone: string): { at: Instant[]; before: Instant } {
  const local = wall.day * DAY_MS + wall.ms;
  const before = local - stretchAt(local - DAY_MS, timeZone).offset;
  const after = local - stretchAt(local + DAY_MS, timeZone).offset;
  const candidates = before === after ? [before] : [before, after];
  return { at: candidates.filter((at) => at + stretchAt(at, timeZone).offset === local), before };
}

/** Temporal's `compatible`: the first of two; in a skipped hour, later by the length of the gap. */
export function instantOf(wall: WallTime, timeZone: string): Instant {
  const { at, before } = readings(wall, timeZone);
  return at[0] ?? before;
}

/** The first instant, not before `earliest`, at which the clock shows this wall time or has skipped it. */
export function firstReading(wall: WallTime, timeZone: string, earliest: Instant): Instant {
  const { at, before } = readings(wall, timeZone);
  const found = at.find((instant) => instant >= earliest);
  return found ?? (at.length === 0 ? stretchAt(before, timeZone).from : before);
}

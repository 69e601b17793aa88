import { type Instant, LATEST } from '../../contracts/ids.ts';
import { clockMs } from './clock.ts';
import type { DayNumber } from './day.ts';
import { awayUntil, type DaysAway } from './leave.ts';
import { isWorkdayNumber, nextWorkday, type WorkPlace, withinTime } from './workday.ts';
import { firstReading, type WallTime, wallTimeOf } from './zone.ts';

/** When somebody may be disturbed. Quiet hours are wall times, HH:MM; equal ones mean that no hour is quiet. */
export interface PersonTime extends WorkPlace {
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly absences: readonly DaysAway[];
}

export const QUIET_FROM = '20:00';
export const QUIET_UNTIL = '08:00';

function nextDayAtWork(day: DayNumber, person: PersonTime): DayNumber {
  let next = day;
  for (;;) {
    next = nextWorkday(next, 1, person.calendar);
    const back = awayUntil(next, person.absences);
    if (back === undefined) return next;
    next = back;
  }
}

/** The wall time from which the person may be disturbed, at or after the given one; the same when that is now. */
function nextOpenTime({ day, ms }: WallTime, person: PersonTime): WallTime {
  const from = clockMs(person.quietFrom);
  const until = clockMs(person.quietUntil);
  const overnight = from > until;
  const dayOpens = overnight ? until : from === 0 ? until : 0;
  const tomorrow = (): WallTime => ({ day: nextDayAtWork(day, person), ms: dayOpens });
  if (!isWorkdayNumber(day, person.calendar) || awayUntil(day, person.absences) !== undefined) return tomorrow();
  if (overnight) return ms >= from ? tomorrow() : { day, ms: Math.max(ms, until) };
  return { day, ms: ms >= from && ms < until ? until : ms };
}

/**
 * The first moment at or after `instant` on a workday of the person's, outside quiet hours and absences; the end of time
 * for somebody who does not come back before it.
 */
export function civilInstant(instant: Instant, person: PersonTime): Instant {
  let moment = instant;
  for (;;) {
    const wall = wallTimeOf(moment, person.timeZone);
    const open = nextOpenTime(wall, person);
    if ((open.day === wall.day && open.ms === wall.ms) || moment >= LATEST) return withinTime(moment);
    moment = firstReading(open, person.timeZone, moment);
  }
}

const NONE: readonly DaysAway[] = [];

const withoutLeave = new WeakMap<PersonTime, PersonTime>();

/** The same person's days as if they took no leave. */
export function atWork(person: PersonTime): PersonTime {
  if (!person.absences.length) return person;
  const known = withoutLeave.get(person) ?? { ...person, absences: NONE };
  withoutLeave.set(person, known);
  return known;
}

/** True when leave leaves somebody no civil hour from one instant to another, and they would have one without it. */
export function isAwayThroughout(from: Instant, to: Instant, person: PersonTime): boolean {
  return person.absences.length > 0 && civilInstant(from, person) > to && civilInstant(from, atWork(person)) <= to;
}

/**
 * When a letter that is written at `instant` may reach somebody: at their next civil hour. One that is to be read by
 * `latest` does not wait for the end of a leave that lasts longer, and goes at once where no civil hour comes before. None
 * waits for the end of a leave that has none.
 */
export function letterHour(instant: Instant, person: PersonTime, latest: Instant | null): Instant {
  const back = civilInstant(instant, person);
  const civil = back < LATEST ? back : civilInstant(instant, atWork(person));
  if (latest === null || civil <= latest) return civil;
  const without = civilInstant(instant, atWork(person));
  return without <= latest ? without : instant;
}

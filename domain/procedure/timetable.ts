import { type Instant, LATEST, type PersonId } from '../../contracts/ids.ts';
import type { HomeTerms, When } from '../../contracts/procedure.ts';
import { dayText } from '../calendar/day.ts';
import { type DuePlace, dueAfter, endOfDayAfter } from '../calendar/due.ts';
import { parseDuration } from '../calendar/duration.ts';
import { addDuration, DAY_ENDS, type WorkPlace } from '../calendar/workday.ts';
import { wallTimeOf } from '../calendar/zone.ts';
import { personTime, WEEKLY_RHYTHM } from '../organisation/directory.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import type { Standing } from './standing.ts';

/** Beginning and end of each stage. */
export type PlanOfStages = Readonly<Record<string, { readonly start: Instant; readonly end: Instant }>>;

/** Where a procedure is at home, as its terms say. */
export type Home = Omit<HomeTerms, 'company'>;

/** Where and by which calendar a procedure reckons its days, and when they end. */
export function placeOf({ timeZone, calendar, dayEnds }: Home, organisation: OrganisationState): DuePlace {
  const days = organisation.calendars.get(calendar) ?? WEEKLY_RHYTHM;
  return { timeZone, calendar: days, dayEnds: dayEnds ?? DAY_ENDS };
}

/** The instant so long after another, at the same hour: when something is looked at or begins, not when it is due. */
export function after(at: Instant, duration: string, place: WorkPlace): Instant {
  return addDuration(at, parseDuration(duration), place);
}

/**
 * When an answer is due that is asked for now and for which there is so long: when a working day ends where the one who is
 * asked works, or, where several are or it is not known who, where the procedure is at home.
 */
export function dueIn(
  time: string,
  home: Home,
  { now, organisation }: Pick<Context, 'now' | 'organisation'>,
  person: PersonId | null = null,
): Instant {
  const place = placeOf(home, organisation);
  const theirs = person === null ? place : { ...personTime(organisation, person), dayEnds: place.dayEnds };
  return dueAfter(now, parseDuration(time), theirs);
}

/** What is asked in a stage is due when that ends; once it is over, after as much time again as was planned for it. */
export function dueInStage(
  { stage, until, plan, terms }: Pick<Standing, 'stage' | 'until' | 'terms'> & { readonly plan: PlanOfStages },
  { now, organisation }: Pick<Context, 'now' | 'organisation'>,
): Instant {
  if (until !== null && until > now) return until;
  return asLongAgain(now, plan[stage], placeOf(terms!, organisation));
}

/** The end of a working day, as long after an instant as was planned. */
function asLongAgain(now: Instant, planned: PlanOfStages[string] | undefined, place: DuePlace): Instant {
  return endOfDayAfter(now, Math.max(planned ? planned.end - planned.start : 0, 1), place);
}

/** Beginning and end of every stage from an instant on, each after the one before. `whenOf`: when it ends; null: at once. */
export function planFrom(
  stages: readonly string[],
  start: Instant,
  whenOf: (stage: string) => When | null,
  place: DuePlace,
): PlanOfStages {
  const plan: Record<string, { start: Instant; end: Instant }> = {};
  let from = start;
  for (const stage of stages) {
    const when = whenOf(stage) ?? from;
    const end = typeof when === 'number' ? when : dueAfter(from, parseDuration(when), place);
    plan[stage] = { start: from, end };
    from = end;
  }
  return plan;
}

/**
 * Beginning and end of a stage that begins now, and of all behind it, each after the one before as `endFrom` has it: what
 * was late moves what follows. `whenOf`: null where a stage takes no time.
 */
export function planOnwards(
  stages: readonly string[],
  now: Instant,
  whenOf: (stage: string) => When | null,
  planned: PlanOfStages,
  place: DuePlace,
): PlanOfStages {
  const plan: Record<string, { start: Instant; end: Instant }> = {};
  let from = now;
  for (const stage of stages) {
    const when = whenOf(stage);
    const end = when === null ? from : endFrom(when, from, planned[stage], place);
    plan[stage] = { start: from, end };
    from = end;
  }
  return plan;
}

/** A plan once a stage has ended, whenever it was to: it shows when that stage really was, and what follows anew. */
export function planSince(
  plan: PlanOfStages,
  ended: { readonly stage: string; readonly start: Instant; readonly end: Instant },
  onwards: PlanOfStages,
): PlanOfStages {
  const { stage, start, end } = ended;
  return { ...plan, ...(plan[stage] ? { [stage]: { start, end } } : {}), ...onwards };
}

/** The first thing that cannot be in a plan, its days as the reader has them; null when every stage has time. */
export function faultOfPlan(
  plan: PlanOfStages,
  now: Instant,
  day: (at: Instant) => string,
  timeless: readonly string[] = [],
): Rejection | null {
  for (const [stage, { start, end }] of Object.entries(plan)) {
    if (timeless.includes(stage)) continue;
    if (end >= LATEST) {
      return refuse('wrong-date/stage-beyond-time', { stage, day: day(LATEST) });
    }
    if (end <= now) return refuse('wrong-date/stage-passed', { stage, day: day(end) });
    if (end <= start) {
      return refuse('wrong-date/stage-backwards', { stage, day: day(end), begins: day(start) });
    }
  }
  return null;
}

/**
 * When a stage that begins now ends: at the instant that people have said, or when a working day ends. One that begins after
 * its planned end has as much time as was planned for it.
 */
export function endFrom(when: When, now: Instant, planned: PlanOfStages[string] | undefined, place: DuePlace): Instant {
  if (typeof when === 'string') return dueAfter(now, parseDuration(when), place);
  return when > now ? when : asLongAgain(now, planned, place);
}

/** The local day of an instant, YYYY-MM-DD. */
export function localDay(at: Instant, timeZone: string): string {
  return dayText(wallTimeOf(at, timeZone).day);
}

/** The first of several instants that is still to come; null when none is. */
export function soonest(now: Instant, instants: readonly (Instant | null)[]): Instant | null {
  const ahead = instants.filter((at): at is Instant => at !== null && at > now);
  return ahead.length ? Math.min(...ahead) : null;
}

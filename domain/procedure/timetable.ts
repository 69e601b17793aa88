import { type Instant, LATEST } from '../../contracts/ids.ts';
import type { When } from '../../contracts/procedure.ts';
import { dayText } from '../calendar/day.ts';
import { parseDuration } from '../calendar/duration.ts';
import { addDuration, type WorkPlace, withinTime } from '../calendar/workday.ts';
import { wallTimeOf } from '../calendar/zone.ts';
import { WEEKLY_RHYTHM } from '../organisation/directory.ts';
import type { OrganisationState } from '../organisation/state.ts';

/** Beginning and end of each stage. */
export type PlanOfStages = Readonly<Record<string, { readonly start: Instant; readonly end: Instant }>>;

/** Where and by which calendar a procedure reckons its days. */
export function placeOf(
  terms: { readonly timeZone: string; readonly calendar: string },
  organisation: OrganisationState,
): WorkPlace {
  return { timeZone: terms.timeZone, calendar: organisation.calendars.get(terms.calendar) ?? WEEKLY_RHYTHM };
}

export function after(at: Instant, duration: string, place: WorkPlace): Instant {
  return addDuration(at, parseDuration(duration), place);
}

/** Beginning and end of every stage from an instant on, each after the one before. `whenOf`: when it ends; null: at once. */
export function planFrom(
  stages: readonly string[],
  start: Instant,
  whenOf: (stage: string) => When | null,
  place: WorkPlace,
): PlanOfStages {
  const plan: Record<string, { start: Instant; end: Instant }> = {};
  let from = start;
  for (const stage of stages) {
    const when = whenOf(stage) ?? from;
    const end = typeof when === 'number' ? when : after(from, when, place);
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
  place: WorkPlace,
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

/** The first thing that cannot be in a plan, its days as in the time zone; null when every stage has time. */
export function faultOfPlan(
  plan: PlanOfStages,
  now: Instant,
  timeZone: string,
  timeless: readonly string[] = [],
): string | null {
  const day = (at: Instant) => localDay(at, timeZone);
  for (const [stage, { start, end }] of Object.entries(plan)) {
    if (timeless.includes(stage)) continue;
    if (end >= LATEST) {
      return `The stage "${stage}" would end when the time of procedures does, on ${day(LATEST)}; choose an earlier date.`;
    }
    if (end <= now) return `The stage "${stage}" would end on ${day(end)}, which has passed; choose a later date.`;
    if (end <= start) {
      return `The stage "${stage}" would end on ${day(end)} but begins only on ${day(start)}; move it, or the stage before it.`;
    }
  }
  return null;
}

/** When a stage that begins now ends. One that begins after its planned end keeps its planned length. */
export function endFrom(
  when: When,
  now: Instant,
  planned: PlanOfStages[string] | undefined,
  place: WorkPlace,
): Instant {
  if (typeof when === 'string') return after(now, when, place);
  if (when > now) return when;
  return withinTime(now + (planned ? Math.max(planned.end - planned.start, 0) : 0));
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
